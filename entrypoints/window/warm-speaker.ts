/** Never closed, and never heard. */
let warm: AudioContext | null = null;

/**
 * Opens the way to the loudspeaker before it is needed, and keeps it open from one conversation to the
 * next: that takes Firefox up to 1.7 s. All audio contexts of a page share it there, so those of a
 * conversation start at once.
 */
export function warmSpeaker(): void {
  warm ??= new AudioContext({ latencyHint: 'interactive' });
}
