import { type ReadonlySignal, effect, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Settings } from '../../core/settings.ts';
import { recordedEvents } from '../shared/recorded-events.ts';
import type { SettingsTrouble } from '../shared/settings-store.ts';
import { browserOf, diagnostics } from './diagnostics.ts';

/** The version of the extension. */
export const VERSION = browser.runtime.getManifest().version;

/** The diagnostics as they are now, and become. */
export function liveDiagnostics(
  settings: ReadonlySignal<Settings>,
  { unreadable }: SettingsTrouble,
): ReadonlySignal<string> {
  const text = signal('');
  const collect = async (now: Settings) => {
    const [platform, granted, microphone, events] = await Promise.all([
      browser.runtime.getPlatformInfo(),
      browser.permissions.getAll(),
      navigator.permissions.query({ name: 'microphone' }),
      recordedEvents.getValue(),
    ]);
    text.value = diagnostics({
      version: VERSION,
      browser: browserOf(navigator.userAgent),
      platform: `${platform.os} ${platform.arch}`,
      permissions: granted.permissions ?? [],
      origins: granted.origins ?? [],
      microphone: microphone.state,
      settings: now,
      unreadable,
      events,
    });
  };
  effect(() => void collect(settings.value));
  recordedEvents.watch(() => void collect(settings.peek()));
  return text;
}
