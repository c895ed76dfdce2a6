import type { Connection } from '../connect.ts';
import type { CorporateAction } from '../corporate-action.ts';

/**
 * Corporate actions as layers: a corrected action is a further row on top, so taking back a batch is deleting its rows. Sources tell of
 * the same actions, so what counts for an instrument, kind and ex-date is the newest row of any of them.
 */
export interface CorporateActionTable {
  /** Ordered by ex-date. */
  of(instrument: number): readonly CorporateAction[];
  /** Answers false when the action was known as it is. */
  add(action: CorporateAction, batch: number): boolean;
  /** Takes back a batch's actions; answers how many there were. */
  removeOf(batch: number): number;
}

const columns = 'instrument, kind, ex_date AS exDate, announced_at AS announcedAt, value, price, source';

export function corporateActionTable(database: Connection): CorporateActionTable {
  const of = database.prepare<[number], CorporateAction>(
    `SELECT ${columns} FROM corporate_action WHERE id IN
       (SELECT max(id) FROM corporate_action WHERE instrument = ? GROUP BY kind, ex_date)
     ORDER BY ex_date, kind`,
  );
  const newest = database.prepare<[number, string, number, string], CorporateAction>(
    `SELECT ${columns} FROM corporate_action WHERE instrument = ? AND kind = ? AND ex_date = ? AND source = ? ORDER BY id DESC LIMIT 1`,
  );
  const insert = database.prepare(
    `INSERT INTO corporate_action (instrument, kind, ex_date, announced_at, value, price, source, batch)
     VALUES (@instrument, @kind, @exDate, @announcedAt, @value, @price, @source, @batch)`,
  );
  const removeOf = database.prepare<[number]>('DELETE FROM corporate_action WHERE batch = ?');
  return {
    of: (instrument) => of.all(instrument),
    add: (action, batch) => {
      const known = newest.get(action.instrument, action.kind, action.exDate, action.source);
      if (known !== undefined && known.value === action.value && known.price === action.price && known.announcedAt === action.announcedAt) return false;
      insert.run({ ...action, batch });
      return true;
    },
    removeOf: (batch) => removeOf.run(batch).changes,
  };
}
