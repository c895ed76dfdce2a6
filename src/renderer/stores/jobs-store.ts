import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput } from '../../shared/contract/contract.ts';
import type { JobBoard, JobName, JobRun } from '../../shared/contract/jobs.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface JobsState {
  readonly board: Loadable<JobBoard>;
  readonly chosen: JobName | null;
  /** The newest runs of the chosen job. */
  readonly history: Loadable<readonly JobRun[]>;
  load(): Promise<void>;
  choose(job: JobName | null): Promise<void>;
  /** These reject with what went wrong. */
  run(job: JobName): Promise<void>;
  enable(job: JobName, enabled: boolean): Promise<void>;
  pause(paused: boolean): Promise<void>;
  configure(input: MethodInput<'jobs.set'>): Promise<void>;
}

export type JobsStore = StoreApi<JobsState>;

const shownRuns = 50;

/** The jobs as the core tells of them; every change is read back from there. */
export function createJobsStore(caller: MethodCaller): JobsStore {
  return createStore<JobsState>()((set, get) => {
    const loadHistory = async (job: JobName): Promise<void> => {
      try {
        const value = await caller.invoke('jobs.history', { job, limit: shownRuns });
        if (get().chosen === job) set({ history: { state: 'ready', value } });
      } catch (thrown) {
        if (get().chosen === job) set({ history: { state: 'failed', value: get().history.value, error: errorReplyOf(thrown) } });
      }
    };
    return {
      board: { state: 'loading', value: null },
      chosen: null,
      history: { state: 'loading', value: null },
      load: async () => {
        const { chosen } = get();
        try {
          set({ board: { state: 'ready', value: await caller.invoke('jobs.list', {}) } });
        } catch (thrown) {
          set({ board: { state: 'failed', value: get().board.value, error: errorReplyOf(thrown) } });
        }
        if (chosen !== null) await loadHistory(chosen);
      },
      choose: async (chosen) => {
        set({ chosen, history: { state: 'loading', value: null } });
        if (chosen !== null) await loadHistory(chosen);
      },
      run: async (job) => {
        await caller.invoke('jobs.run', { job });
        await get().load();
      },
      enable: async (job, enabled) => {
        await caller.invoke(enabled ? 'jobs.start' : 'jobs.stop', { job });
        await get().load();
      },
      pause: async (paused) => {
        set({ board: { state: 'ready', value: await caller.invoke('jobs.pause', { paused }) } });
      },
      configure: async (input) => {
        await caller.invoke('jobs.set', input);
        await get().load();
      },
    };
  });
}
