import styles from './sparkline.module.css';

const width = 64;
const height = 18;

/** A small line through values, for the eye alone: the figures stand beside it. Gaps are left out. */
export function Sparkline({ values }: { readonly values: ArrayLike<number> }) {
  const known = Array.from(values, (value, index) => ({ value, index })).filter(({ value }) => Number.isFinite(value));
  if (known.length < 2) return null;
  const low = known.reduce((least, { value }) => Math.min(least, value), Infinity);
  const high = known.reduce((most, { value }) => Math.max(most, value), -Infinity);
  const x = (index: number): string => ((index / Math.max(1, values.length - 1)) * width).toFixed(1);
  const y = (value: number): string => (high === low ? height / 2 : height - 1 - ((value - low) / (high - low)) * (height - 2)).toFixed(1);
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden className={styles.drawing}>
      <polyline points={known.map(({ value, index }) => `${x(index)},${y(value)}`).join(' ')} className={styles.line} />
    </svg>
  );
}
