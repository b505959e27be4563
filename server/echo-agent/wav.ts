import { SAMPLE_RATE, samplesOf } from './pcm.ts';

const PCM = 1;

/**
 * The samples of a RIFF/WAVE file.
 * @throws when it is not 16 kHz, mono, 16 bit
 */
export function readWav(file: Buffer): Int16Array {
  const chunks = chunksOf(file);
  const format = chunks.get('fmt ');
  const data = chunks.get('data');
  if (!format || !data || !isOurFormat(format)) {
    throw new Error('not a WAVE file of 16 kHz, mono, 16 bit');
  }
  return samplesOf(data);
}

function chunksOf(file: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  if (file.length < 12 || file.toString('latin1', 8, 12) !== 'WAVE') return chunks;
  for (let at = 12; at + 8 <= file.length;) {
    const size = file.readUInt32LE(at + 4);
    chunks.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + size));
    // Chunks begin at even offsets.
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function isOurFormat(format: Buffer): boolean {
  return (
    format.length >= 16 &&
    format.readUInt16LE(0) === PCM &&
    format.readUInt16LE(2) === 1 &&
    format.readUInt32LE(4) === SAMPLE_RATE &&
    format.readUInt16LE(14) === 16
  );
}
