import { readStateConfig } from './config.ts';
import { giveUp, readCall } from './program.ts';
import { openStore } from './store/open.ts';
import { handleTokens } from './tokens/command.ts';

const { file, words } = readCall();
const reading = readStateConfig(process.env, { file });
if (!reading.ok) giveUp(reading.mistakes.join('\n'));

const { ok, text } = await openStore(reading.config, () => undefined)
  .then((store) => handleTokens(store, words, Date.now()).finally(() => store.close()))
  .catch((error: unknown) => ({
    ok: false,
    text: error instanceof Error ? error.message : String(error),
  }));
if (!ok) giveUp(text);
process.stdout.write(`${text}\n`);
