const windowMs = 60_000;
const reloads = 3;

/** Whether a page that has just died is loaded again at once: three times a minute, then the user is asked. `crashes` are earlier times. */
export function reloadsAfterCrash(crashes: readonly number[], now: number): boolean {
  return crashes.filter((time) => now - time < windowMs).length < reloads;
}
