import { type CDPSession, type Page, expect } from 'playwright/test';
import { atAPersonsPace } from './pace.ts';

/** Something that assistive technology is told of, closed shadow roots included. */
interface Node {
  readonly role: string;
  readonly name: string;
  readonly element: number;
  readonly isFocused: boolean;
}

/** A rectangle in the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What stands in closed shadow roots, as a screen reader meets it: Playwright's own locators, like
 * the page, cannot look inside.
 */
export class ClosedRoots {
  readonly #page: Page;
  readonly #session: CDPSession;

  static async of(page: Page): Promise<ClosedRoots> {
    return new ClosedRoots(page, await page.context().newCDPSession(page));
  }

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Expects an alert that says this. */
  async expectAlert(text: string | RegExp): Promise<void> {
    const saysIt = (alert: string) =>
      typeof text === 'string' ? alert === text : text.test(alert);
    const others = async () => {
      const alerts = await this.#alerts();
      return alerts.some(saysIt) ? [] : [`no alert says ${text}`, ...alerts];
    };
    await expect.poll(others).toEqual([]);
  }

  /** Expects no alert. */
  async expectNoAlert(): Promise<void> {
    await expect.poll(() => this.#alerts()).toEqual([]);
  }

  /** Clicks a button by its name, with the mouse, as soon as it is there. */
  async click(name: string): Promise<void> {
    const { left, top, right, bottom } = await this.box(name);
    await atAPersonsPace(this.#page, () =>
      this.#page.mouse.click((left + right) / 2, (top + bottom) / 2),
    );
  }

  /** Waits for a button by its name. */
  async expectButton(name: string): Promise<void> {
    await this.#button(name);
  }

  /** Expects that there is no button of this name. */
  async expectNoButton(name: string): Promise<void> {
    await expect.poll(() => this.count(name)).toBe(0);
  }

  /** How many buttons of this name there are. */
  async count(name: string): Promise<number> {
    const nodes = await this.#nodes();
    return nodes.filter((node) => node.role === 'button' && node.name === name).length;
  }

  /** Expects a status message that says this. */
  async expectStatus(text: string): Promise<void> {
    await expect.poll(() => this.#said('status'), { intervals: [20, 50, 100] }).toContain(text);
  }

  /** Expects the focus to be on something of this name. */
  async expectFocus(name: string): Promise<void> {
    const focused = async () => (await this.#nodes()).filter((node) => node.isFocused).at(-1)?.name;
    await expect.poll(focused).toBe(name);
  }

  /** Where something stands in the window, by its role and name. */
  async box(name: string, role = 'button'): Promise<Box> {
    const { element } = await this.#find(role, name);
    const { model } = await this.#session.send('DOM.getBoxModel', { backendNodeId: element });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { left, top, right, bottom };
  }

  /** What the browser computes for a property of a button's style. */
  async style(name: string, property: string): Promise<string | undefined> {
    const { element } = await this.#button(name);
    await this.#session.send('DOM.enable');
    await this.#session.send('CSS.enable');
    await this.#session.send('DOM.getDocument');
    const found = await this.#session.send('DOM.pushNodesByBackendIdsToFrontend', {
      backendNodeIds: [element],
    });
    const nodeId = found.nodeIds[0] ?? 0;
    const { computedStyle } = await this.#session.send('CSS.getComputedStyleForNode', { nodeId });
    return computedStyle.find((entry) => entry.name === property)?.value;
  }

  /** In which language a button speaks. */
  async language(name: string): Promise<string> {
    const { element } = await this.#button(name);
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: element });
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { return this.closest("[lang]")?.lang; }',
    });
    return String(result.value);
  }

  #button(name: string): Promise<Node> {
    return this.#find('button', name);
  }

  async #find(role: string, name: string): Promise<Node> {
    const find = async () =>
      (await this.#nodes()).find((node) => node.role === role && node.name === name);
    await expect.poll(find, { message: `a ${role} named ${name}` }).toBeDefined();
    const found = await find();
    if (!found) throw new Error(`The ${role} "${name}" was there and went away.`);
    return found;
  }

  #alerts(): Promise<string[]> {
    return this.#said('alert');
  }

  async #said(where: 'alert' | 'status'): Promise<string[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    const inside = (id: string): string[] => {
      const node = nodes.find(({ nodeId }) => nodeId === id);
      const own = node?.role?.value === 'StaticText' ? [String(node.name?.value)] : [];
      return [...own, ...(node?.childIds ?? []).flatMap(inside)];
    };
    return nodes
      .filter(({ role }) => role?.value === where)
      .flatMap(({ nodeId }) => inside(nodeId));
  }

  async #nodes(): Promise<Node[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return nodes.map(({ role, name, backendDOMNodeId, properties = [] }) => ({
      role: String(role?.value),
      name: String(name?.value),
      element: backendDOMNodeId ?? 0,
      isFocused: properties.some((it) => it.name === 'focused' && it.value.value === true),
    }));
  }
}
