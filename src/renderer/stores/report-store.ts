import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { ReportFormat, ReportResult, VerifyResult } from '../../shared/contract/reports.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import type { Transport } from '../transport/transport.ts';
import { errorReplyOf } from './error-reply.ts';

export interface ReportState {
  readonly formats: ReadonlySet<ReportFormat>;
  /** The task under way, null before and after. */
  readonly task: string | null;
  readonly result: ReportResult | null;
  readonly verification: VerifyResult | null;
  readonly error: ErrorReply | null;
  toggle(format: ReportFormat): void;
  create(symbol: string, language: 'en' | 'zh'): Promise<void>;
  /** Hears of every task; takes what is its own. */
  followTask(task: Task): void;
  verify(): Promise<void>;
  /** Gives the user one of the files. */
  keep(file: { readonly token: string; readonly name: string }): Promise<void>;
  /** Back to the choice of formats. */
  again(): void;
}

export type ReportStore = StoreApi<ReportState>;

const fresh = { task: null, result: null, verification: null, error: null } as const;

export function createReportStore(transport: Pick<Transport, 'invoke' | 'keepFile'>): ReportStore {
  return createStore<ReportState>()((set, get) => {
    /** A task can end before its id is known here; what was heard meanwhile is kept. */
    const heard = new Map<string, Task>();
    const settle = (task: Task): void => {
      if (task.state === 'completed') set({ task: null, result: task.result as ReportResult });
      else if (task.endedAt !== null) set({ task: null, error: task.error });
    };
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (thrown) {
        set({ task: null, error: errorReplyOf(thrown) });
      }
    };
    return {
      ...fresh,
      formats: new Set<ReportFormat>(['html']),
      toggle: (format) => {
        const formats = new Set(get().formats);
        if (!formats.delete(format)) formats.add(format);
        set({ formats });
      },
      create: (symbol, language) =>
        attempt(async () => {
          set({ ...fresh, task: '' });
          const { task } = await transport.invoke('reports.create', { symbol, formats: [...get().formats], language });
          set({ task });
          const early = heard.get(task);
          if (early !== undefined) settle(early);
        }),
      followTask: (task) => {
        if (task.kind !== 'report') return;
        if (task.endedAt !== null && get().task === '') heard.set(task.id, task);
        if (task.id === get().task) settle(task);
      },
      verify: () =>
        attempt(async () => {
          const manifest = get().result?.manifest.token;
          if (manifest !== undefined) set({ verification: await transport.invoke('reports.verify', { manifest }) });
        }),
      keep: (file) => attempt(() => transport.keepFile(file)),
      again: () => set(fresh),
    };
  });
}
