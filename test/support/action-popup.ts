import { expect } from 'playwright/test';
import type { launchBrowser } from '../../scripts/browser.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** Runs in the popup: where a control is that says this. */
function middleOf(words: string): string {
  return `(() => {
    const all = [...document.querySelectorAll('button')];
    const box = all.find((it) => it.textContent.startsWith(${JSON.stringify(words)}))?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`;
}

/** The popup that the toolbar's icon opens, which Playwright does not show among its pages. */
export class ActionPopup {
  readonly #devTools: Browser['devTools'];
  readonly #sessionId: string;

  private constructor(devTools: Browser['devTools'], sessionId: string) {
    this.#devTools = devTools;
    this.#sessionId = sessionId;
  }

  /** Presses the extension's icon while the tab with this address is in front. */
  static async open({ devTools, extensionId }: Browser, tabUrl: string): Promise<ActionPopup> {
    const find = async (type: string, url: string): Promise<Target | undefined> => {
      const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{}] });
      return targetInfos.find((target: Target) => target.type === type && target.url === url);
    };
    const tab = await find('tab', tabUrl);
    await devTools.send('Extensions.triggerAction', { id: extensionId, targetId: tab?.targetId });
    const popup = () => find('page', `chrome-extension://${extensionId}/popup.html`);
    await expect.poll(popup, { message: 'the popup' }).toBeDefined();
    const attach = { targetId: (await popup())?.targetId, flatten: true };
    const { sessionId } = await devTools.send('Target.attachToTarget', attach);
    return new ActionPopup(devTools, sessionId);
  }

  /** Clicks the button, or the switch, whose words begin so, with the mouse. */
  async click(words: string): Promise<void> {
    await expect.poll(() => this.#find(words), { message: words }).toBeDefined();
    const at = await this.#find(words);
    const mouse = { ...at, button: 'left', clickCount: 1 };
    const send = (type: string) =>
      this.#devTools.send('Input.dispatchMouseEvent', { type, ...mouse }, this.#sessionId);
    await send('mousePressed');
    // A prompt that comes up closes the popup, which then never answers.
    send('mouseReleased').catch(() => {});
  }

  async #find(words: string): Promise<{ x: number; y: number } | undefined> {
    const ask = { expression: middleOf(words), returnByValue: true };
    return (await this.#devTools.send('Runtime.evaluate', ask, this.#sessionId)).result.value;
  }
}
