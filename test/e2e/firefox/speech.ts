import { readWav } from '../../../scripts/audio.js';
import { similarity } from '../../../scripts/similarity.js';
import { SENTENCE } from '../stage.ts';
import type { World } from './world.ts';

/** At least this much of the sentence, 1 being all of it, is the same sentence. */
export const SAME = 0.6;
/** Seconds without sound that end a greeting or a reply. */
const QUIET = 0.7;

/** Hears the greeting, says the sentence, and gives how much of it comes back, from 0 to 1. */
export async function saySentence({ speaker, say }: World['pulse']): Promise<number> {
  await speaker.untilSound();
  await speaker.untilQuiet(QUIET);
  const greeted = speaker.seconds();
  await say(SENTENCE);
  await speaker.untilSound(greeted);
  await speaker.untilQuiet(QUIET, greeted);
  const score = similarity(speaker.recording(greeted), await readWav(SENTENCE));
  process.stdout.write(`similarity of what Firefox played: ${score.toFixed(2)}\n`);
  return score;
}
