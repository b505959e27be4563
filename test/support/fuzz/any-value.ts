import fc from 'fast-check';
import { anyCharacter } from './any-character.ts';

/** Numbers that are none in JSON or in a date, and those at their edges. */
const anyNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 1e21, 8.64e15 + 1, Number.MAX_VALUE, Infinity, -Infinity, NaN),
);

/** Texts that mean something to somebody they were not written for. */
export const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    ' ',
    '*',
    '..',
    '\0',
    '\u202e',
    '\ud800',
  ),
  fc.constantFrom('<img src=x onerror=alert(1)>', 'javascript:alert(1)', '${x}', '%2e%2e%2f'),
  fc.nat({ max: 3_000 }).map((length) => 'a'.repeat(length)),
);

/** Anything that a message can carry, deep or shallow, most of it nearly right somewhere. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  anyNumber,
  fc.boolean(),
  fc.constantFrom(null, undefined, 'echo', 'https://site.example'),
  fc.anything({ maxDepth: 2, withNullPrototype: true }),
  fc.object({ maxDepth: 2 }),
);

/** JSON of anything, of what is written here with anything in it, and what is hardly JSON. */
export function anyJson(about: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const written = about.map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(
    { arbitrary: written, weight: 4 },
    // A number that JSON can say and nothing can hold.
    written.map((text) => text.replace(/:\d+/, ':1e999')),
    fc.tuple(written, fc.nat({ max: 200 })).map(([text, at]) => text.slice(0, at)),
    anyText,
    fc.json(),
  );
}
