import { find } from './marionette-place.js';
import { Wire } from './marionette-wire.js';

/** @typedef {import('./marionette-place.js').Place} Place */

/**
 * A tab, or a window that has only one, by its handle; or a frame of its page.
 * @typedef {string | { window: string, frame: Place }} Where
 */

/** Drives Firefox over Marionette. One thing is done after the other, however many are asked for. */
export class Marionette {
  #wire;
  /** What was asked for last; the next begins when it is done. */
  #last = Promise.resolve();
  /**
   * Where Marionette is, as far as is known: most of what is asked for is about the same page as what was before.
   * @type {{ context?: 'content' | 'chrome', window?: string }}
   */
  #at = {};

  /** @param {number} port on loopback, where Firefox listens */
  static async connect(port) {
    const marionette = new Marionette(await Wire.connect(port));
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    return marionette;
  }

  /** @param {Wire} wire */
  constructor(wire) {
    this.#wire = wire;
  }

  /**
   * @param {string} name of a command
   * @param {object} [parameters]
   * @returns {Promise<any>} what Firefox answered; rejects with what it complained of, or when it has ended
   */
  send(name, parameters) {
    return this.#wire.send(name, parameters);
  }

  /**
   * Runs a function in a window's page, or with all of Firefox's own rights, and resolves with what it returns.
   * @param {'content' | 'chrome'} context
   * @param {((...args: any[]) => unknown) | string} work travels as its source
   * @param {{ args?: unknown[], window?: Where }} [where] the current window, if none is named
   * @returns {Promise<any>}
   */
  run(context, work, { args = [], window } = {}) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${work.toString()})(...[...arguments].slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const sandbox = context === 'chrome' ? 'system' : null;
    return this.#inTurn(context, window, async () => {
      const { value } = await this.send('WebDriver:ExecuteAsyncScript', { script, args, sandbox });
      if (value.error) throw new Error(value.error);
      return value.value;
    });
  }

  /**
   * Shows a page in a window.
   * @param {string} url
   * @param {string} window
   */
  navigate(url, window) {
    return this.#inTurn('content', window, () => this.send('WebDriver:Navigate', { url }));
  }

  /**
   * Brings a tab and its window to the front.
   * @param {string} window
   */
  show(window) {
    return this.#inTurn('content', undefined, () => this.#switchTo(window, true));
  }

  /**
   * Presses an element as a person would.
   * @param {Place} place
   * @param {Where} where
   */
  click(place, where) {
    return this.#about(place, where, 'WebDriver:ElementClick');
  }

  /**
   * What an element says to a person.
   * @param {Place} place
   * @param {Where} where
   * @returns {Promise<string>}
   */
  async text(place, where) {
    return (await this.#about(place, where, 'WebDriver:GetElementText')).value;
  }

  /**
   * What a property of an element holds.
   * @param {Place} place
   * @param {string} name
   * @param {Where} where
   * @returns {Promise<any>}
   */
  async property(place, name, where) {
    return (await this.#about(place, where, 'WebDriver:GetElementProperty', { name })).value;
  }

  /**
   * Types into a field, in place of what stands there.
   * @param {Place} place
   * @param {string} text
   * @param {Where} where
   */
  async type(place, text, where) {
    await this.#about(place, where, 'WebDriver:ElementClear');
    await this.#about(place, where, 'WebDriver:ElementSendKeys', { text });
  }

  /**
   * Presses one key after the other, wherever the focus is in a page.
   * @param {readonly string[]} keys characters; WebDriver has some for keys that have none
   * @param {Where} where
   */
  press(keys, where) {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    const keyboard = { type: 'key', id: 'keyboard', actions };
    return this.#inTurn('content', where, () =>
      this.send('WebDriver:PerformActions', { actions: [keyboard] }),
    );
  }

  /**
   * What a person sees of a page.
   * @param {string} window
   * @returns {Promise<Buffer>} a PNG
   */
  screenshot(window) {
    return this.#inTurn('content', window, async () => {
      const { value } = await this.send('WebDriver:TakeScreenshot', { full: false });
      return Buffer.from(value, 'base64');
    });
  }

  /**
   * Opens an empty tab.
   * @param {string} [beside] a tab of the window that gets it; the current one, if none is named
   * @returns {Promise<string>} its handle
   */
  async openTab(beside) {
    const { handle } = await this.#inTurn('content', beside, () =>
      this.send('WebDriver:NewWindow', { type: 'tab', focus: true }),
    );
    return handle;
  }

  /** @param {string} window a tab, or a window that has only one */
  closeWindow(window) {
    return this.#inTurn('content', window, async () => {
      this.#at = {};
      await this.send('WebDriver:CloseWindow');
    });
  }

  /**
   * Every tab of every window.
   * @returns {Promise<string[]>}
   */
  windows() {
    return this.send('WebDriver:GetWindowHandles');
  }

  close() {
    this.#wire.close();
  }

  /**
   * Sends a command about an element.
   * @param {Place} place
   * @param {Where} where
   * @param {string} command
   * @param {object} [parameters]
   */
  #about(place, where, command, parameters) {
    return this.#inTurn('content', where, async () =>
      this.send(command, { id: await find(this.#wire, place), ...parameters }),
    );
  }

  /**
   * @template T
   * @param {'content' | 'chrome'} context
   * @param {Where | undefined} where
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(context, where, work) {
    const result = this.#last.then(async () => {
      if (context !== this.#at.context) {
        await this.send('Marionette:SetContext', { value: context });
        this.#at.context = context;
      }
      if (where) await this.#goTo(where);
      return work();
    });
    this.#last = result.then(
      () => undefined,
      // It may have failed for being elsewhere, such as in a window that is gone.
      () => void (this.#at = {}),
    );
    return result;
  }

  /** @param {Where} where */
  async #goTo(where) {
    if (typeof where === 'string') {
      if (where !== this.#at.window) await this.#switchTo(where, false);
      return;
    }
    await this.#switchTo(where.window, false);
    delete this.#at.window;
    await this.send('WebDriver:SwitchToFrame', { element: await find(this.#wire, where.frame) });
  }

  /**
   * @param {string} window
   * @param {boolean} focus
   */
  async #switchTo(window, focus) {
    await this.send('WebDriver:SwitchToWindow', { handle: window, focus });
    this.#at.window = window;
  }
}
