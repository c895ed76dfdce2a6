import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './equity-curve.module.css';

const [width, height] = [600, 90];

/** The worth of a back-test day by day, with its ends and extremes in words. */
export function EquityCurve({ points }: { readonly points: readonly { readonly date: string; readonly value: number }[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const low = points.reduce((least, { value }) => Math.min(least, value), Infinity);
  const high = points.reduce((most, { value }) => Math.max(most, value), -Infinity);
  const span = high - low || 1;
  const place = (value: number): string => (height - 2 - ((value - low) / span) * (height - 4)).toFixed(1);
  const line = points.map(({ value }, index) => `${((index / (points.length - 1)) * width).toFixed(1)},${place(value)}`).join(' ');
  const amount = (value: number): string => formatAmount(value, language);
  const text = t('backtest.equity', { from: first.date, to: last.date, start: amount(first.value), end: amount(last.value), low: amount(low), high: amount(high) });
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} preserveAspectRatio="none" aria-hidden className={styles.drawing}>
        <line x1={0} x2={width} y1={place(first.value)} y2={place(first.value)} className={styles.base} />
        <polyline points={line} className={styles.line} />
      </svg>
      <figcaption className={styles.caption}>{text}</figcaption>
    </figure>
  );
}
