import { LOOK_MS } from '../core/card.ts';

/** For how long a person looks at a button that they mean to press: as long as is asked of them, and some; in milliseconds. */
export const GLANCE_MS = LOOK_MS + 200;
