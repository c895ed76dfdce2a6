import { shownDirection } from '../../shared/format/shown-direction.ts';
import { classNames } from './class-names.ts';
import styles from './direction-text.module.css';

/** A figure in the colour of its direction; its text carries the sign, so colour is never alone. */
export function DirectionText({ value, text }: { readonly value: number; readonly text: string }) {
  const direction = shownDirection(value, text);
  return <span className={classNames(direction !== null && styles[direction], Number.isNaN(value) && styles.missing)}>{text}</span>;
}
