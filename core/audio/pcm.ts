/** How samples travel: 16-bit little-endian PCM, or G.711 µ-law, mono. */
export interface AudioFormat {
  readonly format: 'pcm' | 'ulaw';
  /** Samples a second. */
  readonly sampleRate: number;
}

/** What agents speak and hear unless they are configured otherwise. */
export const USUAL_FORMAT: AudioFormat = { format: 'pcm', sampleRate: 16_000 };

const FULL_SCALE = 32_768;
const ULAW_BIAS = 0x84;
const ULAW_CLIP = 32_635;

/** Samples from -1 to 1 as bytes for the wire. */
export function encode(samples: Float32Array, format: AudioFormat['format']): Uint8Array {
  return format === 'ulaw' ? Uint8Array.from(samples, toUlaw) : encodePcm(samples);
}

/** Bytes from the wire as samples from -1 to 1; an odd last byte is dropped. */
export function decode(bytes: Uint8Array, format: AudioFormat['format']): Float32Array {
  return format === 'ulaw' ? Float32Array.from(bytes, fromUlaw) : decodePcm(bytes);
}

function encodePcm(samples: Float32Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 2);
  const view = new DataView(bytes.buffer);
  samples.forEach((sample, i) => view.setInt16(i * 2, toInt16(sample), true));
  return bytes;
}

function decodePcm(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from(
    { length: bytes.length >> 1 },
    (_, i) => view.getInt16(i * 2, true) / FULL_SCALE,
  );
}

function toInt16(sample: number): number {
  return Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE)));
}

/** ITU-T G.711: sign, three bits of exponent, four of mantissa, all inverted. */
function toUlaw(sample: number): number {
  const pcm = toInt16(sample);
  const sign = pcm < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(pcm), ULAW_CLIP) + ULAW_BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function fromUlaw(byte: number): number {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 7;
  const magnitude = ((((bits & 0x0f) << 3) + ULAW_BIAS) << exponent) - ULAW_BIAS;
  return ((bits & 0x80) === 0 ? magnitude : -magnitude) / FULL_SCALE;
}
