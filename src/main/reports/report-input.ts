import type { BarColumns } from '../../shared/bars.ts';
import type { BarsReply } from '../../shared/contract/bars.ts';

/** Everything a chapter may draw on. Chapters read this and nothing else, so the same input gives the same report. */
export interface ReportInput {
  readonly language: 'en' | 'zh';
  readonly direction: string;
  readonly demo: boolean;
  readonly code: string;
  readonly name: string | null;
  readonly market: string;
  /** The smallest step of its prices, where it is known. */
  readonly tickSize: number | null;
  readonly reply: BarsReply;
  readonly bars: BarColumns;
  /** ISO text of each bar's time. */
  readonly times: readonly string[];
}
