import closeWithGrace from 'close-with-grace';
import { build } from './app.ts';
import { readConfig } from './config.ts';

const reading = readConfig(process.env);
if (!reading.ok) {
  const list = reading.mistakes.map((mistake) => `  - ${mistake}`).join('\n');
  process.stderr.write(`The backend cannot start; see .env.example.\n${list}\n`);
  process.exit(1);
}

const { config } = reading;
const app = build(config);
closeWithGrace({ delay: 2000, logger: app.log }, async ({ err }) => {
  if (err) app.log.error({ err }, 'closing after an error');
  await app.close();
});
await app.listen({ host: config.host, port: config.port });
