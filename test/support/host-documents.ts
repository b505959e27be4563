import type { connectDevTools } from '../../scripts/devtools.js';
import { until } from './until.ts';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

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

/** A document that is attached to. */
export interface Attached {
  readonly send: DevTools['send'];
  readonly gone: Promise<void>;
}

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

  /** The one that there is; null without one, or where it cannot be attached to yet. */
  async attached(): Promise<Attached | null> {
    if (this.#documents.size === 0) await this.#find();
    const [document] = this.#documents.values();
    if (!document) return null;
    const { gone } = document;
    const sessionId = await Promise.race([this.#sessionOf(document), gone.then(() => null)]);
    if (sessionId === null) return null;
    return { send: (method, params) => this.#devTools.send(method, params, sessionId), gone };
  }

  /** The same, waited for. */
  async waitedFor(): Promise<Attached> {
    await until(async () => (await this.attached()) !== null, 'there is a host').toBe(true);
    const attached = await this.attached();
    if (attached === null) throw new Error('The host went as soon as it had come.');
    return attached;
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

  /** Attaches to a document, once for all looks; null where it cannot be attached to, or not yet. */
  #sessionOf(document: HostDocument): Promise<string | null> {
    const { targetId } = document;
    const attach = async () => {
      try {
        const how = { targetId, flatten: true };
        const { sessionId } = await this.#devTools.send('Target.attachToTarget', how);
        return sessionId;
      } catch {
        delete document.session;
        return null;
      }
    };
    document.session ??= attach();
    return document.session;
  }
}
