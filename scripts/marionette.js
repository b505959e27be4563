import { once } from 'node:events';
import { createConnection } from 'node:net';

/** The keys under which the id of an element, or of a shadow root, stands in an answer (WebDriver, section 12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const SHADOW = 'shadow-6066-11e4-a52e-4f735466cecf';
const ENDED = 'Firefox has ended.';

/**
 * By a selector, and within what has the shadow root it is in, closed or not; or by an XPath.
 * @typedef {{ selector: string, within?: string } | { xpath: string }} Place
 */

/** @typedef {{ resolve: (result: any) => void, reject: (error: Error) => void }} Waiting */

/**
 * Drives Firefox over Marionette: frames of `<bytes>:<json>`, commands `[0, id, name, parameters]`,
 * answers `[1, id, error, result]`. One thing is done after the other, however many are asked for.
 */
export class Marionette {
  #socket;
  #lastId = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** What was asked for last; the next begins when it is done. */
  #last = Promise.resolve();

  /** @param {number} port on loopback, where Firefox listens */
  static async connect(port) {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const marionette = new Marionette(socket);
    await once(socket, 'connect');
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    return marionette;
  }

  /** @param {import('node:net').Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    /** @type {Buffer} */
    let received = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      for (let frame = cut(received); frame; frame = cut(received)) {
        received = frame.rest;
        this.#answer(frame.content);
      }
    });
    // A Firefox that goes in the middle of something resets the connection, which then closes.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(ENDED));
    });
  }

  /**
   * @param {string} name of a command
   * @param {object} [parameters]
   * @returns {Promise<any>} what Firefox answered; rejects with what it complained of, or when it has ended
   */
  async send(name, parameters = {}) {
    if (this.#socket.destroyed) throw new Error(ENDED);
    const id = ++this.#lastId;
    const text = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /**
   * Runs a function in a window's page, or with all of Firefox's own rights, and resolves with what it returns.
   * @param {'content' | 'chrome'} context
   * @param {(...args: any[]) => unknown} work travels as its source
   * @param {{ args?: unknown[], window?: string }} [where] the current window, if none is named
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
   * Presses an element as a person would.
   * @param {Place} place
   * @param {string} window
   */
  click(place, window) {
    return this.#inTurn('content', window, async () => {
      await this.send('WebDriver:ElementClick', { id: await this.#find(place) });
    });
  }

  /**
   * What an element says to a person.
   * @param {Place} place
   * @param {string} window
   * @returns {Promise<string>}
   */
  text(place, window) {
    return this.#inTurn('content', window, async () => {
      const { value } = await this.send('WebDriver:GetElementText', {
        id: await this.#find(place),
      });
      return value;
    });
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
   * @returns {Promise<string>} its handle
   */
  async openTab() {
    const { handle } = await this.#inTurn('content', undefined, () =>
      this.send('WebDriver:NewWindow', { type: 'tab', focus: true }),
    );
    return handle;
  }

  /** @param {string} window a tab, or a window that has only one */
  closeWindow(window) {
    return this.#inTurn('content', window, () => this.send('WebDriver:CloseWindow'));
  }

  /**
   * Every tab of every window.
   * @returns {Promise<string[]>}
   */
  windows() {
    return this.send('WebDriver:GetWindowHandles');
  }

  close() {
    this.#socket.destroy();
  }

  /** @param {Place} place */
  async #find(place) {
    if ('xpath' in place) return this.#findFirst('xpath', place.xpath);
    const { selector, within } = place;
    if (within === undefined) return this.#findFirst('css selector', selector);
    const wanted = { using: 'css selector', value: selector };
    const id = await this.#find({ selector: within });
    const { value: root } = await this.send('WebDriver:GetShadowRoot', { id });
    const inside = { ...wanted, shadowRoot: root[SHADOW] };
    return (await this.send('WebDriver:FindElementFromShadowRoot', inside)).value[ELEMENT];
  }

  /**
   * @param {'css selector' | 'xpath'} using
   * @param {string} value
   * @returns {Promise<string>} its id
   */
  async #findFirst(using, value) {
    const { value: found } = await this.send('WebDriver:FindElement', { using, value });
    return found[ELEMENT];
  }

  /**
   * @template T
   * @param {'content' | 'chrome'} context
   * @param {string | undefined} window
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(context, window, work) {
    const result = this.#last.then(async () => {
      await this.send('Marionette:SetContext', { value: context });
      if (window) await this.send('WebDriver:SwitchToWindow', { handle: window, focus: false });
      return work();
    });
    this.#last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** @param {string} json */
  #answer(json) {
    const message = JSON.parse(json);
    // Firefox begins with a greeting, which is no answer to anything.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}

/**
 * The first complete frame of what was received, and what follows it.
 * @param {Buffer} received
 */
function cut(received) {
  const colon = received.indexOf(':');
  if (colon < 0) return null;
  const end = colon + 1 + Number(received.toString('latin1', 0, colon));
  if (received.length < end) return null;
  return { content: received.toString('utf8', colon + 1, end), rest: received.subarray(end) };
}
