import type { ChanConfig } from '../../../analysis/chan/chan-config.ts';
import type { ChanSeries } from '../../../analysis/chan/chan-series.ts';
import { parseChanConfig } from '../../../analysis/chan/parse-chan-config.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import { ChanFollower, chanStructure } from '../../charts/chan-follower.ts';

/**
 * The Chan structure of the bars on the chart, or why there is none. While the bars are still being followed the structure stands
 * already, and when an element was first seen is not told yet.
 */
export type ChanView =
  | { readonly kind: 'ready'; readonly structure: ChanSeries; readonly isFollowing: boolean }
  | { readonly kind: 'refused'; readonly error: ErrorReply };

export interface ChanRequest {
  readonly bars: BarColumns;
  readonly basis: Basis;
  /** The JSON text of one object of options, or empty. */
  readonly options: string;
}

/** Keeps what has been followed from one view to the next: another bar of a replay costs one bar. */
export class ChanViews {
  /** All bars at once, shown until they are followed. */
  private whole: { readonly bars: BarColumns; readonly key: string; readonly structure: ChanSeries } | null = null;
  private open: { readonly key: string; readonly follower: ChanFollower } | null = null;

  /** The view after at most one portion of work. Asked again, it goes on. */
  view({ bars, basis, options }: ChanRequest, isOver: () => boolean): ChanView {
    try {
      if (basis === 'forwardAdditive') throw new AppError('analysis.basis', { indicator: 'chan', field: 'basis', value: basis, allowed: 'raw, split, total' });
      const config = parseChanConfig(parseOptions(options));
      const key = `${basis} ${options}`;
      const follower = this.followerOf(bars, key, config, basis);
      if (follower.follow(bars, isOver)) return { kind: 'ready', structure: follower.structure(), isFollowing: false };
      if (this.whole?.bars !== bars || this.whole.key !== key) this.whole = { bars, key, structure: chanStructure(bars, config) };
      return { kind: 'ready', structure: this.whole.structure, isFollowing: true };
    } catch (thrown) {
      this.open = null;
      if (thrown instanceof AppError) return { kind: 'refused', error: thrown.toReply() };
      throw thrown;
    }
  }

  private followerOf(bars: BarColumns, key: string, config: ChanConfig, basis: string): ChanFollower {
    if (this.open?.key === key && this.open.follower.continues(bars)) return this.open.follower;
    const follower = new ChanFollower(bars, config, basis);
    this.open = { key, follower };
    return follower;
  }
}

function parseOptions(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('chan.option', { field: 'config', value: text.slice(0, 40), allowed: '{ … }' });
  }
}
