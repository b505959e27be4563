/** @typedef {import('playwright').Page} Page */
/** @typedef {'light' | 'dark'} Look */
/** @typedef {{ picture: Buffer, width: number, caption?: string }} Piece */

/**
 * Gives a page a look, without anything that is still on its way from one look to the other.
 * @param {Page} page
 * @param {Look} colorScheme
 */
export async function dress(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await nextFrames(page, 2);
  await page.emulateMedia({ colorScheme, reducedMotion: 'no-preference' });
  // The level comes ten times a second.
  await nextFrames(page, 15);
}

/**
 * Waits until a page has been drawn anew, and again.
 * @param {Page} page
 * @param {number} count
 */
export async function nextFrames(page, count) {
  await page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
  }, count);
}

/**
 * Puts pictures side by side, in rows, and saves them as one.
 * @param {Page} page an empty one, to lay them out on
 * @param {Piece[][]} rows
 * @param {{ path: string }} options where to save it
 */
export async function montage(page, rows, { path }) {
  await page.setContent(
    `<style>
      body { margin: 0 }
      main, div { display: flex; gap: 12px }
      main { flex-direction: column; width: max-content; padding: 12px; background: #dde4e5 }
      figure { margin: 0; font: 14px/2 system-ui, sans-serif; color: #3d4d4f; text-align: center }
      img { display: block; border-radius: 8px }
    </style>
    <main>${rows.map((row) => `<div>${row.map(figure).join('')}</div>`).join('')}</main>`,
  );
  await page.locator('main').screenshot({ path });
}

/** @param {Piece} piece */
function figure({ picture, width, caption }) {
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  const words = caption ? `<figcaption>${caption}</figcaption>` : '';
  return `<figure><img src="${source}" width="${width}" alt="" />${words}</figure>`;
}
