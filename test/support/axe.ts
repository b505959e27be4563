import { AxeBuilder } from '@axe-core/playwright';
import { type Frame, type Page, expect } from 'playwright/test';

/** How a person may have set up their screen; the first is how most have. */
export const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** What axe looks at that changes with the look; all else it looks at once. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Expects that axe finds nothing wrong with what a page, or a frame of it, shows now, in every look or in some. */
export async function expectAccessible(
  page: Page,
  { looks = LOOKS, frame }: { looks?: readonly (typeof LOOKS)[number][]; frame?: Frame } = {},
): Promise<void> {
  for (const [nth, look] of looks.entries()) {
    // Without motion: a colour that is still on its way from one look to the next is none of either.
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    // In one piece: else it opens a page of its own, and ours is on the screen no more.
    const axe = new AxeBuilder({ page: frame ? only(frame) : page }).setLegacyMode();
    const { violations } = await (nth === 0 ? axe : axe.withRules(COLOURS)).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
    expect(found, JSON.stringify(look)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** A page of which one frame alone is looked at: what is around it is not ours. */
function only(frame: Frame): Page {
  const own: Readonly<Record<PropertyKey, unknown>> = {
    frames: () => [frame],
    evaluate: frame.evaluate.bind(frame),
  };
  return new Proxy(frame.page(), {
    get: (page, name) => own[name] ?? Reflect.get(page, name),
  });
}
