import { largePage } from '../page/pages.ts';

/** A page, and what happens to it in each frame; runs in the page, so it holds all it needs. */
export interface Case {
  readonly what: string;
  readonly body: () => string;
  readonly frames: number;
  readonly change: (frame: number) => void | Promise<void>;
}

const CARD =
  '<div class="voice-card" data-agent-id="echo"><h3>Ask</h3><p>Some <b>words</b> about it</p><ul><li>One</li><li>Two</li></ul><p><button class="voice-mic-btn">Talk</button></p></div>';

/** The five ways of changing in which watching a page is measured. */
export const CASES: Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e', Case>> = {
  a: {
    what: '50,000 elements, 1,000 single appends',
    body: largePage,
    frames: 100,
    async change() {
      for (let i = 0; i < 10; i++) {
        document.querySelector('aside')?.append(document.createElement('p'));
        // Each of them fires the observers.
        await Promise.resolve();
      }
    },
  },
  b: {
    what: '1,000 cards on 10,000 elements, 100 appends',
    body: () => `<main>${CARD.repeat(1_000)}</main><aside></aside>`,
    frames: 100,
    change() {
      document.querySelector('aside')?.append(document.createElement('p'));
    },
  },
  c: {
    what: '10,000 batches in 1,000 frames, 100,000 elements and 100 cards arrive',
    body: () => '<main></main>',
    frames: 1_000,
    change(frame) {
      for (let i = 0; i < 10; i++) {
        const batch = document.createElement('section');
        batch.innerHTML =
          '<h4>News</h4><ul><li>One</li><li><a href="#">Two</a></li><li>Three</li></ul><p>And <b>more</b></p>';
        if (frame % 10 === 5 && i === 5) {
          const button = '<button class="voice-mic-btn">Talk</button>';
          batch.innerHTML = `<div class="voice-card" data-agent-id="echo">${button}</div>`;
        }
        document.querySelector('main')?.append(batch);
      }
    },
  },
  d: {
    what: '10 swaps of 20,000 elements among 100,000',
    body: () => `${largePage()}${largePage()}<div id="swapped"></div>`,
    frames: 10,
    change(frame) {
      const swapped = document.createElement('div');
      swapped.id = 'swapped';
      swapped.innerHTML = `<p>${frame}<b>One</b></p>`.repeat(10_000);
      document.querySelector('#swapped')?.replaceWith(swapped);
    },
  },
  e: {
    what: '20,000 elements appended one by one, five times',
    body: () => '<main></main>',
    frames: 5,
    change() {
      const main = document.querySelector('main');
      for (let i = 0; i < 20_000; i++) main?.append(document.createElement('p'));
    },
  },
};

/** The script by which a page goes through a case by itself, between two marks, some time after it has loaded; it tells the end by its address. */
export function script({ frames, change }: Case): string {
  const { name } = change;
  return `const change = { ${String(change)} }.${name};
    (${String(play)})(${frames}, change);`;
}

async function play(frames: number, change: (frame: number) => void | Promise<void>) {
  const later = (ms: number) => new Promise((done) => setTimeout(done, ms));
  await later(2_500);
  performance.mark('begins');
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame);
    await change(frame);
  }
  // What was planned for the next frame belongs to it.
  await later(200);
  performance.mark('ends');
  location.hash = 'done';
}
