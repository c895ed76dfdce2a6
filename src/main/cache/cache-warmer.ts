import type { TaskReporter } from '../tasks/task-runner.ts';

/** Fetches ahead what will be asked for about some symbols; answers how many now have it. */
export type CacheWarmer = (symbols: readonly string[], reporter: TaskReporter) => Promise<number>;
