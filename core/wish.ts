import type { CardAttributes } from './card-attributes.ts';
import type { Mode } from './conversation.ts';
import type { Site } from './site.ts';

/** A conversation that somebody wants to start, and where. */
export interface Wish {
  readonly agentId: string;
  /** The tab in which it was asked for, and the frame in it; 0 is the page itself. */
  readonly tabId: number;
  readonly frameId: number;
  /** Where it was asked for; null for the extension's own pages. */
  readonly site: Site | null;
  /** For a frame, the site of the page around it, where that is another one. */
  readonly within?: Site;
  readonly mode: Mode;
  /** What the card asks of its agent. */
  readonly attributes: CardAttributes;
  /** What the agent is told before anybody speaks, such as a selection on the page. */
  readonly context?: string;
  /** What the person writes first. */
  readonly text?: string;
}
