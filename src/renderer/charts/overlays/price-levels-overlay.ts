import type { Overlay } from '../overlay.ts';
import type { Level, Pen } from '../shape.ts';

/** A level of support or resistance with what stands for it. */
export interface PriceLevel {
  readonly side: 'support' | 'resistance';
  readonly price: number;
  /** How many reasons meet at it. */
  readonly strength: number;
  readonly text: string;
}

/** Levels across the price, thicker where more reasons meet; the nearest come first and keep their text. */
export function priceLevelsOverlay(levels: readonly PriceLevel[]): Overlay {
  const pen = ({ side, strength }: PriceLevel): Pen => ({ color: side === 'support' ? 'series4' : 'series3', width: Math.min(3, strength), dashed: strength === 1, opacity: 0.9 });
  const drawn = levels.map((level): Level => ({ price: level.price, text: level.text, pen: pen(level) }));
  return {
    id: 'levels',
    shapes: () => [{ kind: 'levels', id: 'levels', levels: drawn }],
    legend: () => [],
  };
}
