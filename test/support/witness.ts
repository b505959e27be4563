import type { connectDevTools } from '../../scripts/devtools.js';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** A socket to an agent, as the browser saw it. */
export interface Line {
  /** When it was opened, in milliseconds since the epoch. */
  at: number;
  /** What the agent said on it, oldest first. */
  readonly said: string[];
}

interface Request {
  readonly requestId: string;
  readonly request: { readonly url: string };
  readonly wallTime: number;
}

interface Target {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string };
}

const KINDS = ['service_worker', 'background_page', 'other', 'page'];
const NOTE = 'Unchecked runtime.lastError';
const MINT = '/api/voice-sdk/signed-url/';
const LINE = '/v1/convai/conversation';

/**
 * Sees with the browser's own eyes what the extension does from now on: which addresses it asks for,
 * which lines it opens, what agents say on them, and what goes wrong unnoticed. It asks nothing of the
 * product, and outlives every part of it.
 */
export class Witness {
  /** When a signed URL was asked for, in milliseconds since the epoch, by request. */
  readonly #mints = new Map<string, number>();
  /** Every line there was, by session and request. */
  readonly #lines = new Map<string, Line>();
  readonly #troubles = new Map<string, string>();
  readonly #sessions = new Set<string>();

  static async of(devTools: DevTools): Promise<Witness> {
    const witness = new Witness();
    const { sessionId: eyes } = await devTools.send('Target.attachToBrowserTarget');
    witness.#watchTargets(devTools, eyes);
    witness.#watchNetwork(devTools.events);
    witness.#watchTroubles(devTools.events);
    await devTools.send(
      'Target.setAutoAttach',
      {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: [...KINDS.map((type) => ({ type })), { exclude: true }],
      },
      eyes,
    );
    return witness;
  }

  /** When signed URLs were asked for, in milliseconds since the epoch. */
  get mints(): readonly number[] {
    return [...this.#mints.values()];
  }

  /** Every line that was opened, oldest first. */
  get lines(): readonly Line[] {
    return [...this.#lines.values()];
  }

  /** What nobody caught, and every error on a console. */
  get troubles(): readonly string[] {
    return [...this.#troubles.values()];
  }

  #watchTargets({ events, send }: DevTools, eyes: string): void {
    events.on('Target.attachedToTarget', async (target: Target, parent?: string) => {
      if (parent !== eyes) return;
      const { sessionId, targetInfo } = target;
      this.#sessions.add(sessionId);
      const domains = ['Runtime', 'Log', ...(targetInfo.type === 'page' ? [] : ['Network'])];
      // What is gone again by now has nothing to show.
      await Promise.allSettled([
        ...domains.map((domain) => send(`${domain}.enable`, {}, sessionId)),
        send('Runtime.runIfWaitingForDebugger', {}, sessionId),
      ]);
    });
  }

  #watchNetwork(events: DevTools['events']): void {
    events.on('Network.requestWillBeSent', ({ requestId, request, wallTime }: Request, session) => {
      if (!this.#sessions.has(session) || !request.url.includes(MINT)) return;
      this.#mints.set(`${session} ${requestId}`, wallTime * 1_000);
    });
    events.on('Network.webSocketCreated', ({ requestId, url }, session) => {
      if (!this.#sessions.has(session) || !url.includes(LINE)) return;
      this.#lines.set(`${session} ${requestId}`, { at: Date.now(), said: [] });
    });
    const lineOf = (requestId: string, session: string) =>
      this.#lines.get(`${session} ${requestId}`);
    events.on('Network.webSocketWillSendHandshakeRequest', ({ requestId, wallTime }, session) => {
      const line = lineOf(requestId, session);
      if (line) line.at = wallTime * 1_000;
    });
    events.on('Network.webSocketFrameReceived', ({ requestId, response }, session) => {
      const line = lineOf(requestId, session);
      if (line) hear(line, response.payloadData);
    });
  }

  #watchTroubles(events: DevTools['events']): void {
    const note = (session: string, id: string | number, text: string) => {
      if (this.#sessions.has(session)) this.#troubles.set(`${session} ${id}`, text);
    };
    events.on('Runtime.exceptionThrown', ({ exceptionDetails: thrown }, session) => {
      const { exceptionId, text, url, exception } = thrown;
      note(session, exceptionId, [text, exception?.description, url].join(' '));
    });
    // A rejection that was met after all.
    events.on('Runtime.exceptionRevoked', ({ exceptionId }, session) => {
      this.#troubles.delete(`${session} ${exceptionId}`);
    });
    events.on('Runtime.consoleAPICalled', ({ type, args, timestamp }, session) => {
      const words = args.map((arg: { value?: unknown; description?: string }) =>
        JSON.stringify(arg.value ?? arg.description),
      );
      if (['error', 'assert'].includes(type)) note(session, `said ${timestamp}`, words.join(' '));
    });
    // What the browser itself says of a request that failed is no fault of ours, nor what it notes of a
    // line whose other end was left: that is how one learns of it.
    events.on('Log.entryAdded', ({ entry }, session) => {
      const { source, level, text, url, timestamp } = entry;
      if (level !== 'error' || source === 'network' || text.startsWith(NOTE)) return;
      // The browser's own page for an image, from which the worker is stopped, has styles of its own.
      if (!url?.endsWith('.png')) note(session, `log ${timestamp}`, `${text} ${url}`);
    });
  }
}

/** Notes what the agent says in a frame, if it does; what came before the conversation's opening is no part of it. */
export function hear({ said }: Pick<Line, 'said'>, payload: string): void {
  if (payload.includes('"conversation_initiation_metadata"')) said.length = 0;
  if (!payload.startsWith('{') || !payload.includes('"agent_response"')) return;
  const frame: { type?: unknown; agent_response_event?: { agent_response?: unknown } } | null =
    JSON.parse(payload);
  const text = frame?.agent_response_event?.agent_response;
  if (frame?.type === 'agent_response' && typeof text === 'string') said.push(text);
}
