/** How many threads compute side by side: as many as the profile allows, with one core left for the window. */
export function threadsFor(workers: number, cores: number): number {
  return Math.max(1, Math.min(workers, cores - 1));
}
