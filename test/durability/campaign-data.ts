import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';
import type { ImportChunk } from '../../src/main/store/import-store.ts';

/** Chunk `i` brings the bars of one stretch of days for some symbols; the stretches of a symbol arrive in mixed order. */
export interface CampaignSize {
  readonly chunks: number;
  readonly symbolsPerChunk: number;
  readonly barsPerPart: number;
  /** Chunks that share their symbols. */
  readonly stretches: number;
}

export interface CampaignPart {
  readonly code: string;
  readonly columns: BarColumns;
}

/** The series and bars of a chunk: the same in every process. */
export function campaignParts({ symbolsPerChunk, barsPerPart, stretches }: CampaignSize, chunk: number): readonly CampaignPart[] {
  const group = Math.floor(chunk / stretches);
  // 7 has no divisor in common with the powers of two in use, so every stretch comes once.
  const stretch = ((chunk % stretches) * 7) % stretches;
  return Array.from({ length: symbolsPerChunk }, (_, index) => ({
    code: `S${group}-${index}`,
    columns: bars(stretch * barsPerPart, barsPerPart, group * symbolsPerChunk + index),
  }));
}

export function campaignChunk(size: CampaignSize, chunk: number): ImportChunk {
  const series = campaignParts(size, chunk).map(({ code, columns }) => ({
    instrument: { mic: 'DEMO', code, kind: 'stock', nameEn: null, nameZh: null, currency: 'USD', zone: 'America/New_York', calendar: 'XNYS' } as const,
    freq: '1d' as const,
    origin: 'csv',
    basis: 'split' as const,
    columns,
  }));
  return { series, actions: [], rejections: [] };
}

function bars(from: number, count: number, seed: number): BarColumns {
  const columns = allocateBars(count);
  for (let index = 0; index < count; index++) {
    const close = 50 + ((from + index) * 31 + seed * 17) % 97;
    columns.time[index] = from + index;
    columns.open[index] = close - 0.5;
    columns.high[index] = close + 1;
    columns.low[index] = close - 1;
    columns.close[index] = close;
    columns.volume[index] = seed * 1_000 + index;
  }
  return columns;
}
