const { LONG, SOAK_MINUTES } = process.env;

/** Whether this is the long run, which repeats what `npm test` does once. */
export const isLong = LONG === '1';

/** How often something is done: so often in the long run, and once otherwise. */
export function times(often: number): number {
  return isLong ? often : 1;
}

/** How long the soak's conversation is, in minutes, where somebody asked for so many. */
export const soakMinutes = SOAK_MINUTES === undefined ? null : Number(SOAK_MINUTES);
