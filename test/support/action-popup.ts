import type { Browser } from './chromium.ts';
import { found, until } from './until.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** Runs in the popup: gives the focus to the control that says this, if it is there. */
function focusOn(words: string): string {
  return `(() => {
    const all = [...document.querySelectorAll('button')];
    const found = all.find((it) => it.textContent.startsWith(${JSON.stringify(words)}));
    found?.focus();
    return found !== undefined && document.activeElement === found;
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
    const { targetId } = await found(popup, 'popup');
    const attach = { targetId, flatten: true };
    const { sessionId } = await devTools.send('Target.attachToTarget', attach);
    return new ActionPopup(devTools, sessionId);
  }

  /** Presses the button, or the switch, whose words begin so, with the Enter key: what loads late may move it. */
  async press(words: string): Promise<void> {
    await until(() => this.#focus(words), words).toBe(true);
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    const send = (type: string) =>
      this.#devTools.send('Input.dispatchKeyEvent', { type, ...key }, this.#sessionId);
    // A prompt that comes up closes the popup, which then never answers.
    send('keyDown').catch(() => {});
    send('keyUp').catch(() => {});
  }

  async #focus(words: string): Promise<boolean> {
    const ask = { expression: focusOn(words), returnByValue: true };
    return (await this.#devTools.send('Runtime.evaluate', ask, this.#sessionId)).result.value;
  }
}
