import { loudness, resample } from './audio.js';

/** @typedef {import('./tape.js').Recording} Recording */
/** @typedef {{ samples: Float32Array, power: Float64Array }} Heard what was recorded, with running sums of its power */

/** In Hz, four times the highest frequency that is compared: at 16 kHz a comparison costs four times more. */
const RATE = 8000;
/**
 * Compared are the vowels: browsers' voice processing shifts the phase of what lies below, where a
 * voice is loudest, and thins out what lies above. In Hz.
 */
const BAND = { from: 400, to: 2000 };
/** Taps of the filter on each side; about 60 Hz wide slopes. */
const REACH = 200;
const WINDOW = 0.4 * RATE;
/** By how much a busy machine, which drops samples or plays them late, may shift parts of a sentence. */
const DRIFT = 0.5 * RATE;
/** The lag of the whole sentence is sought at this coarser rate first; a voice's pitch and vowels survive it. */
const COARSE = 4;
/** A window below this share of the sentence's loudness is a pause. */
const PAUSE = 0.25;

/**
 * How much of the spoken sentence is in the recording: the median over 400 ms windows of the best
 * normalised correlation within 500 ms of the sentence's lag. 1: the same; below 0.4: something else.
 * @param {Recording} recorded
 * @param {Recording} spoken
 */
export function similarity(recorded, spoken) {
  const heard = vowels(resample(recorded, RATE).samples);
  const said = vowels(resample(spoken, RATE).samples);
  const lag = COARSE * bestLag(coarse(heard), coarse(said));
  const recording = { samples: heard, power: powerSums(heard) };
  const scores = windowsOf(said).map(({ at, window }) =>
    bestCorrelation(recording, window, at + lag - DRIFT, at + lag + DRIFT),
  );
  return median(scores);
}

/**
 * The band alone, by a windowed sinc, which shifts nothing.
 * @param {Float32Array} samples
 */
function vowels(samples) {
  const taps = Float32Array.from({ length: 2 * REACH + 1 }, (_, i) => {
    const hann = 0.5 + 0.5 * Math.cos((Math.PI * (i - REACH)) / (REACH + 1));
    return hann * (lowPass(i - REACH, BAND.to) - lowPass(i - REACH, BAND.from));
  });
  const padded = new Float32Array(samples.length + 2 * REACH);
  padded.set(samples, REACH);
  return samples.map((_, i) => dot(padded, i, taps));
}

/**
 * @param {number} tap
 * @param {number} cutoff in Hz
 */
function lowPass(tap, cutoff) {
  const share = (2 * cutoff) / RATE;
  return tap === 0 ? share : Math.sin(Math.PI * share * tap) / (Math.PI * tap);
}

/** @param {Float32Array} samples */
function coarse(samples) {
  return Float32Array.from({ length: Math.floor(samples.length / COARSE) }, (_, i) => {
    const part = samples.subarray(i * COARSE, (i + 1) * COARSE);
    return part.reduce((sum, sample) => sum + sample, 0) / COARSE;
  });
}

/**
 * By how many samples the sentence is best shifted to lie on the recording.
 * @param {Float32Array} heard
 * @param {Float32Array} said
 */
function bestLag(heard, said) {
  const power = powerSums(heard);
  // So that the correlation with a few stray samples at the edges counts for little.
  const floor = 0.1 * totalPower(said);
  let best = { lag: 0, score: -1 };
  for (let lag = -said.length; lag < heard.length; lag++) {
    const from = Math.max(0, lag);
    const to = Math.min(heard.length, lag + said.length);
    const overlap = between(power, from, to);
    const score =
      dot(heard, from, said.subarray(from - lag, to - lag)) / Math.sqrt(overlap + floor);
    if (score > best.score) best = { lag, score };
  }
  return best.lag;
}

/**
 * The highest normalised correlation of a window with the recording at any start in the range.
 * @param {Heard} heard
 * @param {Float32Array} window
 * @param {number} first
 * @param {number} last
 */
function bestCorrelation({ samples, power }, window, first, last) {
  const ownPower = totalPower(window);
  /** @param {number} start */
  const correlation = (start) => {
    const scale = Math.sqrt(ownPower * between(power, start, start + window.length));
    return scale > 0 ? dot(samples, start, window) / scale : 0;
  };
  const from = Math.max(0, first);
  const to = Math.min(last, samples.length - window.length);
  let best = 0;
  for (let start = from; start <= to; start++) best = Math.max(best, correlation(start));
  return best;
}

/** @param {Float32Array} said */
function windowsOf(said) {
  const windows = [];
  for (let at = 0; at + WINDOW <= said.length; at += WINDOW) {
    windows.push({ at, window: said.subarray(at, at + WINDOW) });
  }
  return windows.filter(({ window }) => loudness(window) > PAUSE * loudness(said));
}

/**
 * @param {Float32Array} heard
 * @param {number} start
 * @param {Float32Array} part
 */
function dot(heard, start, part) {
  let sum = 0;
  for (let i = 0; i < part.length; i++) sum += (heard[start + i] ?? 0) * (part[i] ?? 0);
  return sum;
}

/** @param {Float32Array} samples */
function totalPower(samples) {
  return dot(samples, 0, samples);
}

/**
 * Running sums of power, so that the power of any stretch is one subtraction.
 * @param {Float32Array} samples
 */
function powerSums(samples) {
  const sums = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i++) sums[i + 1] = (sums[i] ?? 0) + (samples[i] ?? 0) ** 2;
  return sums;
}

/**
 * @param {Float64Array} sums
 * @param {number} from
 * @param {number} to
 */
function between(sums, from, to) {
  return Math.max(0, (sums[to] ?? 0) - (sums[from] ?? 0));
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
