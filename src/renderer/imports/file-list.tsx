import { FolderOpen, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/message-catalog.ts';
import { formatBytes } from '../../shared/format/format-bytes.ts';
import { Button } from '../components/button.tsx';
import { classNames } from '../components/class-names.ts';
import { StatusDot } from '../components/status-dot.tsx';
import { useDesk } from '../desk-context.ts';
import { hasQuestions, type ImportItem } from '../stores/import-store.ts';
import styles from './file-list.module.css';

interface FileListProps {
  readonly items: readonly ImportItem[];
  readonly chosen: number | null;
  readonly onAdd: () => void;
  readonly onAddFolder: () => void;
}

/** The files on their way in, each with its state. */
export function FileList({ items, chosen, onAdd, onAddFolder }: FileListProps) {
  const { t } = useTranslation();
  const { imports } = useDesk();
  const { choose, remove } = imports.getState();
  return (
    <div className={styles.column}>
      <ul aria-label={t('import.files')} className={styles.list}>
        {items.map((item) => {
          const { dot, text } = look(item);
          return (
            <li key={item.id} className={classNames(styles.item, item.id === chosen && styles.chosen)}>
              <button type="button" aria-current={item.id === chosen} className={styles.face} onClick={() => choose(item.id)}>
                <span className={styles.name} title={item.name}>
                  {item.name}
                </span>
                <span className={styles.state}>
                  <StatusDot state={dot} />
                  {t(text)} · {formatBytes(item.bytes)}
                </span>
              </button>
              {item.state !== 'running' && (
                <button
                  type="button"
                  aria-label={`${t('action.remove')} ${item.name}`}
                  className={styles.remove}
                  onClick={() => remove(item.id)}
                >
                  <X size={14} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        <Button look="quiet" icon={<Plus size={16} aria-hidden />} onClick={onAdd}>
          {t('import.addMore')}
        </Button>
        <Button look="quiet" icon={<FolderOpen size={16} aria-hidden />} onClick={onAddFolder}>
          {t('import.addFolder')}
        </Button>
      </div>
    </div>
  );
}

function look({ state, preview }: ImportItem): { readonly dot: 'good' | 'warn' | 'bad' | 'none'; readonly text: MessageKey } {
  if (state === 'ready' && preview !== null && hasQuestions(preview)) return { dot: 'warn', text: 'import.state.question' };
  if (state === 'admitting') return { dot: 'none', text: 'import.state.reading' };
  const dots = { reading: 'none', running: 'none', ready: 'good', completed: 'good', failed: 'bad', cancelled: 'warn', undone: 'none' } as const;
  return { dot: dots[state], text: `import.state.${state}` };
}
