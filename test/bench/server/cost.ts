import { readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second, on every Linux there is. */
const TICKS = 100;

/** How long a process and those below it have been at work, in microseconds. */
export function cpuMicros(pid: number): number {
  const own = familyOf(pid).map((each) => {
    // The name, in brackets, may hold anything.
    const fields = readFileSync(`/proc/${each}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return (own.reduce((sum, ticks) => sum + ticks, 0) * 1e6) / TICKS;
}

/** How much memory a process and those below it hold, in MiB; what they share counts for each. */
export function memoryMiB(pid: number): number {
  const held = familyOf(pid).map((each) => {
    const status = readFileSync(`/proc/${each}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0);
  });
  return held.reduce((sum, kB) => sum + kB, 0) / 1024;
}

function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [
    pid,
    ...children
      .split(' ')
      .filter(Boolean)
      .flatMap((child) => familyOf(Number(child))),
  ];
}
