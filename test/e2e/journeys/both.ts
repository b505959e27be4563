import { readFile, writeFile } from 'node:fs/promises';
import type { JourneyId } from '../../support/journeys.ts';
import { type Screen, startScreen } from '../../support/screen.ts';
import { writeTalkingMicrophone } from '../../support/speech.ts';
import { test as firefoxStage } from '../firefox/stage.ts';
import { test as chromiumStage } from '../stage.ts';
import { ChromiumDriver } from './chromium-driver.ts';
import type { Driver } from './driver.ts';
import { FirefoxDriver } from './firefox-driver.ts';

/** How things stand when a journey begins. */
interface Start {
  /** Whether the person has granted the extension the microphone. */
  microphone: 'granted' | 'prompt';
  /** Sites that are granted, and on which voice is on. */
  sites: string[];
  /** Agents that the person has allowed on those sites, for good. */
  approved: string[];
  /** Whether the extension has just been installed. */
  fresh: boolean;
  /** Whether nothing is granted, and the browser's own questions are answered. */
  asked: boolean;
  /** Whether sentences are spoken. */
  spoken: boolean;
}

type JourneyTest = (
  title: string,
  details: { tag: `@${JourneyId}`[] },
  body: (given: { driver: Driver }) => Promise<void>,
) => void;

const USUAL: Start = {
  microphone: 'granted',
  sites: ['http://127.0.0.1', 'http://plain.test'],
  approved: ['echo'],
  fresh: false,
  asked: false,
  spoken: false,
};

const EVERY_SITE = ['http://*/*', 'https://*/*'];

const chromium = chromiumStage.extend<
  Pick<Start, 'asked' | 'spoken' | 'fresh'> & { desk: Screen | null; driver: Driver }
>({
  asked: [false, { option: true }],
  spoken: [false, { option: true }],
  fresh: [false, { option: true }],
  desk: async ({ asked }, use) => {
    const desk = asked ? await startScreen() : null;
    await use(desk);
    await desk?.close();
  },
  display: ({ desk }, use) => use(desk?.display ?? null),
  justInstalled: ({ fresh }, use) => use(fresh),
  listens: ({ spoken }, use) => use(spoken),
  hostPermissions: ({ asked }, use) => use(asked ? [] : EVERY_SITE),
  driver: async ({ stage, backend, desk, spoken, wav }, use) => {
    const usual = spoken && (await readFile(wav));
    // Chromium reads the file whenever its microphone is opened.
    if (spoken) await writeTalkingMicrophone(wav);
    await use(new ChromiumDriver(stage, backend.url, desk));
    if (usual) await writeFile(wav, usual);
  },
});

const firefox = firefoxStage.extend<Pick<Start, 'asked' | 'spoken'> & { driver: Driver }>({
  asked: [false, { option: true }],
  spoken: [false, { option: true }],
  driver: ({ stage }, use) => use(new FirefoxDriver(stage)),
});

/**
 * Defines journeys for both browsers, each in a group called after its browser, by which the projects in
 * playwright.config.ts choose theirs.
 */
export function inBothBrowsers(start: Partial<Start>, define: (test: JourneyTest) => void): void {
  const options = { ...USUAL, ...start };
  chromium.describe('in Chromium', () => {
    chromium.use(options);
    define(chromium);
  });
  firefox.describe('in Firefox', () => {
    firefox.use(options);
    define(firefox);
  });
}
