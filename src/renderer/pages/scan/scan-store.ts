import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../../shared/contract/method-caller.ts';
import type { ScanRule } from '../../../shared/contract/rule-figures.ts';
import { errorReplyOf } from '../../stores/error-reply.ts';
import { runTask } from '../../stores/run-task.ts';
import type { Loadable } from '../../stores/loadable.ts';
import { scopeInput, type UniverseScope } from '../../universe/scope-store.ts';
import type { ScanItem } from './scan-item.ts';

export interface ScanState {
  readonly rules: Loadable<readonly ScanRule[]>;
  readonly item: ScanItem;
  /** The rule being written. */
  readonly draft: { readonly name: string; readonly text: string };
  /** How many symbols each ready rule found when all were run, and on which day; null before that. */
  readonly counts: { readonly asOf: string; readonly byRule: ReadonlyMap<string, number> } | null;
  /** The task that counts; an empty id until it is known, null when none does. */
  readonly counting: string | null;
  load(): Promise<void>;
  choose(item: ScanItem): void;
  /** Opens a rule's text to be changed; a ready rule under a name of its own. */
  edit(draft: { readonly name: string; readonly text: string }): void;
  save(): Promise<void>;
  remove(name: string): Promise<void>;
  /** Runs every ready rule to count what it finds. */
  count(scope: UniverseScope): Promise<void>;
}

export type ScanStore = StoreApi<ScanState>;

/** The rules of the Scan page and what is open on it; kept while other pages are shown. */
export function createScanStore(caller: MethodCaller): ScanStore {
  return createStore<ScanState>()((set, get) => ({
    rules: { state: 'loading', value: null },
    item: { kind: 'ranks' },
    draft: { name: '', text: '' },
    counts: null,
    counting: null,
    load: async () => {
      try {
        set({ rules: { state: 'ready', value: await caller.invoke('scan.rules', {}) } });
      } catch (thrown) {
        set({ rules: { state: 'failed', value: get().rules.value, error: errorReplyOf(thrown) } });
      }
    },
    choose: (item) => set({ item }),
    edit: (draft) => set({ draft, item: { kind: 'draft' } }),
    save: async () => {
      const { name, text } = get().draft;
      const saved = await caller.invoke('scan.save', { name: name.trim(), text });
      await get().load();
      set({ item: { kind: 'rule', name: saved.name } });
    },
    remove: async (name) => {
      await caller.invoke('scan.remove', { name });
      const { item } = get();
      if (item.kind === 'rule' && item.name === name) set({ item: { kind: 'ranks' } });
      await get().load();
    },
    count: async (scope) => {
      set({ counting: '' });
      try {
        const { asOf, scans } = await runTask(caller, 'scan.run', { ...scopeInput(scope), diff: false }, (counting) => set({ counting }));
        set({ counts: { asOf, byRule: new Map(scans.flatMap(({ rule, matches }) => (rule === null ? [] : [[rule, matches.length]]))) } });
      } finally {
        set({ counting: null });
      }
    },
  }));
}
