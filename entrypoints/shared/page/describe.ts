import type { ElementFacts } from '../../../core/mark.ts';
import { fingerprintOf } from './fingerprint.ts';
import { surroundingsOf } from './surroundings.ts';

/** An element as plain data. */
export function describe(element: Element): Pick<ElementFacts, 'fingerprint' | 'surroundings'> {
  return { fingerprint: fingerprintOf(element), surroundings: surroundingsOf(element) };
}
