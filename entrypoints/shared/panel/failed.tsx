import { type Failure, remedy } from '../../../core/failure.ts';
import type { Mend } from '../../../core/untrusted.ts';
import { failureText, t } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** What a person can do about a failure, each as a button does it. */
export interface Remedies {
  readonly again: () => void;
  readonly switchHere: () => void;
  readonly mend: (where: Mend) => void;
}

interface Props extends Remedies {
  readonly failure: Failure;
  /** Absent where it cannot be put aside. */
  readonly onDismiss?: () => void;
}

/** What went wrong, in words, and the button that mends it. */
export function Failed({ failure, onDismiss, ...remedies }: Props) {
  const { code, detail, retryAfter } = failure;
  const act = actOf(failure, remedies);
  return (
    <Notice kind="problem">
      <p>{failureText(code, retryAfter)}</p>
      {detail && (
        <p class="hint" dir="auto">
          {t('failure_detail', [detail])}
        </p>
      )}
      {(act !== null || onDismiss) && (
        <div class="row">
          {act !== null && <Button onClick={act.run}>{t(`mend_${act.name}`)}</Button>}
          {onDismiss && (
            <Button kind="quiet" onClick={onDismiss}>
              {t('note_dismiss')}
            </Button>
          )}
        </div>
      )}
    </Notice>
  );
}

function actOf({ code }: Failure, { again, switchHere, mend }: Remedies) {
  const name = remedy(code);
  switch (name) {
    case 'none':
      return null;
    case 'call_again':
      return { name, run: again };
    case 'switch':
      return { name, run: switchHere };
    default:
      return { name, run: () => mend(name) };
  }
}
