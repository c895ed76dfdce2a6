import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import type { Tool } from './tool-group.tsx';
import styles from './choice-menu.module.css';

interface ChoiceMenuProps<Value extends string> {
  readonly label: string;
  /** What the closed menu shows. */
  readonly text: string;
  readonly value: Value | null;
  readonly tools: readonly Tool<Value>[];
  /** Marks the closed menu as the choice in force. */
  readonly isUsed?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One choice of several in a toolbar, shown when opened. What is refused stays in sight and says why. */
export function ChoiceMenu<Value extends string>({ label, text, value, tools, isUsed = false, onChange }: ChoiceMenuProps<Value>) {
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger} aria-label={`${label}: ${text}`} data-used={isUsed || undefined}>
        {text}
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="start" sideOffset={4} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={value} onValueChange={onChange}>
              {tools.map((tool) => (
                <Menu.RadioItem key={tool.value} value={tool.value} disabled={tool.refusal !== undefined} closeOnClick className={styles.item}>
                  <span className={styles.mark}>
                    <Menu.RadioItemIndicator>
                      <Check size={14} aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  <span>
                    {tool.label}
                    {tool.refusal !== undefined && <span className={styles.reason}>{tool.refusal}</span>}
                  </span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
