import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/app-error.ts';
import { Button } from '../components/button.tsx';
import { StateView } from '../components/state-view.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { writtenBatch, type ImportItem } from '../stores/import-store.ts';
import { useUndo } from './use-undo.ts';

/** An import that was stopped: what stays of it, and the way back. */
export function CancelledView({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const undo = useUndo(item);
  const action = (
    <Button icon={<Undo2 size={16} aria-hidden />} onClick={undo}>
      {t('import.result.undo')}
    </Button>
  );
  return (
    <StateView
      title={`${item.name}: ${t(item.state === 'undone' ? 'import.state.undone' : 'import.state.cancelled')}`}
      hint={item.error === null ? undefined : errorText(item.error.code, item.error.params, language)}
      action={item.state === 'cancelled' && writtenBatch(item) !== null ? action : undefined}
    />
  );
}
