import { setTimeout as wait } from 'node:timers/promises';
import type { UnwatchedBrowser } from '../../support/unwatched-browser.ts';
import { BUTTON } from './pages.ts';

/** How long a person looks at a page before they press, and how long they pointed at the button then, in milliseconds. */
const LOOK_MS = 1_000;
const POINT_MS = 320;

/** How a person comes to press. */
export type Approach = 'at once' | 'pointed' | 'focused';

/** A page with one button, before a person who has looked at it. */
export async function openPage({ devTools }: UnwatchedBrowser, url: string) {
  const { targetId } = await devTools.send('Target.createTarget', { url });
  const attach = { targetId, flatten: true };
  const { sessionId } = await devTools.send('Target.attachToTarget', attach);
  const evaluate = async (expression: string) => {
    const how = { expression, awaitPromise: true, returnByValue: true };
    const answer = await devTools.send('Runtime.evaluate', how, sessionId);
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.result));
    return answer.result.value;
  };
  const mouse = (type: string, more: object = {}) =>
    devTools.send('Input.dispatchMouseEvent', { type, ...BUTTON, ...more }, sessionId);
  const key = (type: string) => {
    const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
    return devTools.send('Input.dispatchKeyEvent', { type, ...tab }, sessionId);
  };
  await wait(LOOK_MS);
  return {
    /** Presses the button; gives how long it took from there until the page was connected, in milliseconds. */
    async press(approach: Approach): Promise<number> {
      if (approach === 'pointed') await mouse('mouseMoved');
      if (approach === 'focused') for (const type of ['keyDown', 'keyUp']) await key(type);
      if (approach !== 'at once') await wait(POINT_MS);
      await mouse('mousePressed', { button: 'left', clickCount: 1 });
      await mouse('mouseReleased', { button: 'left', clickCount: 1 });
      return Number(await evaluate('took'));
    },
    /** Presses it once more, and waits until the conversation is over. */
    async hangUp(): Promise<void> {
      await wait(LOOK_MS);
      await mouse('mousePressed', { button: 'left', clickCount: 1 });
      await mouse('mouseReleased', { button: 'left', clickCount: 1 });
      await evaluate('over.then(() => {})');
    },
    close: () => devTools.send('Target.closeTarget', { targetId }),
  };
}
