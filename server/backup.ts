import { readStateConfig } from './config.ts';
import { restoreFrom, saveTo } from './store/sqlite-copy.ts';

// npm run backup -- save FILE, or restore FILE

const [, , command, file] = process.argv;
const reading = readStateConfig(process.env);
if (!reading.ok) giveUp(reading.mistakes.join('\n'));
if (reading.config.redisUrl !== null) giveUp('With REDIS_URL, Redis keeps everything: save that.');
if (file === undefined) giveUp('npm run backup -- save FILE, or restore FILE');

const { dataDir } = reading.config;
try {
  if (command === 'save') saveTo(dataDir, file);
  else if (command === 'restore') restoreFrom(dataDir, file);
  else giveUp('npm run backup -- save FILE, or restore FILE');
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}

function giveUp(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
