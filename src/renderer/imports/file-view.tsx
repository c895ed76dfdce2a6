import { ErrorView } from '../components/error-view.tsx';
import { SkeletonRows } from '../components/skeleton-rows.tsx';
import { useDesk } from '../desk-context.ts';
import type { ImportItem } from '../stores/import-store.ts';
import { CancelledView } from './cancelled-view.tsx';
import { ListView } from './list-view.tsx';
import { PackingView } from './packing-view.tsx';
import { PreviewView } from './preview-view.tsx';
import { ResultView } from './result-view.tsx';
import { RunningView } from './running-view.tsx';

/** One file at the stage it has reached. */
export function FileView({ item }: { readonly item: ImportItem }) {
  const { imports } = useDesk();
  if (item.result !== null) return <ResultView item={item} result={item.result} />;
  if (item.state === 'failed' && item.error !== null) {
    return <ErrorView title={item.name} error={item.error} onRetry={item.handle === null ? undefined : () => void imports.getState().retry(item.id)} />;
  }
  if (item.state === 'running') return <RunningView item={item} />;
  if (item.state === 'cancelled' || item.state === 'undone') return <CancelledView item={item} />;
  if (item.preview === null) return item.packing === null ? <SkeletonRows /> : <PackingView item={item} packing={item.packing} />;
  if (item.preview.kind !== 'bars') return <ListView preview={item.preview} />;
  return <PreviewView item={item} preview={item.preview} />;
}
