import type { Connection } from '../connect.ts';
import type { IndustryMembership } from '../industry-membership.ts';

/**
 * Industry memberships as layers: a corrected one is a further row on top, so taking back a batch is deleting its rows. What counts
 * for an instrument, scheme and first day is the newest row.
 */
export interface IndustryTable {
  all(): readonly IndustryMembership[];
  /** Answers false when the membership was known as it is. */
  add(membership: IndustryMembership, batch: number): boolean;
  /** Takes back a batch's memberships; answers how many there were. */
  removeOf(batch: number): number;
}

const columns = 'instrument, scheme, industry, valid_from AS validFrom, valid_until AS validUntil, source';

export function industryTable(database: Connection): IndustryTable {
  const all = database.prepare<[], IndustryMembership>(
    `SELECT ${columns} FROM industry_membership WHERE id IN
       (SELECT max(id) FROM industry_membership GROUP BY instrument, scheme, valid_from)
     ORDER BY instrument, scheme, valid_from`,
  );
  const newest = database.prepare<[number, string, number | null], IndustryMembership>(
    `SELECT ${columns} FROM industry_membership WHERE instrument = ? AND scheme = ? AND valid_from IS ? ORDER BY id DESC LIMIT 1`,
  );
  const insert = database.prepare(
    `INSERT INTO industry_membership (instrument, scheme, industry, valid_from, valid_until, source, batch)
     VALUES (@instrument, @scheme, @industry, @validFrom, @validUntil, @source, @batch)`,
  );
  const removeOf = database.prepare<[number]>('DELETE FROM industry_membership WHERE batch = ?');
  return {
    all: () => all.all(),
    add: (membership, batch) => {
      const known = newest.get(membership.instrument, membership.scheme, membership.validFrom);
      if (known !== undefined && known.industry === membership.industry && known.validUntil === membership.validUntil) return false;
      insert.run({ ...membership, batch });
      return true;
    },
    removeOf: (batch) => removeOf.run(batch).changes,
  };
}
