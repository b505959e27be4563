import fc from 'fast-check';
import { anyCharacter } from './any-character.ts';

const PLAIN = "abcXYZ0189-._~!$&'()*+,;=:@".split('');

const anyPiece = fc.oneof(
  { arbitrary: fc.constantFrom(...PLAIN), weight: 10 },
  anyCharacter.map(encodeURIComponent),
);
const anySegment = fc.string({ unit: anyPiece });

/** Paths of web addresses, as RFC 3986 has them: nothing, or segments behind slashes. */
export const anyWebPath = fc
  .array(anySegment, { maxLength: 5 })
  .map((segments) => segments.map((segment) => `/${segment}`).join(''));

/** Web addresses. */
export const anyWebUrl = fc
  .tuple(fc.constantFrom('https://', 'http://'), fc.webAuthority(), anyWebPath)
  .map((parts) => parts.join(''));
