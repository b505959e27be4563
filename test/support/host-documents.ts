import { setTimeout as wait } from 'node:timers/promises';
import type { connectDevTools } from '../../scripts/devtools.js';
import { found } from './until.ts';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** Between two tries to attach to a document that is only just there, in milliseconds. */
const AGAIN_MS = 20;

/** What DevTools tells of anything that they can attach to. */
interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** An offscreen document that there is. */
interface HostDocument {
  readonly targetId: string;
  /** Resolves when it goes: from then on it answers nothing that it was asked. */
  readonly gone: Promise<void>;
  readonly end: () => void;
  /** The session in which it is looked into, as soon as it is. */
  session?: Promise<string | null>;
}

/** The document went before it had answered. */
export class HostGone extends Error {}

/** Asks a document that is attached to; throws `HostGone` if it goes meanwhile. */
export type Ask = (method: string, params?: object) => ReturnType<DevTools['send']>;

/** The offscreen documents that come and go, each attached to once, when it is first looked into. */
export class HostDocuments {
  readonly #devTools: DevTools;
  readonly #documents = new Map<string, HostDocument>();
  /** The targets that are gone: DevTools may have news of them after that. */
  readonly #over = new Set<string>();
  #most = 0;

  static async of(devTools: DevTools): Promise<HostDocuments> {
    const documents = new HostDocuments(devTools);
    await devTools.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
    return documents;
  }

  private constructor(devTools: DevTools) {
    this.#devTools = devTools;
    type News = { readonly targetInfo: Target };
    devTools.events.on('Target.targetInfoChanged', ({ targetInfo }: News) =>
      this.#note(targetInfo),
    );
    devTools.events.on('Target.targetCreated', ({ targetInfo }: News) => {
      // One that takes the place of another may have its name.
      this.#over.delete(targetInfo.targetId);
      this.#note(targetInfo);
    });
    const forget = ({ targetId }: { readonly targetId: string }) => {
      this.#over.add(targetId);
      this.#documents.get(targetId)?.end();
      this.#documents.delete(targetId);
    };
    devTools.events.on('Target.targetDestroyed', forget).on('Target.targetCrashed', forget);
  }

  /** How many there ever were at once. */
  async most(): Promise<number> {
    await this.#find();
    return this.#most;
  }

  /** Attaches to the one that there is; null without one. */
  async attached(): Promise<Ask | null> {
    if (this.#documents.size === 0) await this.#find();
    const [document] = this.#documents.values();
    if (!document) return null;
    const gone = document.gone.then(() => {
      throw new HostGone();
    });
    // Only who waits for an answer cares.
    gone.catch(() => {});
    const sessionId = await Promise.race([this.#sessionOf(document), document.gone]);
    if (typeof sessionId !== 'string') return null;
    return (method, params) => Promise.race([this.#devTools.send(method, params, sessionId), gone]);
  }

  /** The same, waited for. */
  waitedFor(): Promise<Ask> {
    return found(() => this.attached(), 'host');
  }

  /** Asks which there are: of one that has just come, DevTools may never tell the address by itself. */
  async #find(): Promise<void> {
    const { targetInfos } = await this.#devTools.send('Target.getTargets', { filter: [{}] });
    for (const target of targetInfos) this.#note(target);
  }

  #note({ targetId, type, url }: Target): void {
    if (!url.endsWith('/offscreen.html') || type === 'tab') return;
    if (this.#over.has(targetId) || this.#documents.has(targetId)) return;
    const { promise: gone, resolve: end } = Promise.withResolvers<void>();
    this.#documents.set(targetId, { targetId, gone, end });
    this.#most = Math.max(this.#most, this.#documents.size);
  }

  /** Attaches to a document, once for all looks, as soon as that is possible; null once it is gone. */
  #sessionOf(document: HostDocument): Promise<string | null> {
    const { targetId } = document;
    const attach = async () => {
      while (this.#documents.has(targetId)) {
        try {
          const how = { targetId, flatten: true };
          const { sessionId } = await this.#devTools.send('Target.attachToTarget', how);
          return sessionId;
        } catch {
          await wait(AGAIN_MS);
        }
      }
      return null;
    };
    document.session ??= attach();
    return document.session;
  }
}
