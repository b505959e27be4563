import * as v from 'valibot';
import { type Mark, isMarkId } from './mark.ts';
import { MARK } from './mark-schema.ts';
import type { Site } from './site.ts';

/** What a pack says it is. */
const KIND = 'voice-cards/mark-pack';
/** Which shape of packs this is; see docs/mark-packs.md. */
const PACK_VERSION = 1;
/** How many characters a pack may have, and how many marks. */
export const PACK_LIMITS = { characters: 1_000_000, marks: 200, name: 100 } as const;

/** Marks that belong together, to be given to others. */
export interface MarkPack {
  readonly id: string;
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** Why a text is no pack. */
export type PackFault = 'too large' | 'not JSON' | 'not a pack' | 'newer';

/** What was read: a pack, and the places of marks that were left out since they make no sense. */
export type ReadPack =
  | { readonly ok: true; readonly pack: MarkPack; readonly malformed: readonly number[] }
  | { readonly ok: false; readonly fault: PackFault };

const PACK = v.object({
  kind: v.literal(KIND),
  version: v.literal(PACK_VERSION),
  id: v.custom<string>(isMarkId),
  name: v.pipe(v.string(), v.maxLength(PACK_LIMITS.name)),
  marks: v.pipe(v.array(v.unknown()), v.maxLength(PACK_LIMITS.marks)),
});
const NEWER = v.object({
  kind: v.literal(KIND),
  version: v.pipe(v.number(), v.gtValue(PACK_VERSION)),
});

/** A pack as a file holds it. */
export function writePack({ id, name, marks }: MarkPack): string {
  // The pack itself says to which one they belong.
  const own = marks.map((mark) => ({ ...mark, pack: undefined }));
  return `${JSON.stringify({ kind: KIND, version: PACK_VERSION, id, name, marks: own }, null, 2)}\n`;
}

/** Reads a pack that anybody may have written. Whatever it holds beside what is known is dropped. */
export function readPack(text: string): ReadPack {
  if (text.length > PACK_LIMITS.characters) return { ok: false, fault: 'too large' };
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, fault: 'not JSON' };
  if (v.is(NEWER, parsed)) return { ok: false, fault: 'newer' };
  const read = v.safeParse(PACK, parsed);
  if (!read.success) return { ok: false, fault: 'not a pack' };
  return { ok: true, ...sorted(read.output) };
}

/** The sites on which a pack has marks, each once. */
export function sitesOf({ marks }: Pick<MarkPack, 'marks'>): Site[] {
  return [...new Set(marks.map(({ scope }) => scope.site))];
}

function sorted({ id, name, marks }: v.InferOutput<typeof PACK>) {
  const good = new Map<string, Mark>();
  const malformed: number[] = [];
  for (const [i, written] of marks.entries()) {
    const mark = v.safeParse(MARK, written);
    if (mark.success && !good.has(mark.output.id)) {
      good.set(mark.output.id, { ...mark.output, pack: id });
    } else malformed.push(i);
  }
  return { pack: { id, name, marks: [...good.values()] }, malformed };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
