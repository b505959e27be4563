import { readStateConfig } from './config.ts';
import { giveUp, readCall } from './program.ts';
import { restoreFrom, saveTo } from './store/sqlite-copy.ts';

// npm run backup -- save FILE, or restore FILE

const { file: settings, words } = readCall();
const [command, file] = words;
const reading = readStateConfig(process.env, { file: settings });
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
