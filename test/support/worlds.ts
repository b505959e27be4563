import type { Frame } from 'playwright';

/** Whether any script of an extension has run in a frame of another site: it has a world of its own there. */
export async function hasWorldOf(extensionId: string, frame: Frame): Promise<boolean> {
  const session = await frame.page().context().newCDPSession(frame);
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  await session.send('Runtime.enable');
  await session.detach();
  return origins.some((origin) => origin.includes(extensionId));
}
