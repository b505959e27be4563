import type { Failure } from '../../../core/failure.ts';
import { remedy } from '../../../core/remedy.ts';
import type { Mend } from '../../../core/untrusted.ts';
import { failureOf } from '../ui/talk.ts';
import { Failed } from './failed.tsx';
import type { PanelModel } from './panel-model.ts';

interface Props {
  readonly model: PanelModel;
  readonly onMend: (where: Mend) => void;
}

/** What went wrong, and how to go on. */
export function Troubles({ model, onMend }: Props) {
  const trouble = troubleOf(model);
  if (trouble === null) return null;
  const { failure, isCall, dismiss } = trouble;
  const again = () => void trouble.again();
  return (
    <Failed
      failure={failure}
      isCall={isCall}
      again={again}
      switchHere={() => void model.end().then(again)}
      // Devices are chosen here, where they are remembered for the site.
      mend={(where) => (where === 'sound' ? model.sound.choose(true) : onMend(where))}
      {...(dismiss && { onDismiss: dismiss })}
    />
  );
}

/** Whether what went wrong is shown with a button that calls again. */
export function offersCall(model: PanelModel): boolean {
  const trouble = troubleOf(model);
  return trouble !== null && trouble.isCall && remedy(trouble.failure.code) === 'call_again';
}

interface Shown {
  readonly failure: Failure;
  readonly again: () => unknown;
  readonly isCall: boolean;
  readonly dismiss?: () => void;
}

/** The one failure that matters most now: what was just asked for, the last end, the backend. */
function troubleOf({ attempts, conversation, live, agents, callAgain }: PanelModel): Shown | null {
  const { trouble, dismiss } = attempts;
  if (trouble.value !== null) return { ...trouble.value, isCall: false, dismiss };
  if (live.value !== null) return null;
  const ended = conversation.value && failureOf(conversation.value);
  if (ended !== null) return { failure: ended, again: callAgain, isCall: true };
  const unknown = agents.failure.value;
  return unknown && { failure: unknown, again: agents.refresh, isCall: false };
}
