import {
  type Frame,
  type ToolCall,
  agentResponse,
  correction,
  error,
  responsePart,
  toolCall,
  toolRequest,
} from './frames.ts';

/** One thing the echo agent does for a typed command. All steps of a command share an event id. */
export type Step =
  | { readonly do: 'send'; readonly frame: (eventId: number) => Frame }
  | { readonly do: 'say'; readonly text: string; readonly aloud?: boolean }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'call'; readonly call: ToolCall }
  | { readonly do: 'interrupt' }
  /** Says what the client told besides what was said. */
  | { readonly do: 'recall' }
  | { readonly do: 'silence' }
  | { readonly do: 'close'; readonly code: number; readonly reason: string };

type Command = (argument: string, newId: () => string) => readonly Step[];

const HELP = `Type anything, and I will say it back. Or one of:
/markdown – an answer with formatting
/stream – an answer that arrives in parts
/correct – an answer that is interrupted and corrected
/tool [name] – a call of one of your tools
/many [count] – so many answers at once
/recall – what I was told besides: context, activity, feedback
/silence – no more messages, not even pings
/close [code] – the connection is closed with this code
/error quota – the account's quota is used up`;

const MARKDOWN = `## A heading
Some *emphasis*, some **strength**, some \`code\` and [a link](https://example.com/).

- one
- two

\`\`\`js
console.log('a block of code');
\`\`\``;

const STREAMED = 'This answer comes in parts, a word at a time, and then once more as a whole.';
const UNINTERRUPTED = 'I was going to say a great deal more than this.';
const INTERRUPTED = 'I was going to say...';
/** Of more, nobody would see an end. */
const MOST_ANSWERS = 2_000;
const QUOTA = 'This request exceeds your quota limit.';

const COMMANDS: Readonly<Record<string, Command>> = {
  '/help': help,
  '/markdown': () => [{ do: 'say', text: MARKDOWN }],
  '/stream': stream,
  '/correct': correct,
  '/tool': (name, newId) => tool({ name: name || 'echo', id: newId() }),
  '/many': many,
  '/recall': () => [{ do: 'recall' }],
  '/silence': () => [{ do: 'silence' }],
  '/close': close,
  '/error': (kind) => (kind === 'quota' ? outOfQuota() : help()),
};

/**
 * What to do for a message: the steps of its command, the help text for an unknown one,
 * or null when it is no command.
 * @param newId gives a fresh id for a tool call
 */
export function stepsOf(message: string, newId: () => string): readonly Step[] | null {
  const [, name, argument] = /^(\/\S*)\s*(.*)$/s.exec(message.trim()) ?? [];
  if (name === undefined) return null;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : help;
  return (command ?? help)(argument ?? '', newId);
}

function help(): readonly Step[] {
  return [{ do: 'say', text: HELP }];
}

function stream(): readonly Step[] {
  const words = STREAMED.split(/(?<= )/);
  const deltas = words.flatMap((word): Step[] => [part('delta', word), { do: 'wait', ms: 40 }]);
  const whole: Step = { do: 'send', frame: (id) => agentResponse(STREAMED, id) };
  return [part('start', ''), ...deltas, part('stop', ''), whole];
}

function part(kind: 'start' | 'delta' | 'stop', text: string): Step {
  return { do: 'send', frame: (id) => responsePart(kind, text, id) };
}

function correct(): readonly Step[] {
  return [
    { do: 'say', text: UNINTERRUPTED, aloud: true },
    { do: 'wait', ms: 800 },
    { do: 'interrupt' },
    { do: 'send', frame: (id) => correction(UNINTERRUPTED, INTERRUPTED, id) },
  ];
}

function tool(call: ToolCall): readonly Step[] {
  return [
    { do: 'call', call },
    { do: 'send', frame: (id) => toolRequest(call, id) },
    { do: 'send', frame: (id) => toolCall(call, { message: 'Hello from the agent' }, id) },
  ];
}

function many(argument: string): readonly Step[] {
  const count = Number(argument || 50);
  if (!Number.isInteger(count) || count < 1 || count > MOST_ANSWERS) return help();
  return Array.from({ length: count }, (_, i) => ({
    do: 'say',
    text: `Answer ${i + 1} of ${count}.`,
  }));
}

function close(argument: string): readonly Step[] {
  const code = Number(argument || 1000);
  if (!isCloseCode(code)) return help();
  return [{ do: 'close', code, reason: 'You asked for it.' }];
}

/** The codes that may stand in a close frame (RFC 6455, section 7.4). */
function isCloseCode(code: number): boolean {
  const standard = code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
  return Number.isInteger(code) && (standard || (code >= 3000 && code <= 4999));
}

function outOfQuota(): readonly Step[] {
  return [
    { do: 'send', frame: () => error(1002, QUOTA, 'quota_exceeded') },
    { do: 'close', code: 1002, reason: QUOTA },
  ];
}
