/** Where lines go. */
export interface Lines {
  write(line: string): void;
}

/**
 * Writes the lines of one turn of the event loop at once: under load, a write costs more than a line.
 * What was not written when the process ends is written then.
 */
export function togetherTo(out: Lines): Lines {
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    out.write(text);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(line);
    },
  };
}
