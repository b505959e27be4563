import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from '../../scripts/backend.js';
import { offlineEnvironment } from '../../scripts/run.js';

/**
 * A backend of its own, for which tokens are made as its operator makes them.
 * @param settings environment variables
 */
export async function startTokenBackend(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-tokens-'));
  const backend = await startBackend({ ...settings, DATA_DIR: folder });
  return {
    url: backend.url,
    /** Runs `npm run token -- …`; gives what it prints. */
    token(...words: string[]): string {
      const env = { ...offlineEnvironment(), DATA_DIR: folder };
      const { status, stdout, stderr } = spawnSync('node', ['server/token.ts', ...words], { env });
      if (status !== 0) throw new Error(stderr.toString());
      return stdout.toString().trim();
    },
    async stop() {
      await backend.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
