import { ContextMenu } from '@base-ui/react/context-menu';
import { Check } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './table-menu.module.css';

/** One thing that can be done to a row. */
export interface RowAction {
  readonly label: string;
  readonly run: () => void;
}

/** The menu of a table: what can be done to the row under it, and which columns are shown. */
export function TableMenu({
  columns,
  actionsOf,
  onToggleColumn,
  children,
}: {
  /** Columns to choose from; none: there is no choice. The first always stays. */
  readonly columns: readonly { readonly id: string; readonly header: string; readonly isShown: boolean }[];
  readonly actionsOf: (target: EventTarget) => readonly RowAction[];
  readonly onToggleColumn: (id: string) => void;
  readonly children: ReactElement;
}) {
  const { t } = useTranslation();
  const [actions, setActions] = useState<readonly RowAction[]>([]);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={children} onContextMenu={(event) => setActions(actionsOf(event.target))} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={styles.positioner}>
          <ContextMenu.Popup className={styles.popup}>
            {actions.map(({ label, run }) => (
              <ContextMenu.Item key={label} className={styles.item} onClick={run}>
                {label}
              </ContextMenu.Item>
            ))}
            {columns.length > 0 && (
              <ContextMenu.Group className={styles.group}>
                <ContextMenu.GroupLabel className={styles.label}>{t('table.columns')}</ContextMenu.GroupLabel>
                {columns.slice(1).map(({ id, header, isShown }) => (
                  <ContextMenu.CheckboxItem
                    key={id}
                    checked={isShown}
                    closeOnClick={false}
                    className={styles.item}
                    onCheckedChange={() => onToggleColumn(id)}
                  >
                    <span className={styles.mark}>
                      <ContextMenu.CheckboxItemIndicator>
                        <Check size={14} aria-hidden />
                      </ContextMenu.CheckboxItemIndicator>
                    </span>
                    {header}
                  </ContextMenu.CheckboxItem>
                ))}
              </ContextMenu.Group>
            )}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
