import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AlertCondition } from '../../shared/alert-condition.ts';
import type { Alert, AlertEvent, AlertTrial } from '../../shared/contract/alerts.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { Frequency } from '../../shared/frequency.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

/** An alert while it is being set up. */
export interface AlertDraft {
  /** The alert that is changed; null makes a new one. */
  readonly id: number | null;
  readonly name: string;
  /** As the user writes it; empty for every instrument. */
  readonly symbol: string;
  /** The list it is about where no symbol is named; null for all. */
  readonly watchlist: number | null;
  readonly freq: Frequency;
  readonly condition: AlertCondition;
  readonly live: boolean;
  readonly cooldownMinutes: number;
}

export type AlertsView = 'alerts' | 'log';

export interface AlertsState {
  readonly alerts: Loadable<readonly Alert[]>;
  /** The newest lines of the log. */
  readonly log: Loadable<readonly AlertEvent[]>;
  readonly view: AlertsView;
  readonly chosen: number | null;
  /** What the dialog is opened with. */
  readonly draft: AlertDraft;
  load(): Promise<void>;
  show(view: AlertsView): void;
  choose(id: number | null): void;
  prepare(draft: AlertDraft): void;
  /** These reject with what went wrong. */
  save(draft: AlertDraft): Promise<void>;
  remove(id: number): Promise<void>;
  enable(id: number, enabled: boolean): Promise<void>;
  trial(draft: AlertDraft): Promise<AlertTrial>;
}

export type AlertsStore = StoreApi<AlertsState>;

const shownLines = 500;

export const emptyDraft: AlertDraft = {
  id: null, name: '', symbol: '', watchlist: null, freq: '1d', condition: { kind: 'rule', rule: 'rsi(14) crosses above 30' }, live: false, cooldownMinutes: 0,
};

export function createAlertsStore(caller: MethodCaller): AlertsStore {
  return createStore<AlertsState>()((set, get) => ({
    alerts: { state: 'loading', value: null },
    log: { state: 'loading', value: null },
    view: 'alerts',
    chosen: null,
    draft: emptyDraft,
    load: async () => {
      try {
        const [alerts, log] = await Promise.all([caller.invoke('alerts.list', {}), caller.invoke('alerts.log', { limit: shownLines })]);
        set({ alerts: { state: 'ready', value: alerts }, log: { state: 'ready', value: log } });
      } catch (thrown) {
        const error = errorReplyOf(thrown);
        set({ alerts: { state: 'failed', value: get().alerts.value, error }, log: { state: 'failed', value: get().log.value, error } });
      }
    },
    show: (view) => set({ view }),
    choose: (chosen) => set({ chosen }),
    prepare: (draft) => set({ draft }),
    save: async ({ id, symbol, watchlist, condition, ...draft }) => {
      const named = symbol.trim() === '' ? null : symbol.trim();
      const saved = await caller.invoke('alerts.save', { ...draft, ...(id === null ? {} : { id }), symbol: named, watchlist: named === null ? watchlist : null, condition: toInput(condition) });
      set({ chosen: saved.id });
      await get().load();
    },
    remove: async (id) => {
      await caller.invoke('alerts.remove', { id });
      set({ chosen: null });
      await get().load();
    },
    enable: async (id, enabled) => {
      await caller.invoke('alerts.enable', { id, enabled });
      await get().load();
    },
    trial: ({ symbol, freq, condition, cooldownMinutes }) => caller.invoke('alerts.test', { symbol: symbol.trim(), freq, condition: toInput(condition), cooldownMinutes }),
  }));
}

/** The wire takes arrays of its own. */
function toInput(condition: AlertCondition) {
  return condition.kind === 'chan' ? { ...condition, types: [...condition.types] } : condition;
}
