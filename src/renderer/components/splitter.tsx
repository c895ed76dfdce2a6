import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './splitter.module.css';

const stepPx = 16;

export interface SplitterProps {
  readonly label: string;
  readonly widthPx: number;
  readonly min: number;
  readonly max: number;
  /** The side of the panel it sizes. */
  readonly panel: 'left' | 'right';
  readonly onResize: (widthPx: number) => void;
  /** At the end of a drag or a key. */
  readonly onDone: () => void;
  readonly onCollapse: () => void;
}

/** A line between two panels: drag it, or use the arrow keys; Enter or a double click folds the panel away. */
export function Splitter({ label, widthPx, min, max, panel, onResize, onDone, onCollapse }: SplitterProps) {
  const sign = panel === 'left' ? 1 : -1;
  const startDrag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const startX = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => onResize(widthPx + sign * (moved.clientX - startX));
    const end = (): void => {
      handle.removeEventListener('pointermove', move);
      onDone();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') return onCollapse();
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    onResize(widthPx + direction * sign * stepPx);
    onDone();
  };
  return (
    // A separator that can be moved is a widget: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={widthPx}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.splitter}
      onPointerDown={startDrag}
      onKeyDown={pressKey}
      onDoubleClick={onCollapse}
    />
  );
}
