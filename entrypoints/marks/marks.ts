import type { Anchor, Mark } from '../../core/mark.ts';
import { holdsAt } from '../../core/mark-scope.ts';
import type { MarkState } from '../../core/messages.ts';
import { sendMessage } from '../shared/page/messaging.ts';
import { anchorOf } from '../shared/page/anchor.ts';
import { isConnected } from '../shared/page/dom.ts';
import { whenIdle } from '../shared/page/idle.ts';
import { type Located, isStillAt, locating } from '../shared/page/locate.ts';
import type { Finder, MarkedCard } from '../shared/page/meeting.ts';
import { Rounds } from '../shared/page/rounds.ts';
import { Attached, isSamePlace } from './attached.ts';
import { rootsNamed } from './named-roots.ts';
import { wordsOf } from './words.ts';

/** So many times as long as it took to look for marks nobody looks again, while the page changes on and on. */
const SEARCH = { rest: 50, least: 500 } as const;
/** The same, for elements of which we only want to know whether they are still the ones. */
const CHECK = { rest: 50, least: 200 } as const;
/** The same, for whether they are in the page at all. */
const GLANCE = { rest: 1_000, least: 500 } as const;
/** The same, for showing what was found: of many marks, several are shown at once. */
const SHOW = { rest: 20, least: 50 } as const;

/** The marks that hold on this page, and where they are. */
export class Marks {
  readonly #finder: Finder;
  readonly #searches: Rounds;
  readonly #checks: Rounds;
  readonly #glances: Rounds;
  readonly #shows: Rounds;
  #all: readonly Mark[] = [];
  /** Those that hold at this address. */
  #here: readonly Mark[] = [];
  readonly #attached = new Map<string, Attached>();
  /** Where those may be that are nowhere for certain, by their ids; empty where there is no likely place. */
  readonly #likely = new Map<string, readonly Element[]>();

  constructor(finder: Finder) {
    this.#finder = finder;
    const { signal } = finder;
    const during = async (work: Generator<void, void>) => (await whenIdle(work, signal)).took;
    this.#searches = new Rounds({ round: () => during(this.#searching()), ...SEARCH, signal });
    this.#checks = new Rounds({ round: () => during(this.#checking()), ...CHECK, signal });
    this.#glances = new Rounds({
      round: async () => timed(() => this.#glance()),
      ...GLANCE,
      signal,
    });
    this.#shows = new Rounds({ round: async () => timed(() => this.#show()), ...SHOW, signal });
    signal.addEventListener('abort', () => this.#keep(() => false));
  }

  /** Asks for the marks anew. */
  async renew(): Promise<void> {
    const now = await sendMessage('marks').catch(() => null);
    if (now === null || this.#finder.signal.aborted) return;
    const before = this.#all;
    this.#all = now;
    const isAsBefore = (id: string) => {
      const [mark, known] = [now, before].map((marks) => marks.find((it) => it.id === id));
      return mark !== undefined && known !== undefined && isSamePlace(mark, known);
    };
    this.#keep(isAsBefore);
    this.moveOn();
  }

  /** The page has another address: other marks may hold, and those that do may be elsewhere. */
  moveOn(): void {
    const address = URL.parse(location.href);
    this.#here = this.#all.filter((mark) => holdsAt(mark, address));
    this.#keep((id) => this.#here.some((mark) => mark.id === id));
    this.#likely.clear();
    for (const attached of this.#attached.values()) attached.isInDoubt = true;
    this.#show();
    this.#checks.wantNow();
    this.#searches.wantNow();
  }

  /** The page has changed: marks may have lost their elements, or find them now. */
  look(): void {
    if (this.#attached.size < this.#here.length) this.#searches.want();
    if (this.#attached.size > 0) this.#glances.want();
  }

  /** There may be more shadow roots: marks that name some may be found now. */
  lookInRoots(): void {
    const isMissing = ({ id, anchor }: Mark) => anchor.roots.length > 0 && !this.#attached.has(id);
    if (this.#here.some(isMissing)) this.#searches.want();
  }

  /** How each of them stands, for the popup. */
  states(): MarkState[] {
    return this.#here.map(({ id }) => {
      const likely = this.#likely.get(id);
      const places = likely?.map(wordsOf) ?? [];
      if (this.#attached.has(id)) return { id, state: 'found', places };
      return { id, state: likely ? (places.length > 0 ? 'moved' : 'gone') : 'looking', places };
    });
  }

  /** All that is to be known of a likely place, to have the mark there from now on. */
  anchorAt(id: string, place: number): Anchor | null {
    const element = this.#likely.get(id)?.[place];
    return element && isConnected(element) ? anchorOf(element) : null;
  }

  #glance(): void {
    const { size } = this.#attached;
    this.#keep((_, { isInPage }) => isInPage);
    if (this.#attached.size < size) {
      this.#show();
      this.#searches.wantNow();
    }
  }

  *#searching(): Generator<void, void> {
    for (const mark of this.#here) {
      if (this.#attached.has(mark.id)) continue;
      this.#finder.lookInto(rootsNamed(mark.anchor.roots));
      yield;
      const located = yield* locating(mark.anchor);
      // The marks may be others by now.
      if (this.#here.includes(mark)) this.#settle(mark, located);
    }
  }

  #settle({ id }: Mark, located: Located): void {
    this.#likely.delete(id);
    if ('found' in located) {
      this.#attached.set(id, new Attached(located.found, () => this.#checks.want()));
      this.#shows.want();
    } else this.#likely.set(id, 'moved' in located ? located.moved : []);
  }

  *#checking(): Generator<void, void> {
    for (const [id, attached] of this.#attached) {
      if (!attached.isInDoubt) continue;
      attached.isInDoubt = false;
      const mark = this.#here.find((it) => it.id === id);
      const isStill = mark && attached.isInPage && isStillAt(mark.anchor, attached.element);
      if (!isStill) this.#lose(id);
      yield;
    }
  }

  #lose(id: string): void {
    this.#keep((other) => other !== id);
    this.#show();
    this.#searches.wantNow();
  }

  #keep(isKept: (id: string, attached: Attached) => boolean): void {
    for (const [id, attached] of this.#attached) {
      if (isKept(id, attached)) continue;
      attached.detach();
      this.#attached.delete(id);
    }
  }

  #show(): void {
    const cards = new Map<Element, MarkedCard>();
    for (const { id, agentId, label, corner } of this.#here) {
      const element = this.#attached.get(id)?.element;
      // Of two marks on one element, the older holds.
      if (element && !cards.has(element)) cards.set(element, { agentId, label, corner });
    }
    this.#finder.mark('person', cards);
  }
}

/** How long something takes, in milliseconds. */
function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
