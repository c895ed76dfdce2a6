import { formatNumber } from '../../../../shared/format/format-number.ts';
import styles from './radar.module.css';

export interface RadarAxisValue {
  readonly label: string;
  /** 0 to 10; null where it does not apply. */
  readonly value: number | null;
}

const size = 132;
const center = size / 2;
const radius = 52;
const rings = [2.5, 5, 7.5, 10];

/** Values of 0 to 10 around a centre, and the same in words beside it. An axis without a value is left open. */
export function Radar({ label, axes }: { readonly label: string; readonly axes: readonly RadarAxisValue[] }) {
  const place = (axis: number, value: number): string => {
    const angle = (axis / axes.length) * 2 * Math.PI - Math.PI / 2;
    const distance = (value / 10) * radius;
    return `${(center + Math.cos(angle) * distance).toFixed(1)},${(center + Math.sin(angle) * distance).toFixed(1)}`;
  };
  const outline = (value: number): string => axes.map((_, axis) => place(axis, value)).join(' ');
  const known = axes.map(({ value }, axis) => (value === null ? null : place(axis, value)));
  return (
    <figure className={styles.radar} aria-label={label}>
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden className={styles.drawing}>
        {rings.map((ring) => <polygon key={ring} points={outline(ring)} className={styles.ring} />)}
        {axes.map(({ label: name }, axis) => {
          const [x, y] = place(axis, 10).split(',');
          return <line key={name} x1={center} y1={center} x2={x} y2={y} className={styles.ring} />;
        })}
        <polygon points={known.filter((point) => point !== null).join(' ')} className={styles.area} />
        {known.map((point, axis) => {
          if (point === null) return null;
          const [x, y] = point.split(',');
          return <circle key={axes[axis]?.label} cx={x} cy={y} r={2.5} className={styles.point} />;
        })}
        {axes.map(({ label: name }, axis) => {
          const [x, y] = place(axis, 11.4).split(',');
          return <text key={name} x={x} y={y} className={styles.number}>{axis + 1}</text>;
        })}
      </svg>
      <ol className={styles.values}>
        {axes.map(({ label: name, value }) => (
          <li key={name}>
            <span>{name}</span>
            <span className={styles.value}>{formatNumber(value, 1)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
