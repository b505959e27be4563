import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { standIn, staysSilent, takesCall } from '../support/stand-in.ts';
import { type Stage, cardOn, expect, expectState, test } from './stage.ts';

const BARE = '<div class="voice-card" data-agent-id="echo">A card without a button</div>';

/** Something like a photo: nothing that is legible on it without a ground of its own. */
const PHOTO = `<style>body { background: repeating-conic-gradient(#000 0 25%, #fff 0 50%) 0 0 / 6px 6px }</style>`;

const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

test('words and controls stand out, on any page and in any colours, and nothing moves where less motion is wanted', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall, staysSilent] });
  await stage.set({ backendUrl: backend.url, opensPanel: false });
  const page = await stage.open(PHOTO + BARE);
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to this agent');
  await eachLook(page, () => expectLegible(roots, ['Talk to this agent']));
  await roots.click('Talk to this agent');
  await expectState(cardOn(page), 'listening');
  await eachLook(page, async () => {
    await expectLegible(roots, ['Mute microphone', 'Open panel', 'End the conversation']);
    await expectLegible(roots, ['Conversation'], 'group');
  });
  await roots.click('End the conversation');
  await expectState(cardOn(page), 'idle');
  await stage.set({ backendUrl: 'http://127.0.0.1:9' });
  await stage.later();
  await roots.click('Talk to this agent');
  await roots.expectAlert('The voice backend cannot be reached. Is it running?');
  await eachLook(page, () =>
    expectLegible(roots, ['Open options', 'Dismiss', 'Talk to this agent']),
  );
  await stage.set({ backendUrl: backend.url });
  await stage.show(page, BARE);
  await test.step('nothing moves where less motion is wanted', () => expectStill(stage, page));
  backend.close();
});

async function eachLook(page: Page, expectIt: () => Promise<void>): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia(look);
    await test.step(`${look.colorScheme}, colours forced: ${look.forcedColors}`, expectIt);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** Expects what has these names to be in a colour that can be told from its ground. */
async function expectLegible(roots: ClosedRoots, names: string[], role = 'button'): Promise<void> {
  for (const name of names) {
    const { color, ground } = await roots.colours(name, role);
    expect(contrast(color, ground), `${name}: ${color} on ${ground}`).toBeGreaterThan(4.5);
  }
}

/** WCAG 2.2, contrast ratio, of two colours without transparency. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

async function expectStill(stage: Stage, page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Animation.enable');
  let moved = 0;
  session.on('Animation.animationStarted', () => moved++);
  const roots = await ClosedRoots.of(page);
  const connectAndCancel = async () => {
    await stage.later();
    await roots.click('Talk to this agent');
    await roots.expectStatus('Connecting…');
    await roots.click('Cancel');
    await expectState(cardOn(page), 'idle');
  };
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await connectAndCancel();
  expect(moved).toBeGreaterThan(0);
  moved = 0;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await connectAndCancel();
  expect(moved).toBe(0);
}
