import type { AimStart } from './aim.ts';

/** Where an element is to be picked. */
export interface PickOrder {
  readonly tabId: number;
  /** The frame in it; the page itself where there is none. */
  readonly frameId?: number;
  /** The mark that is to be attached anew. */
  readonly markId?: string;
}

/** What the page's side of the picker starts with. */
export interface AimView {
  /** The picker's secret: who has it is the one that was asked for. */
  readonly token: string;
  readonly start: AimStart;
}

/** A tab whose address may be seen. */
export interface OpenTab {
  readonly title: string;
  readonly url: string;
}

/** What the picker starts with. */
export interface PickerView {
  /** The address of the document in which an element is picked, and that of the page around it. */
  readonly address: string;
  readonly around: string;
  readonly markId: string | null;
  /** Tabs that are open, as far as they can be seen; null in a frame, of which a tab's address tells nothing. */
  readonly tabs: readonly OpenTab[] | null;
}
