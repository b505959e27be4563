import type { Mark } from '../../../core/mark.ts';
import type { Settings } from '../../../core/settings.ts';
import type { BrowserName } from '../../support/journeys.ts';

/** How a site serves a page. */
export interface Route {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly site?: string | undefined;
}

/** The keys that a journey presses. */
export type Key = 'Enter' | 'ArrowLeft' | 'ArrowUp' | 'ArrowRight' | 'ArrowDown';

/** A page, or a frame in one, as a person has it before them. */
export interface View {
  /** Runs a function in the page; it travels as its source. */
  run<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Presses a button, a link or a switch by its name, as soon as it can be pressed. */
  press(name: string): Promise<void>;
  /** Whether there is a button, a link or a switch of this name. */
  offers(name: string): Promise<boolean>;
  /** Types into a field, by its label, in place of what stands there. */
  fill(label: string, text: string): Promise<void>;
  /** The value of a field, by its label; null where there is no such field. */
  value(label: string): Promise<string | null>;
  /** Whether a field is said to be filled in wrongly, by its label. */
  isInvalid(label: string): Promise<boolean>;
  /** Whether a switch is on, by its name; null where there is no such switch. */
  isOn(name: string): Promise<boolean | null>;
  /** Presses keys one after the other, wherever the focus is. */
  keys(...keys: Key[]): Promise<void>;
  /** All that a person reads on it. */
  text(): Promise<string>;
  /** What is written in the first element that a selector finds; empty where a person sees none. */
  textOf(selector: string): Promise<string>;
  address(): Promise<string>;
  reload(): Promise<void>;
  /** Brings it to the front. */
  show(): Promise<void>;
  close(): Promise<void>;
}

/** A site's page with cards, at which a person takes their time: they see what they press, and mean no double click. */
export interface CardPage extends View {
  /** The state that the nth card shows; null where it shows none. */
  cardState(nth?: number): Promise<string | null>;
  /** Whether we have put a button of this name on the page. */
  offersOurs(name: string): Promise<boolean>;
  /** Presses a button that we have put on the page, once it has been looked at. */
  pressOurs(name: string): Promise<void>;
  /** What we say beside a card; empty where we say nothing. */
  note(): Promise<string>;
  /** A frame that the page has one of. */
  onlyFrame(): Promise<CardPage>;
  /** The picker that we have put on the page, as soon as it is there. */
  picker(): Promise<View>;
}

/** Runs in a page: whether the field with this label is said to be filled in wrongly. */
export function isInvalid(label: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  return labels.find((it) => it.innerText.trim() === label)?.control?.ariaInvalid === 'true';
}

/** What a conversation holds while it runs. */
export type Held = 'microphone' | 'line' | 'loudspeaker';

/** A browser with the extension in it, as a person has it before them. */
export interface Driver {
  readonly browser: BrowserName;
  /** The backend, with its echo agent, that the extension is set up for. */
  readonly backendUrl: string;
  /** What another backend must be started with, so that it lets the extension in. */
  readonly admission: Readonly<Record<string, string>>;
  /** Opens a page with this HTML in its body. */
  open(body: string, route?: Route): Promise<CardPage>;
  /** Opens a page with a card, and waits until it is ready. */
  openCard(route?: Route, body?: string): Promise<CardPage>;
  /** Opens one of the extension's pages in a tab. */
  openOwn(page: string): Promise<View>;
  /** Opens the popup, as it is about the tab of a page, in a tab. */
  openPopup(about: CardPage): Promise<View>;
  /** The extension's page of this name, as soon as it has come up by itself. */
  showing(page: string): Promise<View>;
  /** Where a conversation is shown and asked about: Chromium's panel, in a tab; Firefox's conversation window. */
  panel(): Promise<View>;
  /** Changes the extension's settings, as if it had been done before. */
  set(settings: Partial<Settings>): Promise<void>;
  /** Stores these marks and no others, as if they had come from elsewhere. */
  storeMarks(marks: readonly Mark[]): Promise<void>;
  /** Lets the time pass within which a site may not start another conversation. */
  later(): Promise<void>;
  /** Puts the extension's background to sleep, as happens to it when it is idle. */
  putToSleep(): Promise<void>;
  /** All that a conversation holds now, each as often as it is held; Firefox lets only its microphone be seen. */
  held(): Promise<readonly Held[]>;
  /** Has the microphone say a short sentence once the agent is silent, and expects it to come back. */
  expectSentenceBack(page: CardPage): Promise<void>;
  /** Mutes, and has the microphone say a longer sentence then; in Chromium it must let nothing through, and be let go of. */
  speakWhileMuted(mute: () => Promise<void>): Promise<void>;
  /** Changes the extension's microphone permission, as the browser's own settings do. */
  setMicrophone(setting: 'granted' | 'prompt'): Promise<void>;
  /** Whether the browser asks, or leads a person to where it asks, for the microphone. */
  isAskingForMicrophone(): Promise<boolean>;
  /** Does what needs the microphone, and has a person allow or block it, wherever the browser leads them for that. */
  givingMicrophone(answer: 'allow' | 'block', act: () => Promise<void>): Promise<void>;
  /** Does what makes the browser ask for another permission, reads this in its question if it can be read, and allows it. */
  allowing(asked: RegExp, act: () => Promise<void>): Promise<void>;
  /** Switches voice on for the site of a page, and allows what the browser asks about it. */
  switchVoiceOn(page: CardPage, site: string): Promise<void>;
  /** Grants sites to the extension, as the browser's own question does. */
  grantSites(sites: readonly string[]): Promise<void>;
  /** Takes a site away from the extension, as the browser's own settings do. */
  revokeSite(site: string): Promise<void>;
  /** Expects that axe finds nothing wrong with a page, in every look; in Chromium, since Firefox shows the same. */
  expectAccessible(view: View): Promise<void>;
}
