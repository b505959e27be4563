import { type Failure, failure } from './failure.ts';

/** Why a conversation is over; there is exactly one for each start. */
export type End =
  | { readonly by: 'user' }
  | { readonly by: 'agent' }
  | { readonly by: 'failure'; readonly failure: Failure };

/** How the agent's socket ended. Codes as in the SDK's schema and RFC 6455. */
export interface Close {
  readonly code: number;
  readonly reason: string;
  /** Whether a conversation had begun. */
  readonly connected: boolean;
  /** The text of an error frame received before, if any; 1000 alone looks like a normal goodbye. */
  readonly errorFrame?: string;
}

/** What a closed socket means for the person who was talking. */
export function endOfClose(close: Close): End {
  const said = wordsOf(close);
  if (/quota|credit|limit exceeded/i.test(said)) return failing('quota', said);
  if (close.errorFrame !== undefined) return failing('agent_error', said);
  if (close.code === 1000 && close.connected) return { by: 'agent' };
  return failing(codeOf(close.code), close.reason);
}

/** What the other side said, once where the frame and the close say the same. */
function wordsOf({ errorFrame = '', reason }: Close): string {
  const words = errorFrame.includes(reason) ? [errorFrame] : [errorFrame, reason];
  return words.filter(Boolean).join(': ');
}

function codeOf(code: number): 'authorization' | 'protocol' | 'network' | 'agent_error' {
  if (code === 3000 || code === 1008) return 'authorization';
  if (code === 1002) return 'protocol';
  if (code === 1006) return 'network';
  return 'agent_error';
}

function failing(...said: Parameters<typeof failure>): End {
  return { by: 'failure', failure: failure(...said) };
}
