import { cpus, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { type Row, cells } from './row.ts';

const HEAD = ['what', 'against', 'ours', 'theirs', 'ratio', 'to reach', 'reached'];

/** What stands in docs/performance.md: the table, and how it came about. */
export function performancePage(rows: readonly Row[], browser: string): string {
  const missed = rows.filter(({ reached }) => !reached);
  return `# Performance

Written by \`npm run bench\`, which measures ours and theirs side by side in one run and prints the same table.
${rows.length - missed.length} of ${rows.length} figures are reached.

${machine(browser)}

${table(rows)}

## What falls short

${missed.map(shortfall).join('\n') || 'Nothing.'}

${HOW}`;
}

const HOW = `## How it is measured

- **Page cost**: the time in which scripts really ran on the page's main thread, from Chromium's trace, while a page of its
  own changes once per frame: a: 50,000 elements, 1,000 single appends; b: 1,000 cards on 10,000 elements, 100 appends;
  c: 10,000 batches in 1,000 frames, 100,000 elements and 100 cards arrive; d: 10 swaps of 20,000 elements among 100,000;
  e: 20,000 elements appended one by one, five times. Ours is all of the extension's scripts, in their own world. The guide's
  script is written anew after the guide, its logging included, and nobody listens to the log. Each has a page of its own;
  medians.
- **Evaluation**: compiling and running the file once, net of an empty one; medians.
- **Sound**: a real microphone and speaker are replaced by Chromium's own stand-ins. A listener in the audio graph notes the
  peak of every block on its way out, in our host and in a page with the SDK alone, both in one browser and called by the
  same server. What the page's \`<audio>\` element adds after that is not counted against the SDK.
- **First audio**: from the frame that takes the call to the first block above −40 dB.
- **Smoothness**: speech as fast as it is spoken, in pieces of 100 ms, each held back by up to so many milliseconds by
  chance (the same for both). A dropout is 8 ms or more of silence within an utterance. Delay: by how much an utterance
  ended later than its first piece allowed, less what that is for the SDK without jitter.
`;

function machine(browser: string): string {
  const [cpu] = cpus();
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { version } = JSON.parse(
    readFileSync('node_modules/@elevenlabs/convai-widget-embed/package.json', 'utf8'),
  );
  const sdk = dependencies['@11labs/client'].replace('npm:', '');
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpu?.model}, ${memory} GiB · ${browser} · Node.js ${process.version} · SDK ${sdk} · widget ${version}`;
}

function table(rows: readonly Row[]): string {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map((each) => line(cells(each)))].join(
    '\n',
  );
}

function shortfall({ what, why = 'Not looked into yet.' }: Row): string {
  return `- **${what}**: ${why}`;
}
