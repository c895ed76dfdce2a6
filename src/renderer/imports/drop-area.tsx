import { FileInput, FolderOpen } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { StateView } from '../components/state-view.tsx';
import styles from './drop-area.module.css';
import { useFileDrop } from './use-file-drop.ts';

interface DropAreaProps {
  readonly onChoose: () => void;
  readonly onChooseFolder: () => void;
  readonly children: ReactNode;
}

/** Takes files by dropping or choosing. Without children it says what it is for; with them, dropping still works. */
export function DropArea({ onChoose, onChooseFolder, children }: DropAreaProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(area);
  const action = (
    <div className={styles.actions}>
      <Button look="primary" icon={<FileInput size={16} aria-hidden />} onClick={onChoose}>
        {t('import.choose')}
      </Button>
      <Button icon={<FolderOpen size={16} aria-hidden />} onClick={onChooseFolder}>
        {t('import.chooseFolder')}
      </Button>
    </div>
  );
  return (
    <div ref={area} className={styles.area} data-over={isOver || undefined}>
      {children ?? (
        <div className={styles.empty}>
          <StateView
            icon={<FileInput size={32} aria-hidden />}
            title={isOver ? t('import.drop.active') : t('import.drop.title')}
            hint={t('import.drop.hint')}
            action={action}
          />
        </div>
      )}
    </div>
  );
}
