import { readWav } from '../../scripts/audio.js';
import { similarity } from '../../scripts/similarity.js';
import { SENTENCE, card, cardOn, clickTalk, expect, expectState, test } from './stage.ts';

/** At least this much of the sentence, 1 being all of it, is the same sentence. */
const SAME = 0.6;
/** Seconds without sound that end a greeting or a reply. */
const QUIET = 0.7;

const CONDITIONS = [
  { name: 'a plain page', headers: {}, site: 'http://127.0.0.1' },
  {
    name: "CSP default-src 'none'",
    headers: { 'content-security-policy': "default-src 'none'" },
    site: 'http://127.0.0.1',
  },
  {
    name: 'Permissions-Policy microphone=()',
    headers: { 'permissions-policy': 'microphone=()' },
    site: 'http://127.0.0.1',
  },
  {
    name: 'a page isolated by COEP require-corp',
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
    site: 'http://127.0.0.1',
  },
  {
    name: 'CSP sandbox allow-scripts',
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    site: 'http://127.0.0.1',
  },
  { name: 'http on a name that is not this computer', headers: {}, site: 'http://plain.test' },
];

for (const { name, headers, site } of CONDITIONS) {
  test(`a spoken sentence comes back on ${name}`, async ({ stage }) => {
    const page = await stage.open(card(), { headers, site });
    const { speaker } = stage.browser;
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'speaking');
    await speaker.untilQuiet(QUIET);
    const greeted = speaker.seconds();
    await speaker.untilSound(greeted);
    await speaker.untilQuiet(QUIET, greeted);
    expect(similarity(speaker.recording(greeted), await readWav(SENTENCE))).toBeGreaterThan(SAME);
    await expectState(cardOn(page), 'listening');

    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await expect.poll(() => stage.host.liveTracks()).toBe(0);
  });
}
