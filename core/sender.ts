import type { Sender } from './messages.ts';

/** What a browser says of who sent a message. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** The document's own; `null` in words where it has none, as in a sandbox. */
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  /** Names the very document; not in every browser. */
  readonly documentId?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly windowId?: number | undefined;
      }
    | undefined;
}

/** This extension, as the browser names it. */
export interface Self {
  readonly id: string;
  /** `chrome-extension://…/`, with the slash. */
  readonly root: string;
  /** Paths of the pages that may hold the conversation. */
  readonly hosts: readonly string[];
}

/** What browsers call the background: a worker is its script, an event page a page made for it. */
const BACKGROUNDS = ['background.js', '_generated_background_page.html'];

/** Which of our own contexts is speaking, by what the browser says and never by the message itself. */
export function senderKind(sender: SenderFacts, self: Self): Sender | null {
  if (sender.id !== self.id) return null;
  const path = sender.url?.startsWith(self.root) ? sender.url.slice(self.root.length) : null;
  if (path === null) return isOnScreen(sender) ? 'content' : isWorker(sender) ? 'background' : null;
  if (BACKGROUNDS.includes(path)) return 'background';
  return self.hosts.includes(path) ? 'host' : 'page';
}

/** A document that a person can see, in a tab or in a frame of it: not prerendered, not frozen away. */
function isOnScreen({ tab, frameId, documentLifecycle = 'active' }: SenderFacts): boolean {
  return tab?.id !== undefined && frameId !== undefined && documentLifecycle === 'active';
}

function isWorker({ tab, url }: SenderFacts): boolean {
  return tab === undefined && url === undefined;
}
