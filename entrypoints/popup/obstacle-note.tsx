import type { Failure } from '../../core/failure.ts';
import type { Mend } from '../../core/untrusted.ts';
import { failureText, t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { mendOf } from '../shared/ui/talk.ts';

interface Props {
  readonly failure: Failure;
  readonly onMend: (where: Mend) => void;
}

/** What is in the way of a conversation, and the way out of it. */
export function ObstacleNote({ failure: { code, retryAfter }, onMend }: Props) {
  const mend = mendOf(code);
  return (
    <Notice kind={code === 'microphone_prompt' ? 'plain' : 'problem'}>
      <p>{failureText(code, retryAfter)}</p>
      {mend && <Button onClick={() => onMend(mend)}>{t(`mend_${mend}`)}</Button>}
    </Notice>
  );
}
