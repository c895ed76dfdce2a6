import type { MachineProfile } from '../../shared/contract/cache.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Clock } from '../ports.ts';
import type { Sources } from '../providers/sources.ts';
import type { Store } from '../store/store.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';

/** What a refresh works with. */
export interface RefreshContext {
  readonly store: Store;
  readonly sources: Sources;
  readonly calendarById: CalendarById;
  readonly clock: Clock;
  readonly offline: () => boolean;
  /** How many symbols are worked on at a time and kept in one transaction. */
  readonly profile: Pick<MachineProfile, 'workers' | 'batch'>;
  /** How far back the first fetch of a symbol reaches. */
  readonly historyYears: () => number;
  /** How many symbols of a run are held against a second source. */
  readonly sampled: () => number;
}

/** One symbol of a run, in the store or not yet. */
export interface Wanted {
  readonly symbol: string;
  readonly instrument: InstrumentDraft;
  readonly freq: Frequency;
}
