import { constants, setPriority } from 'node:os';

/**
 * Lets a process that plays or records sound go before others, where we may: on a busy machine it
 * would drop samples. Call it as soon as the process is there; its later threads inherit it.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 */
export function inTime(child) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_HIGH);
  return child;
}
