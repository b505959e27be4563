import type { HostProbe } from './host-probe.ts';
import { misquoted, unaccounted, unended, whole } from './ledger.ts';
import type { Surfaces } from './surfaces.ts';
import type { Witness } from './witness.ts';

/** Where it can be seen what holds. */
export interface Scene {
  readonly host: HostProbe;
  readonly witness: Witness;
  readonly surfaces: Surfaces;
}

/**
 * Which of what must hold at any time does not, in words; what must hold of one fault (the microphone
 * goes off, all surfaces agree, the next start works) is expected where the fault happens.
 * @param chosen settings and marks as they must have stayed; null where the fault lies in changing them
 */
export async function broken(
  { host, witness, surfaces }: Scene,
  chosen: string | null,
): Promise<string[]> {
  const { events, kept, chosen: now } = await surfaces.facts();
  const { lines, mints, troubles } = witness;
  const books = whole({ events, mints, lines });
  const sockets = await host.mostSockets();
  return [
    ...(sockets <= 1 ? [] : [`I2: ${sockets} sockets at once`]),
    ...(host.mostDocuments <= 1 ? [] : [`I2: ${host.mostDocuments} hosts at once`]),
    ...unended(books.events).map((text) => `I3: ${text}`),
    ...misquoted(kept, lines).map((text) => `I4: ${text}`),
    ...unaccounted(books).map((text) => `I6: ${text}`),
    ...troubles.map((text) => `I8: ${text}`),
    ...(chosen === null || chosen === now ? [] : [`I9: ${chosen} has become ${now}`]),
  ];
}
