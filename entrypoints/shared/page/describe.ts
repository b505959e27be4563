import type { ElementFacts } from '../../../core/mark.ts';
import { fingerprintOf } from './fingerprint.ts';
import { forget } from './remember.ts';
import { surroundingsOf } from './surroundings.ts';

/** What is told of an element wherever it is. */
export type Facts = Pick<ElementFacts, 'fingerprint' | 'surroundings'>;

/** An element as plain data. */
export function describe(element: Element): Facts {
  forget();
  return factsOf(element);
}

/** The same, where nobody else has had a turn since the last one. */
export function factsOf(element: Element): Facts {
  return { fingerprint: fingerprintOf(element), surroundings: surroundingsOf(element) };
}
