import { type CDPSession, type Page, expect } from 'playwright/test';
import { atAPersonsPace } from './pace.ts';

/** Something that assistive technology is told of, closed shadow roots included. */
interface Node {
  readonly role: string;
  readonly name: string;
  readonly element: number;
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
  async expectAlert(text: string): Promise<void> {
    await expect.poll(() => this.#alerts()).toContain(text);
  }

  /** Expects no alert. */
  async expectNoAlert(): Promise<void> {
    await expect.poll(() => this.#alerts()).toEqual([]);
  }

  /** Clicks a button by its name, with the mouse, as soon as it is there. */
  async click(name: string): Promise<void> {
    const { element } = await this.#button(name);
    const { model } = await this.#session.send('DOM.getBoxModel', { backendNodeId: element });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
    await atAPersonsPace(this.#page, () =>
      this.#page.mouse.click((left + right) / 2, (top + bottom) / 2),
    );
  }

  /** Waits for a button by its name. */
  async expectButton(name: string): Promise<void> {
    await this.#button(name);
  }

  async #button(name: string): Promise<Node> {
    const find = async () =>
      (await this.#nodes()).find((node) => node.role === 'button' && node.name === name);
    await expect.poll(find, { message: `a button named ${name}` }).toBeDefined();
    const button = await find();
    if (!button) throw new Error(`The button "${name}" was there and went away.`);
    return button;
  }

  async #alerts(): Promise<string[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    const inside = (id: string): string[] => {
      const node = nodes.find(({ nodeId }) => nodeId === id);
      const own = node?.role?.value === 'StaticText' ? [String(node.name?.value)] : [];
      return [...own, ...(node?.childIds ?? []).flatMap(inside)];
    };
    return nodes
      .filter(({ role }) => role?.value === 'alert')
      .flatMap(({ nodeId }) => inside(nodeId));
  }

  async #nodes(): Promise<Node[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return nodes.map(({ role, name, backendDOMNodeId }) => ({
      role: String(role?.value),
      name: String(name?.value),
      element: backendDOMNodeId ?? 0,
    }));
  }
}
