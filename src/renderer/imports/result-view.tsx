import { ChartCandlestick, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../shared/contract/imports.ts';
import { formatDuration } from '../../shared/format/format-duration.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { missingText } from '../../shared/format/missing.ts';
import { Button } from '../components/button.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { importedSymbol, type ImportItem } from '../stores/import-store.ts';
import { FileTable } from './file-table.tsx';
import { RejectionTable } from './rejection-table.tsx';
import styles from './result-view.module.css';
import { ResultCounts } from './result-counts.tsx';
import { ruleText } from './rule-text.ts';
import { useUndo } from './use-undo.ts';

/** What an import did: counts that add up, repairs by rule, rejected rows, and the way back. */
export function ResultView({ item, result }: { readonly item: ImportItem; readonly result: ImportResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { imports, navigation } = useDesk();
  const undo = useUndo(item);
  const symbol = importedSymbol(item);
  const showChart = (): void => {
    navigation.getState().closeOverlay();
    if (symbol !== null) navigation.getState().openSymbol(symbol);
    imports.getState().clearEnded();
  };
  const isMany = result.files.length + result.failures.length > 0;
  const repairs = Object.entries({ ...result.repaired, ...result.skippedBy });
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <h2>
          {item.name}: {t(item.state === 'undone' || item.state === 'cancelled' ? `import.state.${item.state}` : 'import.state.completed')}
        </h2>
        {symbol !== null && (
          <Button look="primary" icon={<ChartCandlestick size={16} aria-hidden />} onClick={showChart}>
            {t('import.result.chart', { symbol: symbol.slice(symbol.indexOf(':') + 1) })}
          </Button>
        )}
        {result.batch !== null && item.state !== 'undone' && (
          <Button icon={<Undo2 size={16} aria-hidden />} onClick={undo}>
            {t('import.result.undo')}
          </Button>
        )}
      </header>
      {item.error !== null && <ErrorView compact error={item.error} />}
      <ResultCounts result={result} />
      <dl className={styles.facts}>
        <Fact title={t('import.result.symbols')}>{formatCount(result.symbols)}</Fact>
        <Fact title={t('import.result.span')}>{result.from === null ? missingText : `${result.from} – ${result.to ?? missingText}`}</Fact>
        {result.watchlist !== null && <Fact title={t('import.result.watchlist')}>{result.watchlist}</Fact>}
        {isMany && (
          <Fact title={t('import.files')}>
            {t('import.result.filesRead', { read: formatCount(result.files.length), failed: formatCount(result.failures.length), others: formatCount(result.otherFiles) })}
          </Fact>
        )}
        <Fact title={t('import.result.elapsed')}>{formatDuration(result.elapsedMs, language)}</Fact>
      </dl>
      {repairs.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('import.result.repaired')}</h3>
          <ul className={styles.repairs}>
            {repairs.map(([rule, count]) => (
              <li key={rule}>
                <span className={styles.count}>{formatCount(count)}</span> {ruleText(rule, t)}
              </li>
            ))}
          </ul>
        </>
      )}
      {isMany && (
        <>
          <h3 className={styles.heading}>{t('import.files')}</h3>
          <div className={styles.files}>
            <FileTable result={result} />
          </div>
        </>
      )}
      <h3 className={styles.heading}>
        {t('import.result.rejections')}
        {result.rejected > result.rejections.length && (
          <span className={styles.part}>
            {t('import.result.firstOf', { shown: formatCount(result.rejections.length), total: formatCount(result.rejected) })}
          </span>
        )}
      </h3>
      <div className={styles.rejections}>
        {result.rejections.length === 0 ? <p className={styles.none}>{t('import.result.noRejections')}</p> : <RejectionTable rejections={result.rejections} />}
      </div>
    </div>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
