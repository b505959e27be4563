import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A computer on which these programs are installed, none of which does anything, and no other can be. */
export interface BareComputer {
  /** What the environment says there. */
  readonly env: { PATH: string; FIREFOX_PATH: string; CHROMIUM_PATH: string };
  clear(): void;
}

export function bareComputer(programs: readonly string[]): BareComputer {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-bare-'));
  const put = (name: string, code: number) => {
    writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  for (const name of programs) put(name, 0);
  // Without a network, or without its rights, nothing comes of these.
  for (const name of ['apt-get', 'npm']) put(name, 1);
  return {
    env: { PATH: folder, FIREFOX_PATH: '', CHROMIUM_PATH: '' },
    clear: () => rmSync(folder, { recursive: true }),
  };
}
