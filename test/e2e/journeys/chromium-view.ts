import type { Frame, Page } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { atAPersonsPace } from '../../support/pace.ts';
import { pickerOn } from '../../support/picking.ts';
import { type CardPage, type Key, type View, isInvalid } from './driver.ts';

/** A page of Chromium, or a frame in one. */
export class ChromiumView implements View {
  readonly page: Page;
  protected readonly frame: Frame;

  constructor(page: Page, frame = page.mainFrame()) {
    this.page = page;
    this.frame = frame;
  }

  run<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.frame.evaluate<Awaited<T>>(`(${String(work)})(...${JSON.stringify(args)})`);
  }

  async press(name: string): Promise<void> {
    await this.show();
    await this.#control(name).click();
  }

  offers(name: string): Promise<boolean> {
    return this.#control(name).isVisible();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.show();
    await this.#field(label).fill(text);
  }

  async value(label: string): Promise<string | null> {
    const field = this.#field(label);
    return (await field.isVisible()) ? field.inputValue() : null;
  }

  async isOn(name: string): Promise<boolean | null> {
    const control = this.frame.getByRole('switch', { name, exact: true });
    return (await control.isVisible()) ? control.isChecked() : null;
  }

  async keys(...keys: Key[]): Promise<void> {
    await this.show();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  textOf(selector: string): Promise<string> {
    return this.run((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      return found?.checkVisibility() ? found.innerText : '';
    }, selector);
  }

  isInvalid(label: string): Promise<boolean> {
    return this.run(isInvalid, label);
  }

  async address(): Promise<string> {
    return this.frame.url();
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async show(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  #control(name: string) {
    const which = { name, exact: true };
    const { frame } = this;
    return frame
      .getByRole('button', which)
      .or(frame.getByRole('link', which))
      .or(frame.getByRole('switch', which))
      .or(frame.locator('summary').and(frame.getByLabel(name, { exact: true })))
      .first();
  }

  #field(label: string) {
    return this.frame.getByLabel(label, { exact: true });
  }
}

/** A site's page in Chromium, at which a person takes their time. */
export class ChromiumCardPage extends ChromiumView implements CardPage {
  #roots: Promise<ClosedRoots> | null = null;

  override async press(name: string): Promise<void> {
    await this.show();
    await atAPersonsPace(this.page, () => super.press(name));
  }

  cardState(nth = 0): Promise<string | null> {
    return this.run(
      (at) =>
        document.querySelectorAll('.voice-card')[at]?.getAttribute('data-voice-state') ?? null,
      nth,
    );
  }

  async offersOurs(name: string): Promise<boolean> {
    return (await (await this.#closed()).count(name)) > 0;
  }

  async pressOurs(name: string): Promise<void> {
    await this.show();
    await (await this.#closed()).click(name);
  }

  async note(): Promise<string> {
    const [first = ''] = await (await this.#closed()).alerts();
    return first;
  }

  async onlyFrame(): Promise<CardPage> {
    const [frame] = this.frame.childFrames();
    if (!frame) throw new Error('The page has no frame.');
    return new ChromiumCardPage(this.page, frame);
  }

  async picker(): Promise<View> {
    return new ChromiumView(this.page, await pickerOn(this.page));
  }

  #closed(): Promise<ClosedRoots> {
    this.#roots ??= ClosedRoots.of(this.page);
    return this.#roots;
  }
}
