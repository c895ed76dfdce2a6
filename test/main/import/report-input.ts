import { allocateBars, barColumnNames } from '../../../src/shared/bars.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import type { ReportInput } from '../../../src/main/reports/report-input.ts';
import type { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { reportInputFixture } from '../reports/report-input-fixture.ts';

/** What an export of a symbol in memory is made from: raw daily bars. */
export function reportInputOf(writer: MemoryStoreWriter, symbol: string): ReportInput {
  const rows = writer.bars(symbol);
  const bars = allocateBars(rows.length);
  for (const [at, row] of rows.entries()) for (const [column, name] of barColumnNames.entries()) bars[name][at] = row[column] ?? NaN;
  const times = rows.map(([time]) => formatTradingDate(time as TradingDate));
  const { reply } = reportInputFixture();
  return reportInputFixture({ bars, times, reply: { ...reply, series: { ...reply.series, symbol, basis: 'raw' } } });
}
