import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row, alone, median, row } from './table/row.ts';
import { evaluation } from './trace.ts';
import { tracedBrowser } from './watching/traced-browser.ts';

/** What a page loads and evaluates of ours, beside ElevenLabs' embed widget. */

const RUNS = 9;
const WIDGET = new URL(import.meta.resolve('@elevenlabs/convai-widget-embed'));
const OF_WIDGET = 1 / 30;
const KB = 1_000;
const FINDER = ['content.js'];
const CARD = ['content.js', 'face.js'];
const FINDER_WHY =
  'a thirtieth of the widget’s is about 1.2 ms, and compiling 16 kB takes as long by itself: the browser caches no code of scripts that an extension brings. Running it takes about 2.5 ms, and what looks for shadow roots, a script of its own, 1.2 ms.';
const CARD_WHY =
  'what draws on cards is twice as large as what finds them, and is compiled and run where there is a card: it makes its root, style sheet and observers at once.';
const BUTTON = '<button class="voice-mic-btn">Talk</button>';

await alone(import.meta.url, loadingRows);

/** Bytes and evaluation. */
export async function loadingRows(): Promise<Row[]> {
  const widget = readFileSync(WIDGET, 'utf8');
  const browser = await tracedBrowser({
    '/plain': { body: page('') },
    '/card': { body: page(`<div class="voice-card" data-agent-id="echo">${BUTTON}</div>`) },
    '/widget': { body: page('<script src="/widget.js"></script>') },
    '/empty': { body: page('<script src="/empty.js"></script>') },
    '/widget.js': { body: widget },
    '/empty.js': { body: '' },
  });
  const timed = async (path: string, isOn: boolean, isFrom: (url: string) => boolean) =>
    evaluation(await browser.trace(path, isOn), isFrom);
  type Subject = 'finder' | 'card' | 'widget' | 'empty';
  const runs: Record<Subject, number[]> = { finder: [], card: [], widget: [], empty: [] };
  for (let i = 0; i < RUNS; i++) {
    runs.finder.push(await timed('/plain', true, browser.isOurs));
    runs.card.push(await timed('/card', true, browser.isOurs));
    runs.widget.push(await timed('/widget', false, (url) => url.endsWith('/widget.js')));
    runs.empty.push(await timed('/empty', false, (url) => url.endsWith('/empty.js')));
  }
  await browser.close();
  const net = (times: readonly number[]) => Math.max(0, median(times) - median(runs.empty));
  return [...bytes(widget), ...evaluated(net(runs.finder), net(runs.card), net(runs.widget))];
}

function evaluated(finder: number, card: number, widget: number): Row[] {
  const target = { times: OF_WIDGET };
  const plain = 'evaluation of the finder, ms';
  const drawn = 'evaluation on a page with a card, finder and face, ms';
  return [
    row(plain, 'the widget', [finder, widget], target, FINDER_WHY),
    row(drawn, 'the widget', [card, widget], target, CARD_WHY),
  ];
}

function bytes(widget: string): Row[] {
  const theirs = gzipSync(widget, { level: 9 }).length / KB;
  const what = 'injected bytes, kB gzip';
  return [
    row(`${what}: finder`, 'the widget', [kB(FINDER), theirs], { most: 8 }),
    row(`${what}: finder and face`, 'the widget', [kB(CARD), theirs], { most: 20 }),
  ];
}

function kB(names: readonly string[]): number {
  const files = names.map((name) => readFileSync(join('.output/chrome-mv3', name)));
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / KB;
}

/** A page that says so when it has been there for a moment. */
function page(body: string): string {
  return `<!doctype html><html lang="en"><title>Page</title>${body}<script>setTimeout(() => (location.hash = 'done'), 1500)</script>`;
}
