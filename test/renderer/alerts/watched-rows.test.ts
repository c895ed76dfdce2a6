import { expect, test } from 'vitest';
import { watchedRows } from '../../../src/renderer/pages/alerts/watched-rows.ts';
import type { Alert } from '../../../src/shared/contract/alerts.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import type { Watchlist } from '../../../src/shared/contract/watchlists.ts';
import { inventedInstruments } from '../../doubles/invented-instruments.ts';

const rows = inventedInstruments(3);
const [first, second] = rows.map(({ symbol }) => symbol);
const alert = (changes: Partial<Alert>): Alert => ({
  id: 1, name: '', symbol: first ?? '', watchlist: null, freq: '1d', condition: { kind: 'price', crosses: 'either', price: 100 }, live: false, cooldownMinutes: 0,
  enabled: true, createdAt: 0 as UtcMs, armedAt: 0 as UtcMs, fired: 0, lastFiredAt: null, problem: null, ...changes,
});
const list: Watchlist = { id: 7, name: 'Own', group: null, members: [{ symbol: second ?? '', tags: [] }] };
const watched = (...alerts: readonly Alert[]): readonly string[] => watchedRows(alerts, [list], rows).map(({ symbol }) => symbol);

test('alerts look at their symbols, the members of their lists, or at everything', () => {
  expect([watched(alert({})), watched(alert({ symbol: null, watchlist: 7 })), watched(alert({ symbol: null })).length]).toEqual([[first], [second], 3]);
});

test('an alert that is switched off looks at nothing', () => {
  expect(watched(alert({ enabled: false }), alert({ enabled: false, symbol: null }))).toEqual([]);
});
