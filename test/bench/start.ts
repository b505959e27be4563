import { startRows } from './start/rows.ts';
import { print } from './table/row.ts';

/**
 * From the click to the connection, in a real browser, with a backend that takes 100 ms and an agent 50 ms
 * away: ours beside the guide's script, the SDK alone, and what the wire takes by itself, in one run.
 */

const rows = await startRows();
for (const each of rows) print(each);
if (rows.some(({ reached }) => !reached)) process.exitCode = 1;
