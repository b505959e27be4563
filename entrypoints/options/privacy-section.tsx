import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { Reset } from './reset.ts';
import { Part, Section } from './section.tsx';
import type { Transcripts } from './transcripts.ts';
import type { Transfer } from './transfer.ts';
import { TransferPart } from './transfer-part.tsx';

interface Props {
  readonly reset: Reset;
  readonly transcripts: Transcripts;
  readonly transfer: Transfer;
}

/** What goes where, and how to be rid of what is kept. */
export function PrivacySection({ reset, transcripts, transfer }: Props) {
  return (
    <Section id="privacy" about={t('options_privacy_about')}>
      <ul class="plain-list ruled">
        <li>{t('welcome_privacy_page')}</li>
        <li>{t('welcome_privacy_agent')}</li>
        <li>{t('options_privacy_backend')}</li>
        <li>{t('options_privacy_kept')}</li>
        <li>{t('options_privacy_nobody')}</li>
      </ul>
      <hr />
      <Forget transcripts={transcripts} />
      <TransferPart transfer={transfer} />
      <ResetAll reset={reset} />
    </Section>
  );
}

function Forget({ transcripts }: Pick<Props, 'transcripts'>) {
  const count = transcripts.count.value;
  return (
    <Part title={t('options_transcripts')}>
      <p role="status">
        {count === 0 ? t('options_transcripts_none') : t('options_transcripts_kept', count)}
      </p>
      {count > 0 && (
        <div class="row">
          <Button kind="danger" onClick={() => void transcripts.forget()}>
            {t('options_transcripts_forget')}
          </Button>
        </div>
      )}
    </Part>
  );
}

function ResetAll({ reset }: Pick<Props, 'reset'>) {
  const isReset = reset.before.value !== null;
  return (
    <Part title={t('options_reset_all')}>
      <p class="hint">{t('options_reset_all_about')}</p>
      {!isReset && (
        <div class="row">
          <Button kind="danger" onClick={() => void reset.reset()}>
            {t('options_reset_all')}
          </Button>
        </div>
      )}
      <Notice kind="plain">
        {isReset && (
          <div class="row">
            <p>{t('options_reset_done')}</p>
            <Button kind="quiet" buttonRef={focusWhenShown} onClick={() => void reset.undo()}>
              {t('options_undo')}
            </Button>
          </div>
        )}
      </Notice>
    </Part>
  );
}
