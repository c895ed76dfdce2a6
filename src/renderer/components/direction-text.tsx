import { classNames } from './class-names.ts';
import styles from './direction-text.module.css';

/** A figure in the colour of its direction; its text carries the sign, so colour is never alone. */
export function DirectionText({ value, text }: { readonly value: number; readonly text: string }) {
  return <span className={classNames(value > 0 && styles.rise, value < 0 && styles.fall, Number.isNaN(value) && styles.missing)}>{text}</span>;
}
