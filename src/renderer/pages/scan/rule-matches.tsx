import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/app-error.ts';
import type { RuleScan, ScanMatch } from '../../../shared/contract/rule-figures.ts';
import { csvText } from '../../components/csv-text.ts';
import { DataTable } from '../../components/data-table.tsx';
import { saveText } from '../../components/save-text.ts';
import type { TableColumn } from '../../components/table-column.ts';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { RunState } from '../../stores/use-run.ts';
import { AddToWatchlist } from '../../universe/add-to-watchlist.tsx';
import { rankColumns } from '../../universe/rank-columns.tsx';
import { RankFacts } from '../../universe/rank-facts.tsx';
import { RankHistory } from '../../universe/rank-history.tsx';
import { SelectedSymbol } from '../../universe/selected-symbol.tsx';
import { useNamedRows } from '../../universe/use-named-rows.ts';
import { ConditionTable } from './condition-table.tsx';
import { rowSymbol } from './row-symbol.ts';
import { RuleTrack } from './rule-track.tsx';
import { ScanFrame } from './scan-frame.tsx';
import { ScanMoves } from './scan-moves.tsx';
import styles from './scan-tools.module.css';

interface RuleMatchesProps {
  readonly title: string;
  readonly run: RunState<'scan.run'>;
  readonly tools: ReactNode;
}

const none: readonly ScanMatch[] = [];

/** What a rule found, why each symbol is in, and what entered and left. */
export function RuleMatches({ title, run, tools }: RuleMatchesProps) {
  const { answer, isOther, reload } = run;
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation } = useDesk();
  const [selected, setSelected] = useState<string | null>(null);
  const columns = useMemo(() => rankColumns(t, language) as readonly TableColumn<ScanMatch>[], [t, language]);
  const rows = useNamedRows(answer.value?.scans[0]?.matches ?? none);
  const row = rows.find(({ symbol }) => symbol === selected);
  return (
    <ScanFrame title={title} answer={answer} isOther={isOther} onRetry={() => void reload()} run={run} tools={tools} onExport={rows.length === 0 ? null : () => saveText(csvText(columns, rows), `${title}-${answer.value?.asOf ?? ''}`, 'csv')}>
      {({ scans: [found] }) =>
        found === undefined ? null : (
          <>
            <ScanMoves scan={found} />
            {rows.length === 0 ? (
              <p className={styles.none}>{t('scan.noMatch')}</p>
            ) : (
              <div className={styles.grow}>
                <DataTable id="scan" label={title} rows={rows} columns={columns} rowId={rowSymbol} selected={selected} onSelect={setSelected} onOpen={navigation.getState().openSymbol} />
              </div>
            )}
            <Inspector>
              {row === undefined ? (
                <div className={styles.inspector}>
                  <RunSummary scan={found} />
                  {rows.length > 0 && <AddToWatchlist symbols={rows.map(rowSymbol)} name={title} />}
                  <RuleTrack key={found.text} text={found.text} />
                </div>
              ) : (
                <SelectedSymbol symbol={row.symbol} name={row.name} listName={title}>
                  <ConditionTable caption={t('scan.why')} conditions={row.conditions} />
                  <RankFacts row={row} />
                  <RankHistory key={row.symbol} symbol={row.symbol} />
                </SelectedSymbol>
              )}
            </Inspector>
          </>
        )
      }
    </ScanFrame>
  );
}

/** How the universe divided: matches, others, not decidable, not trading, refused. */
function RunSummary({ scan: { matches, others, unknown, notTrading, failures } }: { readonly scan: RuleScan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <h2 className={styles.title}>{t('detector.found', { count: matches.length })}</h2>
      <p className={styles.note}>{t('scan.others', { others, unknown: unknown.length, notTrading: notTrading.length })}</p>
      {failures.length > 0 && (
        <details>
          <summary>{t('universe.failures', { count: failures.length })}</summary>
          {failures.map(({ symbol, error }) => <p key={symbol} className={styles.note}>{symbol}: {errorText(error.code, error.params, language)}</p>)}
        </details>
      )}
      <p className={styles.note}>{t('scan.selectRow')}</p>
    </>
  );
}
