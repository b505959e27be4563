import { useSignal } from '@preact/signals';
import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Field } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { SitesList } from './sites-list.ts';

interface Props {
  readonly list: SitesList;
}

/** Adds a site, a part of one, or every site there is. */
export function AddPlace({ list }: Props) {
  const fault = list.fault.value;
  const outcome = list.outcome.value;
  return (
    <>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void list.addTyped();
          if (list.fault.value) event.currentTarget.querySelector('input')?.focus();
        }}
      >
        <Field
          label={t('options_add_site')}
          hint={t('options_add_site_hint')}
          value={list.typed.value}
          error={fault && t(`options_pattern_${fault}`)}
          code
          onInput={(text) => list.type(text)}
        />
        <div class="row">
          <Button type="submit">{t('options_add')}</Button>
          <span class="saved" role="status">
            {outcome === 'enabled' && t('options_added')}
          </span>
        </div>
      </form>
      {outcome === 'refused' && <Notice kind="plain">{t('options_add_refused')}</Notice>}
      {outcome === 'failed' && <Notice kind="problem">{t('change_failed')}</Notice>}
      {!list.isEverywhere.value && <Everywhere onAdd={() => void list.addEverywhere()} />}
    </>
  );
}

interface EverywhereProps {
  readonly onAdd: () => void;
}

/** Says what it means before it can be had. */
function Everywhere({ onAdd }: EverywhereProps) {
  const isOpen = useSignal(false);
  if (!isOpen.value) {
    return (
      <div class="row">
        <Button kind="quiet" onClick={() => (isOpen.value = true)}>
          {t('options_everywhere_open')}
        </Button>
      </div>
    );
  }
  return (
    <div class="stack" role="group" aria-labelledby="everywhere-title">
      <h3 id="everywhere-title">{t('options_everywhere')}</h3>
      <p>{t('options_everywhere_about')}</p>
      <div class="row">
        <Button kind="primary" onClick={onAdd}>
          {t('options_everywhere_add')}
        </Button>
        <Button buttonRef={focusWhenShown} onClick={() => (isOpen.value = false)}>
          {t('options_cancel')}
        </Button>
      </div>
    </div>
  );
}
