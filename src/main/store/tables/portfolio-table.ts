import type { EntryKind, Portfolio, PortfolioEntry, PortfolioSummary } from '../../../shared/contract/portfolios.ts';
import { dayText } from '../../../shared/day-text.ts';
import { parseTradingDate } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';

export interface PortfolioTable {
  /** By name. */
  all(): readonly PortfolioSummary[];
  byId(id: number): Portfolio | null;
  byName(name: string): Portfolio | null;
  create(name: string, currency: string | null, at: number): number;
  update(id: number, name: string, currency: string | null, at: number): void;
  remove(id: number): void;
  setEntries(id: number, entries: readonly PortfolioEntry[]): void;
  /** An instrument got a new key. */
  rekey(from: string, to: string): void;
}

interface EntryRow {
  kind: string;
  day: number | null;
  symbol: string | null;
  quantity: number | null;
  price: number | null;
  fee: number;
  amount: number | null;
  note: string;
}

export function portfolioTable(database: Connection): PortfolioTable {
  const all = database.prepare<[], PortfolioSummary>(
    `SELECT id, name, currency, (SELECT count(*) FROM portfolio_entry WHERE portfolio = id) AS entries,
       (SELECT count(DISTINCT symbol) FROM portfolio_entry WHERE portfolio = id) AS symbols
     FROM portfolio ORDER BY name`,
  );
  const byId = database.prepare<[number], Omit<Portfolio, 'entries'>>('SELECT id, name, currency FROM portfolio WHERE id = ?');
  const byName = database.prepare<[string], Omit<Portfolio, 'entries'>>('SELECT id, name, currency FROM portfolio WHERE name = ?');
  const entries = database.prepare<[number], EntryRow>(
    'SELECT kind, day, symbol, quantity, price, fee, amount, note FROM portfolio_entry WHERE portfolio = ? ORDER BY position',
  );
  const create = database.prepare<[string, string | null, number]>('INSERT INTO portfolio (name, currency, changed_at) VALUES (?, ?, ?)');
  const update = database.prepare<[string, string | null, number, number]>('UPDATE portfolio SET name = ?, currency = ?, changed_at = ? WHERE id = ?');
  const remove = database.prepare<[number]>('DELETE FROM portfolio WHERE id = ?');
  const clear = database.prepare<[number]>('DELETE FROM portfolio_entry WHERE portfolio = ?');
  const insert = database.prepare(
    `INSERT INTO portfolio_entry (portfolio, position, kind, day, symbol, quantity, price, fee, amount, note)
     VALUES (@id, @position, @kind, @day, @symbol, @quantity, @price, @fee, @amount, @note)`,
  );
  const rekey = database.prepare<[string, string]>('UPDATE portfolio_entry SET symbol = ? WHERE symbol = ?');

  const whole = (head: Omit<Portfolio, 'entries'> | undefined): Portfolio | null =>
    head === undefined ? null : { ...head, entries: entries.all(head.id).map(toEntry) };
  return {
    all: () => all.all(),
    byId: (id) => whole(byId.get(id)),
    byName: (name) => whole(byName.get(name)),
    create: (name, currency, at) => Number(create.run(name, currency, at).lastInsertRowid),
    update: (id, name, currency, at) => void update.run(name, currency, at, id),
    remove: (id) => void remove.run(id),
    setEntries: (id, list) => {
      clear.run(id);
      list.forEach(({ date, ...entry }, position) => insert.run({ ...entry, id, position, day: date === null ? null : parseTradingDate(date) }));
    },
    rekey: (from, to) => void rekey.run(to, from),
  };
}

function toEntry({ kind, day, ...row }: EntryRow): PortfolioEntry {
  // The table's CHECK admits these kinds only.
  return { kind: kind as EntryKind, date: day === null ? null : dayText(day), ...row };
}
