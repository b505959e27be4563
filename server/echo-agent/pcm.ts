/** Samples per second of all audio here: signed 16 bit, little-endian, mono. */
export const SAMPLE_RATE = 16_000;

/** How the protocol names that format. */
export const AUDIO_FORMAT = 'pcm_16000';

const BYTES_PER_SAMPLE = 2;

/** The samples in little-endian bytes; an odd byte at the end is dropped. */
export function samplesOf(bytes: Buffer): Int16Array {
  const samples = new Int16Array(Math.floor(bytes.length / BYTES_PER_SAMPLE));
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(i * BYTES_PER_SAMPLE);
  return samples;
}

/** The little-endian bytes of samples. */
export function bytesOf(samples: Int16Array): Buffer {
  const bytes = Buffer.alloc(samples.length * BYTES_PER_SAMPLE);
  samples.forEach((sample, i) => bytes.writeInt16LE(sample, i * BYTES_PER_SAMPLE));
  return bytes;
}

/** Length of audio in milliseconds. */
export function millisecondsOf(samples: number): number {
  return (samples / SAMPLE_RATE) * 1000;
}

/** Length of audio in samples, rounded down. */
export function samplesIn(ms: number): number {
  return Math.floor((ms * SAMPLE_RATE) / 1000);
}

/** Loudness as root mean square: 0 for silence, 1 for full scale. */
export function loudness(samples: Int16Array): number {
  if (samples.length === 0) return 0;
  const energy = samples.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0);
  return Math.sqrt(energy / samples.length);
}

/** Pieces of audio as one. */
export function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
