import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from '../../scripts/backend.js';
import { openSqlite } from '../../server/store/sqlite.ts';
import { handleTokens } from '../../server/tokens/command.ts';

/**
 * A backend of its own, for which tokens are made as its operator makes them.
 * @param settings environment variables
 */
export async function startTokenBackend(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-tokens-'));
  const backend = await startBackend({ ...settings, DATA_DIR: folder });
  return {
    url: backend.url,
    /** Does what `npm run token -- …` does; gives what that prints. */
    async token(...words: string[]): Promise<string> {
      const store = openSqlite(folder);
      const { ok, text } = await handleTokens(store, words, Date.now());
      await store.close();
      if (!ok) throw new Error(text);
      return text.trim();
    },
    async stop() {
      await backend.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
