import { readFile, writeFile } from 'node:fs/promises';

/** @typedef {import('./tape.js').Recording} Recording */

const HEADER_BYTES = 44;
const LOUDEST = 32767;

/**
 * Reads a 16-bit mono WAV file.
 * @param {string} path
 * @returns {Promise<Recording>}
 */
export async function readWav(path) {
  const file = await readFile(path).catch(() => {
    throw new Error(`${path} cannot be read.`);
  });
  const isWav =
    file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WAVE';
  if (!isWav) throw new Error(`${path} is not a WAV file.`);
  const format = chunkOf(file, 'fmt ');
  if (!format || format.readUInt16LE(2) !== 1 || format.readUInt16LE(14) !== 16) {
    throw new Error(`${path} is not a 16-bit mono WAV file.`);
  }
  const data = chunkOf(file, 'data') ?? Buffer.alloc(0);
  const samples = new Float32Array(Math.floor(data.length / 2));
  for (let i = 0; i < samples.length; i++) samples[i] = data.readInt16LE(2 * i) / LOUDEST;
  return { sampleRate: format.readUInt32LE(4), samples };
}

/**
 * @param {Buffer} file
 * @param {string} name four letters
 */
function chunkOf(file, name) {
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4);
    if (file.toString('latin1', at, at + 4) === name) return file.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/**
 * Writes a 16-bit mono WAV file.
 * @param {string} path
 * @param {Recording} recording
 */
export async function writeWav(path, { sampleRate, samples }) {
  const file = Buffer.alloc(HEADER_BYTES + 2 * samples.length);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(2 * sampleRate, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((sample, i) => {
    const level = Math.max(-1, Math.min(1, sample)) * LOUDEST;
    file.writeInt16LE(Math.round(level), HEADER_BYTES + 2 * i);
  });
  await writeFile(path, file);
}

/**
 * Another sample rate by linear interpolation: good enough to compare speech and to feed a microphone.
 * @param {Recording} recording
 * @param {number} sampleRate
 * @returns {Recording}
 */
export function resample(recording, sampleRate) {
  const { samples } = recording;
  const step = recording.sampleRate / sampleRate;
  const resampled = Float32Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    const before = Math.floor(i * step);
    const here = samples[before] ?? 0;
    const next = samples[before + 1] ?? here;
    return here + (next - here) * (i * step - before);
  });
  return { sampleRate, samples: resampled };
}

/**
 * Puts pieces one after the other.
 * @param {Float32Array[]} pieces
 */
export function joinSamples(pieces) {
  const joined = new Float32Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/**
 * Root mean square, 0 to 1.
 * @param {Float32Array} samples
 */
export function loudness(samples) {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(power / samples.length);
}

/**
 * Writes the WAV that Chromium takes for the microphone: silence, the sentence, silence.
 * It ends in silence because Chromium repeats the file's last buffer for ever.
 * @param {string} path where to write it
 * @param {string} sentence path of a 16-bit mono WAV
 * @param {{ leadInSeconds: number }} options
 */
export async function writeMicrophoneWav(path, sentence, { leadInSeconds }) {
  const { sampleRate, samples } = resample(await readWav(sentence), 48000);
  const leadIn = new Float32Array(Math.round(leadInSeconds * sampleRate));
  const rest = new Float32Array(3 * sampleRate);
  await writeWav(path, { sampleRate, samples: joinSamples([leadIn, samples, rest]) });
}
