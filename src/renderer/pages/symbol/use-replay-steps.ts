import type { RefObject } from 'react';
import type { BarColumns } from '../../../shared/bars.ts';
import type { ChartCommand } from '../../charts/chart-command.ts';
import type { Chart } from '../../charts/chart.ts';
import type { CursorStore } from './cursor.ts';
import type { Replay } from './use-replay.ts';

export interface ReplaySteps {
  /** From the bar chosen or pointed at, else the newest. */
  readonly start: () => void;
  readonly step: (by: number) => void;
  readonly end: () => void;
  /** Whether a command of the chart was one of the replay. */
  readonly command: (command: ChartCommand) => boolean;
}

/** How a replay is begun, stepped and ended; `speak` tells of the bar it has reached. */
export function useReplaySteps(
  { whole, bars: reached, set, knownAt }: Replay,
  { chart, cursor, speak }: { readonly chart: RefObject<Chart | null>; readonly cursor: CursorStore; readonly speak: (bars: BarColumns, index: number) => void },
): ReplaySteps {
  const moveTo = (count: number): void => {
    const known = Math.min(whole.bars.time.length, Math.max(1, count));
    // Nothing is pointed at any more: legend and inspector tell of the bar the replay has reached.
    chart.current?.run('hideCursor');
    set(known);
    speak(knownAt(known), known - 1);
  };
  const step = (by: number): void => moveTo((reached ?? 1) + by);
  const end = (): void => set(null);
  return {
    start: () => {
      const { selected, index } = cursor.getState();
      moveTo((selected ?? index ?? whole.bars.time.length - 1) + 1);
      chart.current?.focus();
    },
    step,
    end,
    command: (command) => {
      if (reached === null) return false;
      if (command === 'previousBar') step(-1);
      else if (command === 'nextBar') step(1);
      else if (command === 'hideCursor') end();
      else return false;
      return true;
    },
  };
}
