import type { Failure } from '../../../core/failure.ts';
import type { Mend } from '../../../core/untrusted.ts';
import { t } from '../text.ts';
import { Notice } from '../ui/notice.tsx';
import { failureOf } from '../ui/talk.ts';
import { Failed } from './failed.tsx';
import type { PanelModel } from './panel-model.ts';

interface Props {
  readonly model: PanelModel;
  readonly onMend: (where: Mend) => void;
}

/** What went wrong, what is about to end, and how to go on. */
export function Troubles({ model, onMend }: Props) {
  const current = model.live.value;
  const trouble = troubleOf(model);
  const again = () => void trouble?.again();
  return (
    <>
      {current?.warning && <Notice kind="plain">{t(`warning_${current.warning}`)}</Notice>}
      {trouble && (
        <Failed
          failure={trouble.failure}
          again={again}
          switchHere={() => void model.end().then(again)}
          mend={onMend}
          {...(trouble.dismiss && { onDismiss: trouble.dismiss })}
        />
      )}
    </>
  );
}

interface Shown {
  readonly failure: Failure;
  readonly again: () => unknown;
  readonly dismiss?: () => void;
}

/** The one failure that matters most now: what was just asked for, the last end, the backend. */
function troubleOf({ attempts, conversation, live, agents, callAgain }: PanelModel): Shown | null {
  const { trouble, dismiss } = attempts;
  if (trouble.value !== null) return { ...trouble.value, dismiss };
  if (live.value !== null) return null;
  const ended = conversation.value && failureOf(conversation.value);
  if (ended !== null) return { failure: ended, again: callAgain };
  return agents.failure.value && { failure: agents.failure.value, again: agents.refresh };
}
