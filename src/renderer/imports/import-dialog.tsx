import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MessageKey } from '../../shared/i18n/message-catalog.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { canStart, importedSymbol, type ImportItem } from '../stores/import-store.ts';
import { chooseFiles } from './choose-files.ts';
import { chooseFolder } from './choose-folder.ts';
import { DropArea } from './drop-area.tsx';
import { FileList } from './file-list.tsx';
import { FileView } from './file-view.tsx';
import styles from './import-dialog.module.css';
import { useFilePaste } from './use-file-paste.ts';

/** Files in, step by step: choose, see how each is read and settle what is open, import, see what came of it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { imports, navigation, transport, notices } = useDesk();
  const items = useStore(imports, (state) => state.items);
  const chosen = useStore(imports, (state) => state.items.find(({ id }) => id === state.chosen) ?? null);
  const startable = items.filter(canStart).length;
  const addFiles = useCallback((files: readonly File[]) => void imports.getState().addFiles(files), [imports]);
  useFilePaste(addFiles);
  const choose = (): void => void chooseFiles().then(addFiles);
  const addFolder = (): void => {
    chooseFolder(transport)
      .then((folder) => ('files' in folder ? imports.getState().addFolder(folder.name, folder.files) : imports.getState().addHandles(folder.handles)))
      .catch(notices.getState().showThrown);
  };
  const close = (): void => {
    onClose();
    // After the first import there is something to look at: nobody should have to search for it.
    const [imported] = items.flatMap((item) => importedSymbol(item) ?? []);
    if (imported !== undefined && navigation.getState().symbol === null) navigation.getState().openSymbol(imported);
    imports.getState().clearEnded();
  };
  const footer = (
    <>
      <Button onClick={close}>{t(closeText(items))}</Button>
      {startable > 0 && (
        <Button look="primary" onClick={() => void imports.getState().start()}>
          {t('import.start', { count: startable })}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={t('import.title')} width="large" onClose={close} footer={footer}>
      <DropArea onChoose={choose} onChooseFolder={addFolder}>
        {items.length === 0 ? null : (
          <div className={styles.columns}>
            <FileList items={items} chosen={chosen?.id ?? null} onAdd={choose} onAddFolder={addFolder} />
            <div className={styles.view}>{chosen !== null && <FileView key={chosen.id} item={chosen} />}</div>
          </div>
        )}
      </DropArea>
    </Dialog>
  );
}

/** What leaving means now: work that goes on, files given up, or nothing more to do. */
function closeText(items: readonly ImportItem[]): MessageKey {
  if (items.some(({ state }) => state === 'running')) return 'import.background';
  return items.length > 0 && items.every(({ state }) => ended.has(state)) ? 'action.close' : 'action.cancel';
}

const ended: ReadonlySet<ImportItem['state']> = new Set(['completed', 'cancelled', 'undone']);
