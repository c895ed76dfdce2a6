import type { InstrumentDraft, InstrumentKind } from '../../../shared/instrument.ts';
import type { TradingDate } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { ListingFacts } from '../company-facts.ts';
import type { Instrument } from '../store.ts';

export interface InstrumentTable {
  all(): readonly Instrument[];
  /** By its key of today, else by the newest key it had before. */
  bySymbol(symbol: string): Instrument | null;
  byKey(mic: string, code: string): Instrument | null;
  zoneOf(id: number): string | null;
  /**
   * Adds the instrument, or fills in what was not known of it: a known fact stays, except that the newest names win. Answers
   * its id and whether anything changed. `pinyin` gives the initials of a Chinese name.
   */
  upsert(draft: InstrumentDraft, batch: number, pinyin: (name: string) => string): { readonly id: number; readonly changed: boolean };
  /** Fills in or corrects what is not null; answers whether anything changed. */
  setListing(id: number, listing: ListingFacts): boolean;
  /** Gives an instrument a new key from a day on; the old one stays known as its former key. */
  rekey(id: number, mic: string, code: string, from: TradingDate): void;
  /** Removes the instruments that a batch created and that nothing refers to any more. */
  removeOrphansOf(batch: number): void;
}

interface InstrumentRow {
  id: number;
  mic: string;
  code: string;
  kind: string;
  name_en: string | null;
  name_zh: string | null;
  pinyin: string | null;
  currency: string | null;
  zone: string;
  calendar: string | null;
  board: string | null;
  tick_size: number | null;
  lot_size: number | null;
  listed_on: number | null;
  delisted_on: number | null;
}

const columns = `instrument.id, instrument.mic, instrument.code, kind, name_en, name_zh, pinyin, currency, zone, calendar, board, tick_size,
  lot_size, listed_on, delisted_on`;

export function instrumentTable(database: Connection): InstrumentTable {
  const all = database.prepare<[], InstrumentRow>(`SELECT ${columns} FROM instrument ORDER BY mic, code`);
  const byKey = database.prepare<[string, string], InstrumentRow>(`SELECT ${columns} FROM instrument WHERE mic = ? AND code = ?`);
  const zone = database.prepare<[number], string>('SELECT zone FROM instrument WHERE id = ?').pluck();
  const byFormerKey = database.prepare<[string, string], InstrumentRow>(
    `SELECT ${columns} FROM instrument_former_key AS former JOIN instrument ON instrument.id = former.instrument
     WHERE former.mic = ? AND former.code = ? ORDER BY former.valid_until DESC LIMIT 1`,
  );
  const insert = database.prepare(
    `INSERT INTO instrument (mic, code, kind, name_en, name_zh, pinyin, currency, zone, calendar, created_by)
     VALUES (@mic, @code, @kind, @nameEn, @nameZh, @pinyin, @currency, @zone, @calendar, @batch)`,
  );
  const update = database.prepare(
    `UPDATE instrument SET kind = @kind, name_en = @nameEn, name_zh = @nameZh, pinyin = @pinyin, currency = @currency, calendar = @calendar
     WHERE id = @id`,
  );
  const setListing = database.prepare(
    `UPDATE instrument SET board = coalesce(@board, board), tick_size = coalesce(@tickSize, tick_size), lot_size = coalesce(@lotSize, lot_size),
       listed_on = coalesce(@listedOn, listed_on), delisted_on = coalesce(@delistedOn, delisted_on)
     WHERE id = @id AND (coalesce(@board, board) IS NOT board OR coalesce(@tickSize, tick_size) IS NOT tick_size
       OR coalesce(@lotSize, lot_size) IS NOT lot_size OR coalesce(@listedOn, listed_on) IS NOT listed_on
       OR coalesce(@delistedOn, delisted_on) IS NOT delisted_on)`,
  );
  const remember = database.prepare<[number, number]>(
    `INSERT INTO instrument_former_key (mic, code, valid_until, instrument) SELECT mic, code, ?, id FROM instrument WHERE id = ?
     ON CONFLICT DO UPDATE SET instrument = excluded.instrument`,
  );
  const rekey = database.prepare<[string, string, number]>('UPDATE instrument SET mic = ?, code = ? WHERE id = ?');
  const removeOrphans = database.prepare<[number]>(
    `DELETE FROM instrument WHERE created_by = ? AND NOT EXISTS (SELECT 1 FROM series WHERE series.instrument = instrument.id)
     AND NOT EXISTS (SELECT 1 FROM corporate_action WHERE corporate_action.instrument = instrument.id)
     AND NOT EXISTS (SELECT 1 FROM fundamental_report WHERE fundamental_report.instrument = instrument.id)
     AND NOT EXISTS (SELECT 1 FROM share_count WHERE share_count.instrument = instrument.id)
     AND NOT EXISTS (SELECT 1 FROM capital_flow WHERE capital_flow.instrument = instrument.id)`,
  );

  const find = (mic: string, code: string): Instrument | null => {
    const row = byKey.get(mic, code);
    return row === undefined ? null : toInstrument(row);
  };

  return {
    all: () => all.all().map(toInstrument),
    byKey: find,
    zoneOf: (id) => zone.get(id) ?? null,
    bySymbol: (symbol) => {
      const colon = symbol.indexOf(':');
      if (colon < 0) return null;
      const [mic, code] = [symbol.slice(0, colon), symbol.slice(colon + 1)];
      const row = byKey.get(mic, code) ?? byFormerKey.get(mic, code);
      return row === undefined ? null : toInstrument(row);
    },
    upsert: (draft, batch, pinyin) => {
      const known = find(draft.mic, draft.code);
      if (known === null) {
        const added = insert.run({ ...draft, batch, pinyin: draft.nameZh === null ? null : pinyin(draft.nameZh) });
        return { id: Number(added.lastInsertRowid), changed: true };
      }
      const kind = known.kind === 'other' ? draft.kind : known.kind;
      const nameEn = draft.nameEn ?? known.nameEn;
      const nameZh = draft.nameZh ?? known.nameZh;
      const currency = known.currency ?? draft.currency;
      const calendar = known.calendar ?? draft.calendar;
      const changed =
        kind !== known.kind || nameEn !== known.nameEn || nameZh !== known.nameZh || currency !== known.currency || calendar !== known.calendar;
      if (changed) {
        const initials = nameZh === null || nameZh === known.nameZh ? known.pinyin : pinyin(nameZh);
        update.run({ id: known.id, kind, nameEn, nameZh, currency, calendar, pinyin: initials });
      }
      return { id: known.id, changed };
    },
    setListing: (id, listing) => setListing.run({ id, ...listing }).changes > 0,
    rekey: (id, mic, code, from) => {
      remember.run(from, id);
      rekey.run(mic, code, id);
    },
    removeOrphansOf: (batch) => void removeOrphans.run(batch),
  };
}

function toInstrument(row: InstrumentRow): Instrument {
  return {
    id: row.id,
    symbol: `${row.mic}:${row.code}`,
    mic: row.mic,
    code: row.code,
    // The table's CHECK admits these kinds only.
    kind: row.kind as InstrumentKind,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    pinyin: row.pinyin,
    currency: row.currency,
    zone: row.zone,
    calendar: row.calendar,
    board: row.board,
    tickSize: row.tick_size,
    lotSize: row.lot_size,
    listedOn: row.listed_on as TradingDate | null,
    delistedOn: row.delisted_on as TradingDate | null,
  };
}
