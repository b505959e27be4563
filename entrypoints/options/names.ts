import type { ReadonlySignal } from '@preact/signals';
import type { Catalogue } from '../shared/ui/catalogue.ts';

/** The agents' names, as far as the backend tells. */
export type Names = ReadonlySignal<Catalogue>;
