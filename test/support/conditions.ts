import type { JourneyId } from './journeys.ts';

/** A kind of page on which a card must talk like on any other. */
export interface Condition {
  readonly journey: JourneyId;
  readonly headers: Readonly<Record<string, string>>;
  readonly site: string;
  /** Whether the person is asked each time: such a document cannot prove where it comes from. */
  readonly asks?: true;
}

const HERE = 'http://127.0.0.1';

/** The six page conditions, from the easiest to those that bar microphones, scripts or connections of the page's own. */
export const CONDITIONS: readonly Condition[] = [
  { journey: 'spoken-plain', headers: {}, site: HERE },
  {
    journey: 'spoken-csp',
    headers: { 'content-security-policy': "default-src 'none'" },
    site: HERE,
  },
  {
    journey: 'spoken-permissions-policy',
    headers: { 'permissions-policy': 'microphone=()' },
    site: HERE,
  },
  {
    journey: 'spoken-isolated',
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
    site: HERE,
  },
  {
    journey: 'spoken-sandbox',
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    site: HERE,
    asks: true,
  },
  { journey: 'spoken-http', headers: {}, site: 'http://plain.test' },
];
