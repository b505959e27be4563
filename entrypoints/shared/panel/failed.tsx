import { type Failure } from '../../../core/failure.ts';
import { remedy } from '../../../core/remedy.ts';
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
  /** Whether trying again is a call; else it is whatever was asked for. */
  readonly isCall: boolean;
  /** Absent where it cannot be put aside. */
  readonly onDismiss?: () => void;
}

/** What went wrong, in words, and the button that mends it. */
export function Failed({ failure, isCall, onDismiss, ...remedies }: Props) {
  const { code, detail, retryAfter } = failure;
  const act = actOf(failure, isCall, remedies);
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

function actOf({ code }: Failure, isCall: boolean, { again, switchHere, mend }: Remedies) {
  const name = remedy(code);
  switch (name) {
    case 'none':
      return null;
    case 'call_again':
      return { name: isCall ? name : 'again', run: again } as const;
    case 'switch':
      return { name, run: switchHere };
    default:
      return { name, run: () => mend(name) };
  }
}
