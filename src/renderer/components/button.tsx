import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary` once a view at most. */
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly icon?: ReactNode;
}

export function Button({ look = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classNames(styles.button, styles[look])} {...rest}>
      {icon}
      {children}
    </button>
  );
}
