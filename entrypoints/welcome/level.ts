/** What is quieter than this, in decibels below full scale, counts as silence. */
const FLOOR_DB = -60;
/** A voice at a microphone is louder than this; from 0 to 1. */
export const VOICE_LEVEL = 0.35;

/** How loud a stretch of sound is, from 0, which is silence, to 1. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB)) || 0;
}

/**
 * Listens to a microphone until `signal` is aborted, and lets it go in that moment; rejects where
 * there is none to be had.
 * @param deviceId empty for the system's default
 * @param tell called with every frame; from 0 to 1
 */
export async function listen(
  deviceId: string,
  tell: (level: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const audio = deviceId === '' ? true : { deviceId };
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  const letGo = () => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) return letGo();
  signal.addEventListener('abort', letGo);
  measure(stream, tell, signal);
}

function measure(stream: MediaStream, tell: (level: number) => void, signal: AbortSignal): void {
  const context = new AudioContext();
  signal.addEventListener('abort', () => void context.close());
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const frame = () => {
    if (signal.aborted) return;
    analyser.getFloatTimeDomainData(samples);
    tell(loudness(samples));
    requestAnimationFrame(frame);
  };
  frame();
}
