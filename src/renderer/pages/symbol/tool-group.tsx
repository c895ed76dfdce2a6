import { useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Tooltip } from '../../components/tooltip.tsx';
import styles from './tool-group.module.css';

export interface Tool<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Why it cannot be chosen now. */
  readonly refusal?: string | undefined;
}

interface ToolGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tools: readonly Tool<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One choice of a few in a toolbar, without borders. What is refused stays in sight and says why. */
export function ToolGroup<Value extends string>({ label, value, tools, onChange }: ToolGroupProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {tools.map((tool) => {
        const isRefused = tool.refusal !== undefined;
        const item = (
          <label key={tool.value} className={classNames(styles.tool, isRefused && styles.refused)}>
            <input type="radio" name={name} className={styles.input} checked={tool.value === value} aria-disabled={isRefused} aria-describedby={isRefused ? `${name}-${tool.value}` : undefined} onChange={() => !isRefused && onChange(tool.value)} />
            <span className={styles.text}>{tool.label}</span>
            {isRefused && <span id={`${name}-${tool.value}`} hidden>{tool.refusal}</span>}
          </label>
        );
        return tool.refusal === undefined ? item : <Tooltip key={tool.value} text={tool.refusal}>{item}</Tooltip>;
      })}
    </div>
  );
}
