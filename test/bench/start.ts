import { startRows } from './start/rows.ts';

/**
 * From the click to the connection, in a real browser, with a backend that takes 100 ms and an agent 50 ms
 * away: ours beside the guide's script, the SDK alone, and what the wire takes by itself, in one run.
 */

const rows = await startRows();
for (const { what, against, ours, theirs, ratio, toReach, reached } of rows) {
  const compared =
    theirs === null ? '' : ` · ${against} ${theirs.toFixed(0)} · ratio ${ratio?.toFixed(2)}`;
  const outcome = reached ? 'reached' : 'missed';
  process.stdout.write(`${what}: ${ours.toFixed(0)}${compared} · ${toReach} · ${outcome}\n`);
}
if (rows.some(({ reached }) => !reached)) process.exitCode = 1;
