/** One thing said, by whom. */
export interface Turn {
  readonly kind: 'turn';
  readonly role: 'user' | 'agent';
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The SDK's event id, by which later news finds its turn. */
  readonly eventId?: number;
  /** More of it is on its way. */
  readonly isPartial?: true;
  /** What the agent was going to say, where an interruption cut it short. */
  readonly intended?: string;
  /** What the person thought of it. */
  readonly liked?: boolean;
}

/** A tool that the agent used. */
export interface ToolUse {
  readonly kind: 'tool';
  readonly callId: string;
  readonly name: string;
  readonly outcome: 'running' | 'done' | 'failed';
  readonly at: number;
}

/** What else happened that explains what comes after it. */
export interface Remark {
  readonly kind: 'remark';
  /** It went on by voice; the microphone went away and the default one took its place. */
  readonly remark: 'voice' | 'default_microphone';
  readonly at: number;
}

/** One line of a transcript. */
export type Entry = Turn | ToolUse | Remark;

/** What adds to a transcript, or changes it. */
export type Writing =
  | { readonly type: 'said'; readonly turn: Turn }
  | {
      readonly type: 'part';
      readonly eventId: number;
      readonly text: string;
      readonly at: number;
    }
  | { readonly type: 'corrected'; readonly eventId: number; readonly text: string }
  | { readonly type: 'tool'; readonly use: ToolUse }
  | { readonly type: 'liked'; readonly eventId: number; readonly liked: boolean | null }
  | { readonly type: 'remarked'; readonly remark: Remark };

/** The transcript after something was written into it; the very same where nothing changes. */
export function written(entries: readonly Entry[], news: Writing): readonly Entry[] {
  switch (news.type) {
    case 'said':
      return news.turn.role === 'user' ? [...entries, news.turn] : said(entries, news.turn);
    case 'part':
      return continued(entries, news);
    case 'corrected':
      return changed(entries, isAgentTurn(news.eventId), (turn) => corrected(turn, news.text));
    case 'liked':
      return changed(entries, isAgentTurn(news.eventId), (turn) => judged(turn, news.liked));
    case 'tool':
      return used(entries, news.use);
    case 'remarked':
      return [...entries, news.remark];
  }
}

/** A transcript whose line is closed: nothing more comes of what was under way. */
export function settled(entries: readonly Entry[]): readonly Entry[] {
  return entries.some(isUnderWay)
    ? entries.map((entry) => (isUnderWay(entry) ? whole(entry) : entry))
    : entries;
}

/** What a transcript becomes on another line, where its event ids mean other turns. */
export function carriedOver(entries: readonly Entry[]): readonly Entry[] {
  return settled(entries).map((entry) => (entry.kind === 'turn' ? nameless(entry) : entry));
}

/** What of a corrected turn was never heard. */
export function unheard({ text, intended }: Turn): string {
  if (intended === undefined) return '';
  const heard = text.replace(/\s*(?:…|\.{3})$/, '');
  return intended.startsWith(heard) ? intended.slice(heard.length) : intended;
}

/** What was said so far, newest last, for an agent that was not there; at most so many characters. */
export function recap(entries: readonly Entry[], most = 8_000): string {
  const lines = entries
    .filter((entry) => entry.kind === 'turn')
    .map(({ role, text }) => `${role === 'user' ? 'User' : 'Agent'}: ${text}`);
  return lines.join('\n').slice(-most);
}

function said(entries: readonly Entry[], turn: Turn): readonly Entry[] {
  const { eventId } = turn;
  const isItsParts = (entry: Entry): entry is Turn =>
    isAgentTurn(eventId)(entry) && isUnderWay(entry);
  if (!entries.some(isItsParts)) return [...entries, turn];
  return changed(entries, isItsParts, ({ at }) => ({ ...turn, at }));
}

function continued(
  entries: readonly Entry[],
  { eventId, text, at }: Extract<Writing, { type: 'part' }>,
): readonly Entry[] {
  const isIt = isAgentTurn(eventId);
  if (entries.some(isIt)) {
    return changed(entries, isIt, (turn) =>
      turn.isPartial ? { ...turn, text: turn.text + text } : turn,
    );
  }
  if (text === '') return entries;
  return [...entries, { kind: 'turn', role: 'agent', text, at, eventId, isPartial: true }];
}

function corrected(turn: Turn, text: string): Turn {
  return turn.text === text ? turn : { ...whole(turn), text, intended: turn.intended ?? turn.text };
}

function isUnderWay(entry: Entry): entry is Turn {
  return entry.kind === 'turn' && entry.isPartial === true;
}

function whole({ isPartial: _ended, ...turn }: Turn): Turn {
  return turn;
}

function nameless({ eventId: _elsewhere, ...turn }: Turn): Turn {
  return turn;
}

function judged(turn: Turn, liked: boolean | null): Turn {
  const { liked: _before, ...rest } = turn;
  return liked === null ? rest : { ...rest, liked };
}

function used(entries: readonly Entry[], use: ToolUse): readonly Entry[] {
  const isIt = (entry: Entry) => entry.kind === 'tool' && entry.callId === use.callId;
  if (!entries.some(isIt)) return [...entries, use];
  return entries.map((entry) => (isIt(entry) ? { ...use, at: entry.at } : entry));
}

function isAgentTurn(eventId: number | undefined) {
  return (entry: Entry): entry is Turn =>
    entry.kind === 'turn' && entry.role === 'agent' && entry.eventId === eventId;
}

function changed(
  entries: readonly Entry[],
  isIt: (entry: Entry) => entry is Turn,
  change: (turn: Turn) => Turn,
): readonly Entry[] {
  const at = entries.findLastIndex(isIt);
  const turn = entries[at];
  if (turn === undefined || !isIt(turn)) return entries;
  const next = change(turn);
  return next === turn ? entries : entries.with(at, next);
}
