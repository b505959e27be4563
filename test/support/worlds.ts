import type { Frame, Page } from 'playwright';

/** Whether any script of an extension has run in a frame of another site: it has a world of its own there. */
export async function hasWorldOf(extensionId: string, frame: Frame): Promise<boolean> {
  const session = await frame.page().context().newCDPSession(frame);
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  await session.send('Runtime.enable');
  await session.detach();
  return origins.some((origin) => origin.includes(extensionId));
}

/** What an expression comes to in the world of an extension's script on a page, as if the page had taken that over. */
export async function evaluateInWorldOf(
  extensionId: string,
  page: Page,
  expression: string,
): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const own = worlds.find(({ origin }) => origin.includes(extensionId));
  if (!own) throw new Error('No script of the extension has run on this page.');
  const where = { contextId: own.id, awaitPromise: true, returnByValue: true };
  const { result } = await session.send('Runtime.evaluate', { expression, ...where });
  await session.detach();
  return result.value;
}
