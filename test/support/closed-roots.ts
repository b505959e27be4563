import type { CDPSession, Page } from 'playwright/test';
import { atAPersonsPace, look } from './pace.ts';
import { found, until } from './until.ts';

/** Something that assistive technology is told of, closed shadow roots included. */
interface Node {
  readonly role: string;
  readonly name: string;
  readonly element: number;
  readonly isFocused: boolean;
}

/** Something in the document, closed shadow roots included. */
interface DomNode {
  readonly nodeValue: string;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
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
  /** The elements that were looked at. */
  readonly #seen = new Set<number>();

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
      const alerts = await this.alerts();
      return alerts.some(saysIt) ? [] : [`no alert says ${text}`, ...alerts];
    };
    await until(others).toEqual([]);
  }

  /** Expects no alert. */
  async expectNoAlert(): Promise<void> {
    await until(() => this.alerts()).toEqual([]);
  }

  /** Clicks a button by its name, with the mouse, once it has been there for long enough to mean it. */
  async click(name: string): Promise<void> {
    const { element } = await this.#button(name);
    if (!this.#seen.has(element)) await look(this.#page);
    this.#seen.add(element);
    const { left, top, right, bottom } = await this.box(name);
    await atAPersonsPace(this.#page, () =>
      this.#page.mouse.click((left + right) / 2, (top + bottom) / 2),
    );
  }

  /** Points at a button by its name. */
  async point(name: string): Promise<void> {
    const { left, top, right, bottom } = await this.box(name);
    await this.#page.mouse.move((left + right) / 2, (top + bottom) / 2);
  }

  /** Waits for a button by its name. */
  async expectButton(name: string): Promise<void> {
    await this.#button(name);
  }

  /** Expects that there is no button of this name. */
  async expectNoButton(name: string): Promise<void> {
    await until(() => this.count(name)).toBe(0);
  }

  /** How many buttons of this name there are. */
  async count(name: string): Promise<number> {
    const nodes = await this.#nodes();
    return nodes.filter((node) => node.role === 'button' && node.name === name).length;
  }

  /** Expects a status message that says this. */
  async expectStatus(text: string): Promise<void> {
    await until(() => this.#said('status')).toContain(text);
  }

  /** Everything that status messages say now, on the page and in closed roots. */
  statuses(): Promise<string[]> {
    return this.#said('status');
  }

  /** Expects that this is, or is not, drawn in closed roots, be it for the eye alone. */
  async expectDrawn(text: string, isDrawn = true): Promise<void> {
    await until(async () => (await this.texts()).includes(text), text).toBe(isDrawn);
  }

  /** Every text that stands in closed roots, seen or not. */
  async texts(): Promise<string[]> {
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    const all = (node: DomNode): DomNode[] => {
      const { children = [], shadowRoots = [] } = node;
      return [node, ...[...shadowRoots, ...children].flatMap(all)];
    };
    const closed = all(root).filter(({ shadowRootType }) => shadowRootType === 'closed');
    return closed
      .flatMap(all)
      .map(({ nodeValue }) => nodeValue)
      .filter((text) => text.trim() !== '');
  }

  /** What stands in something, by its role and name. */
  async textIn(role: string, name: string): Promise<string> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    const box = nodes.find((node) => node.role?.value === role && node.name?.value === name);
    const inside = nodes.filter(
      ({ parentId }) => parentId !== undefined && parentId === box?.nodeId,
    );
    return inside.map((node) => String(node.name?.value)).join('');
  }

  /** The attributes of something, by its role and name. */
  async attributes(role: string, name: string): Promise<Readonly<Record<string, string>>> {
    const { element } = await this.#find(role, name);
    const { node } = await this.#session.send('DOM.describeNode', { backendNodeId: element });
    const { attributes = [] } = node;
    const pairs = attributes.flatMap((key, at) =>
      at % 2 === 0 ? [[key, attributes[at + 1] ?? '']] : [],
    );
    return Object.fromEntries(pairs);
  }

  /** Expects the focus to be on something of this name. */
  async expectFocus(name: string): Promise<void> {
    await until(() => this.focusedName()).toBe(name);
  }

  /** What has the focus, by its name. */
  async focusedName(): Promise<string | undefined> {
    return (await this.#nodes()).filter((node) => node.isFocused).at(-1)?.name;
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
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: element });
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function (name) { return getComputedStyle(this).getPropertyValue(name); }`,
      arguments: [{ value: property }],
      returnByValue: true,
    });
    return result.value;
  }

  /** The colour of something, and of the ground it stands on, by its role and name. */
  async colours(name: string, role = 'button'): Promise<{ color: string; ground: string }> {
    const { element } = await this.#find(role, name);
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: element });
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () {
        const { color } = getComputedStyle(this);
        let at = this;
        const groundOf = () => getComputedStyle(at).backgroundColor;
        while (at.parentElement && groundOf() === 'rgba(0, 0, 0, 0)') at = at.parentElement;
        return { color, ground: groundOf() };
      }`,
      returnByValue: true,
    });
    return result.value;
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
    return found(find, `a ${role} named ${name}`);
  }

  /** Everything that alerts say now, on the page and in closed roots. */
  alerts(): Promise<string[]> {
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
