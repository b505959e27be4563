import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';

/** A keyboard shortcut as the browser has it now. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  /** Empty where none is set. */
  readonly keys: string;
}

/** The manifest's shortcuts, most used first; the browser tells of them by the alphabet. */
const ORDER = ['toggle-conversation', 'mute', 'stop-speaking', 'panic', 'push-to-talk', 'mark'];

/** The shortcuts; the browser tells of no change, but a person who made one comes back to the page. */
export function liveShortcuts(): ReadonlySignal<readonly Shortcut[]> {
  const shortcuts = signal<readonly Shortcut[]>([]);
  const look = async () => {
    const commands = await browser.commands.getAll();
    shortcuts.value = ORDER.flatMap((name) => {
      const found = commands.find((command) => command.name === name);
      if (found === undefined) return [];
      return [{ name, description: found.description ?? '', keys: found.shortcut ?? '' }];
    });
  };
  window.addEventListener('focus', () => void look());
  void look();
  return shortcuts;
}
