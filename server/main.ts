import closeWithGrace from 'close-with-grace';
import { announcement } from './announcement.ts';
import { build } from './app.ts';
import { readConfig } from './config.ts';
import { isPublic } from './config/network.ts';
import { CannotListen, listen } from './listening.ts';
import { togetherTo } from './log-lines.ts';
import { textTo } from './log-text.ts';
import { giveUp, readCall } from './program.ts';
import { StoreClosed, openStore } from './store/open.ts';

/** How long requests may take to finish once the process is asked to end, in milliseconds. */
const GRACE_MS = 10_000;

const { file } = readCall();
const reading = readConfig(process.env, { file, isTerminal: process.stdout.isTTY });
if (!reading.ok) refuse(reading.mistakes);

const { config } = reading;
const isText = config.logFormat === 'text';
const store = await openStore(config, (err) =>
  app.log.error({ err }, 'the store cannot be reached'),
).catch(explain);
const lines = togetherTo(process.stdout);
const { app, farewell } = build(config, {
  openStore: () => store,
  log: isText ? textTo(lines) : lines,
});
closeWithGrace({ delay: GRACE_MS, logger: app.log }, async ({ err }) => {
  if (err) app.log.error({ err }, 'closing after an error');
  else await farewell();
  await app.close();
});
if (isPublic(config) && !(await hasTokens())) {
  refuse(['There is no access token: make one by `npm run token -- create --name "…"`.']);
}
const url = await listen(app, config).catch(explain);
if (isText) process.stdout.write(announcement(config, url));
else if (config.apiKey === null) {
  app.log.warn('No ELEVENLABS_API_KEY is set: the built-in echo agent answers conversations.');
}

/** A Redis that is not there yet is no reason not to start: until it is, nobody is let in anyhow. */
async function hasTokens(): Promise<boolean> {
  return store.hasTokens().catch(() => true);
}

/** Ends with the one sentence of an expected failure; anything else stays an exception. */
function explain(error: unknown): never {
  if (error instanceof CannotListen || error instanceof StoreClosed) giveUp(error.message);
  throw error;
}

function refuse(mistakes: readonly string[]): never {
  const list = mistakes.map((mistake) => `  - ${mistake}`).join('\n');
  giveUp(`The backend cannot start; see .env.example and docs/backend.md.\n${list}`);
}
