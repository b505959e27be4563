import closeWithGrace from 'close-with-grace';
import { build } from './app.ts';
import { readConfig } from './config.ts';
import { isPublic } from './config/network.ts';
import { togetherTo } from './log-lines.ts';
import { giveUp, readCall } from './program.ts';
import { openStore } from './store/open.ts';

/** How long requests may take to finish once the process is asked to end, in milliseconds. */
const GRACE_MS = 10_000;

const { file } = readCall();
const reading = readConfig(process.env, { file });
if (!reading.ok) refuse(reading.mistakes);

const { config } = reading;
const store = await openStore(config, (err) =>
  app.log.error({ err }, 'the store cannot be reached'),
);
const { app, farewell } = build(config, {
  openStore: () => store,
  log: togetherTo(process.stdout),
});
closeWithGrace({ delay: GRACE_MS, logger: app.log }, async ({ err }) => {
  if (err) app.log.error({ err }, 'closing after an error');
  else await farewell();
  await app.close();
});
if (isPublic(config) && !(await hasTokens())) {
  refuse(['There is no access token: make one by `npm run token -- create --name "…"`.']);
}
await app.listen({ host: config.host, port: config.port });

/** A Redis that is not there yet is no reason not to start: until it is, nobody is let in anyhow. */
async function hasTokens(): Promise<boolean> {
  return store.hasTokens().catch(() => true);
}

function refuse(mistakes: readonly string[]): never {
  const list = mistakes.map((mistake) => `  - ${mistake}`).join('\n');
  giveUp(`The backend cannot start; see .env.example and docs/backend.md.\n${list}`);
}
