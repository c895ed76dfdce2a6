import { formatChange } from '../../../shared/format/format-change.ts';
import type { DirectionPreset } from '../../../shared/preferences.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import styles from './direction-preview.module.css';

/** Open, high, low, close of the little chart, in units of its height. */
const candles: readonly (readonly [number, number, number, number])[] = [
  [20, 31, 15, 28], [28, 34, 22, 24], [24, 38, 22, 36], [36, 46, 33, 44], [44, 47, 30, 33],
  [33, 36, 20, 23], [23, 30, 21, 29], [29, 43, 27, 41], [41, 44, 35, 37], [37, 52, 36, 50],
];
const heightPx = 54;
const shownPx = 42;
const stepPx = 15;

interface DirectionPreviewProps {
  readonly preset: DirectionPreset;
  readonly title: string;
  readonly isChosen: boolean;
  readonly onChoose: (preset: DirectionPreset) => void;
}

/** A preset as one choice, shown on a small chart and on two figures. */
export function DirectionPreview({ preset, title, isChosen, onChoose }: DirectionPreviewProps) {
  return (
    <label className={styles.preset} data-direction={preset}>
      <input type="radio" name="direction" className={styles.input} checked={isChosen} onChange={() => onChoose(preset)} />
        <svg aria-hidden viewBox={`0 0 ${candles.length * stepPx} ${shownPx}`} className={styles.chart}>
          {candles.map(([open, high, low, close], index) => {
            const middle = index * stepPx + 7.5;
            const [top, bottom] = [heightPx - Math.max(open, close), heightPx - Math.min(open, close)];
            const rises = close >= open;
            return (
              <g key={middle} className={rises ? styles.rise : styles.fall}>
                <path d={`M${middle} ${heightPx - high}V${top}M${middle} ${bottom}V${heightPx - low}`} />
                <rect x={middle - 4} y={top} width={8} height={Math.max(1, bottom - top)} />
              </g>
            );
          })}
        </svg>
        <span className={styles.title}>{title}</span>
        <span className={styles.figures}>
          <DirectionText value={1} text={formatChange(0.0235)} />
          <DirectionText value={-1} text={formatChange(-0.0118)} />
        </span>
    </label>
  );
}
