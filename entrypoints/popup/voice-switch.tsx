import { siteName } from '../../core/site.ts';
import { t } from '../shared/text.ts';
import { Notice } from '../shared/ui/notice.tsx';
import { Switch } from '../shared/ui/switch.tsx';
import type { PopupModel } from './popup-model.ts';

interface Props {
  readonly model: PopupModel;
}

/** Whether the page's site may have voice. */
export function VoiceSwitch({ model }: Props) {
  const { voice } = model;
  const { site, isSeen } = model.subject.value;
  if (!isSeen) return <p class="muted">{t('popup_site_hidden')}</p>;
  if (site === null) return <p class="muted">{t('popup_site_none')}</p>;
  const outcome = voice.outcome.value;
  return (
    <>
      <Switch
        label={t('popup_voice_on', [siteName(site)])}
        on={voice.isOn.value}
        busy={voice.isBusy.value}
        onChange={(on) => void voice.turn(on)}
      />
      <Notice kind="plain">{outcome === 'refused' && t('popup_refused')}</Notice>
      {outcome === 'failed' && <Notice kind="problem">{t('change_failed')}</Notice>}
    </>
  );
}
