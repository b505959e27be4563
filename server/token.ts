import { readStateConfig } from './config.ts';
import { openStore } from './store/open.ts';
import { handleTokens } from './tokens/command.ts';

const reading = readStateConfig(process.env);
if (reading.ok) {
  const store = await openStore(reading.config, () => undefined);
  const { ok, text } = await handleTokens(store, process.argv.slice(2), Date.now())
    .catch((error: unknown) => ({ ok: false, text: String(error) }))
    .finally(() => store.close());
  (ok ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = ok ? 0 : 1;
} else {
  process.stderr.write(`${reading.mistakes.join('\n')}\n`);
  process.exitCode = 1;
}
