import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly icon: ReactNode;
  readonly side?: 'bottom' | 'right' | 'top';
  readonly large?: boolean;
}

export function IconButton({ label, keys, icon, side, large = false, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} {...(side === undefined ? {} : { side })}>
      <button type="button" aria-label={label} className={classNames(styles.button, large && styles.large)} {...rest}>
        {icon}
      </button>
    </Tooltip>
  );
}
