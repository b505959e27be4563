import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Rows of pixels in which the browser shows tabs and toolbar, and nothing of a page. */
const TOOLBAR_ROWS = 80;
/** Chromium ignores what is pressed within half a second after a prompt has come up. */
const STILL_MS = 700;
const POLL_MS = 50;
/** Ends a hang. */
const PATIENCE_MS = 60_000;
/** Where an X window dump tells its own length, a row's length, and the number of colours. */
const XWD = { headerSize: 0, bytesPerLine: 12 * 4, colours: 19 * 4, colourSize: 12 };

/** A screen without a monitor, and the keyboard before it. */
export interface Screen {
  /** Its name for X clients, such as `:1`. */
  readonly display: string;
  /**
   * Does something that makes the browser ask, and waits until its question stands there: no page
   * and no protocol tells of a native prompt, but it changes the toolbar's look.
   */
  untilAsked(act: () => Promise<unknown>): Promise<void>;
  /** Presses keys one after the other, by their X names. */
  press(...keys: string[]): void;
  close(): Promise<void>;
}

/** Starts a screen of 1280 by 1000 pixels on a free display. */
export async function startScreen(): Promise<Screen> {
  const folder = await mkdtemp(join(tmpdir(), 'voice-cards-screen-'));
  const args = ['-screen', '0', '1280x1000x24', '-fbdir', folder, '-displayfd', '1'];
  const server = spawn('Xvfb', [...args, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(server.stdout, 'data');
  const display = `:${String(number).trim()}`;
  const toolbar = () => look(join(folder, 'Xvfb_screen0'));
  return {
    display,
    async untilAsked(act) {
      // A tab that is still coming up changes the toolbar as well.
      const before = await atRest(toolbar);
      await act();
      await atRest(toolbar, before);
    },
    press(...keys) {
      const env = { ...process.env, DISPLAY: display };
      const { status } = spawnSync('xdotool', ['key', ...keys], { env });
      if (status !== 0) throw new Error(`xdotool could not press ${keys.join(', ')}.`);
    },
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** Gives a picture that has come to rest, and that is another one than before, if one is named. */
async function atRest(picture: () => Promise<string>, before?: string): Promise<string> {
  let last = await picture();
  let since = Date.now();
  const deadline = since + PATIENCE_MS;
  while (last === before || Date.now() - since < STILL_MS) {
    if (Date.now() > deadline) throw new Error('The browser did not ask.');
    await wait(POLL_MS);
    const now = await picture();
    if (now !== last) since = Date.now();
    last = now;
  }
  return last;
}

/** What the toolbar looks like, as a hash of its pixels. */
async function look(dump: string): Promise<string> {
  const bytes = await readFile(dump);
  const field = (offset: number) => bytes.readUInt32BE(offset);
  const start = field(XWD.headerSize) + field(XWD.colours) * XWD.colourSize;
  const pixels = bytes.subarray(start, start + TOOLBAR_ROWS * field(XWD.bytesPerLine));
  return createHash('sha256').update(pixels).digest('hex');
}
