/** The browsers whose tests are compared, as Playwright's projects are called. */
export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** What a person does with the product, from beginning to end. */
export interface Journey {
  /** As the table of journeys has it. */
  readonly what: string;
  /** Why a browser has none of it; every other has a test. */
  readonly none?: Readonly<Partial<Record<BrowserName, string>>>;
}

/** Every journey that is driven in the real browsers. */
export const JOURNEYS = {
  installation: { what: 'installed, and led to the first step' },
  prompts: { what: "site and microphone granted in the browser's own questions" },
  'spoken-plain': { what: 'a spoken sentence comes back on a plain page' },
  'spoken-csp': { what: "a spoken sentence comes back under CSP default-src 'none'" },
  'spoken-permissions-policy': {
    what: 'a spoken sentence comes back under Permissions-Policy microphone=()',
  },
  'spoken-isolated': { what: 'a spoken sentence comes back on a page isolated by COOP and COEP' },
  'spoken-sandbox': { what: 'a spoken sentence comes back under CSP sandbox, once allowed' },
  'spoken-http': { what: 'a spoken sentence comes back over http, on another name' },
  'spoken-frame': { what: 'a spoken sentence comes back in a sandboxed frame, once allowed' },
  text: { what: 'a conversation in writing, which goes on by voice' },
  mute: { what: 'a microphone that is muted, and unmuted' },
  'second-tab': { what: 'a second tab is told of the first, and takes over' },
  'window-closed': {
    what: 'the conversation window is closed mid-call',
    none: { chromium: 'a conversation has no window there that could be closed' },
  },
  'window-place': {
    what: 'the conversation window opens where it was',
    none: { chromium: 'a conversation has no window there' },
  },
  'window-minimised': {
    what: 'a spoken sentence comes back while the conversation window is minimised',
    none: { chromium: 'a conversation has no window there' },
  },
  sidebar: {
    what: 'the sidebar shows the conversation, ends it, and starts another',
    none: { chromium: 'its side panel is the panel' },
  },
  'asleep-click': { what: 'the background sleeps when a card is clicked' },
  'asleep-question': { what: 'the background falls asleep while a question waits' },
  'asleep-call': { what: 'the background falls asleep mid-call' },
  'microphone-denied': { what: 'the microphone is denied' },
  'microphone-later': {
    what: 'a click without a microphone leads to the welcome page, and back',
    none: { firefox: 'the conversation window asks for it on the spot' },
  },
  'no-loudspeaker': {
    what: 'a computer without a loudspeaker',
    none: { chromium: 'it plays into nothing there, and the call goes on' },
  },
  'backend-down': { what: 'the backend is down, and comes back' },
  consent: { what: 'an agent that is new on a site: no, this time, always' },
  'mark-kept': { what: 'a mark makes a card, at once and after a reload' },
  'mark-picked': { what: 'an element is picked and kept as a card by keyboard' },
  'options-backend': { what: 'options: another backend' },
  'options-access': { what: 'options: a pairing code, and what was used' },
  'options-sites': { what: 'options: a site is removed, and brought back' },
  'permission-revoked': { what: "a site's permission is taken away in the browser's settings" },
  popup: { what: 'popup: voice on, a conversation ended, voice off' },
  welcome: { what: 'welcome: step by step to a test call that works' },
  panel: {
    what: 'the panel opens beside the page with a conversation',
    none: { firefox: 'the conversation window is the panel' },
  },
  prerender: {
    what: 'a page that is prerendered starts nothing',
    none: { firefox: 'it prerenders no page' },
  },
} as const satisfies Readonly<Record<string, Journey>>;

export type JourneyId = keyof typeof JOURNEYS;

/** Says which journeys a test takes, as the details of a Playwright test; `-g @mute` runs one of them. */
export function journey(...ids: readonly JourneyId[]): { tag: `@${JourneyId}`[] } {
  return { tag: ids.map((id): `@${JourneyId}` => `@${id}`) };
}
