import { DEFAULT_BACKEND_URL } from '../core/backend-url.ts';
import type { Config } from './config.ts';
import { isPublic } from './config/network.ts';

/** How many agents are named. */
const NAMED = 3;

/**
 * Tells the person at the terminal what runs where, which agent answers, and what to do next, in four lines.
 * @param url where it listens, as http://127.0.0.1:8787
 */
export function announcement(config: Config, url: string): string {
  const lines = [
    ['Running', where(config, url)],
    ['Agents', agents(config)],
    ['Next', nextStep(config, url)],
    ['Log', logged(config)],
  ];
  return lines.map(([title = '', text]) => `${title.padEnd(9)}${text}\n`).join('');
}

function where(config: Config, url: string): string {
  const others = isPublic(config) ? `for others ${publicUrl(config)}` : 'for this computer only';
  return `${url}, ${others}. Ctrl+C stops it.`;
}

function agents({ agents: all, apiKey }: Config): string {
  if (apiKey === null) return 'The built-in echo agent, as there is no ELEVENLABS_API_KEY.';
  const names = all.slice(0, NAMED).map(({ name }) => name);
  const more = all.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}, by ElevenLabs.`;
}

function nextStep(config: Config, url: string): string {
  if (isPublic(config)) return 'Give each person access: npm run token -- pair --name "…"';
  if (url === DEFAULT_BACKEND_URL)
    return 'Load the extension (README.md, "Use it"), and click a card.';
  return `Enter ${url} in the extension's options, under Backend.`;
}

function logged({ logLevel }: Config): string {
  if (logLevel === 'warn') return 'Problems appear below. LOG_LEVEL=info shows all requests.';
  return `Messages of level ${logLevel} and above appear below (LOG_LEVEL).`;
}

function publicUrl({ publicHosts: [host = ''] }: Config): string {
  return `https://${host}`;
}
