import { formatNumber } from '../../../../shared/format/format-number.ts';
import styles from './gauge.module.css';

interface GaugeProps {
  readonly label: string;
  /** 0 to 100; null where there is none. */
  readonly value: number | null;
  readonly state: string | null;
  /** Where one level ends and the next begins. */
  readonly limits: readonly number[];
}

const radius = 50;

function pointAt(value: number, distance: number): string {
  const angle = Math.PI * (1 - value / 100);
  return `${(60 + Math.cos(angle) * distance).toFixed(2)} ${(58 - Math.sin(angle) * distance).toFixed(2)}`;
}

function arc(from: number, to: number): string {
  return `M ${pointAt(from, radius)} A ${radius} ${radius} 0 0 1 ${pointAt(to, radius)}`;
}

/** A half circle from 0 to 100, filled up to the value. */
export function Gauge({ label, value, state, limits }: GaugeProps) {
  return (
    <figure className={styles.gauge} aria-label={`${label}: ${formatNumber(value, 1)}${state === null ? '' : `, ${state}`}`}>
      <svg viewBox="0 0 120 66" aria-hidden className={styles.drawing}>
        <path d={arc(0, 100)} className={styles.track} />
        {value !== null && value > 0 && <path d={arc(0, Math.min(100, value))} className={styles.value} data-level={value >= 80 ? 'worst' : value >= 60 ? 'high' : undefined} />}
        {limits.map((limit) => {
          const [inner, outer] = [pointAt(limit, radius - 6), pointAt(limit, radius + 6)].map((point) => point.split(' '));
          return <line key={limit} x1={inner?.[0]} y1={inner?.[1]} x2={outer?.[0]} y2={outer?.[1]} className={styles.limit} />;
        })}
        <text x={60} y={48} className={styles.number}>{formatNumber(value, 1)}</text>
        <text x={60} y={62} className={styles.text}>{state ?? ''}</text>
      </svg>
    </figure>
  );
}
