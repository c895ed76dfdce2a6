import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankRow } from '../../../shared/contract/universe-figures.ts';
import { csvText } from '../../components/csv-text.ts';
import { DataTable } from '../../components/data-table.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { saveText } from '../../components/save-text.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { MoodStrip } from '../../universe/mood-strip.tsx';
import { rankColumns } from '../../universe/rank-columns.tsx';
import { RankFacts } from '../../universe/rank-facts.tsx';
import { RankHistory } from '../../universe/rank-history.tsx';
import { SelectedSymbol } from '../../universe/selected-symbol.tsx';
import { TrackRecord } from '../../universe/track-record.tsx';
import { useNamedRows } from '../../universe/use-named-rows.ts';
import { useScope } from '../../universe/use-scope.ts';
import { rowSymbol } from './row-symbol.ts';
import { ScanFrame } from './scan-frame.tsx';
import styles from './scan-tools.module.css';

const metrics = ['score', 'change', 'amount', 'turnover', 'volatility', 'relativeVolume', 'close'] as const;
const mostRows = 20_000;
const none: readonly RankRow[] = [];

/** The whole universe by rank, with the state of the market above it. */
export function RanksView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation } = useDesk();
  const scope = useScope();
  const [metric, setMetric] = useState<(typeof metrics)[number]>('score');
  const [minScore, setMinScore] = useState(0);
  const [selected, setSelected] = useState<string | null>(null);
  const { answer, isOther, reload } = useAnswer('scan.ranks', { ...scope, metric, limit: mostRows, ...(minScore > 0 ? { minScore } : {}) });
  const columns = useMemo(() => rankColumns(t, language, metric), [t, language, metric]);
  const rows = useNamedRows(answer.value?.rows ?? none);
  const row = rows.find(({ symbol }) => symbol === selected);
  const tools = (
    <div className={styles.tools}>
      <div className={styles.choice}>
        <SelectField label={t('scan.metric')} value={metric} choices={metrics.map((value) => ({ value, label: t(`scan.metric.${value}`) }))} onChange={(value) => setMetric(metrics.find((one) => one === value) ?? 'score')} />
      </div>
      <NumberField label={t('scan.minScore')} value={minScore} min={0} max={100} step={1} onChange={setMinScore} />
      {answer.value !== null && <MoodStrip mood={answer.value.mood} volatility={answer.value.volatility} />}
    </div>
  );
  return (
    <ScanFrame title={t('scan.ranks')} answer={answer} isOther={isOther} onRetry={() => void reload()} tools={tools} onExport={rows.length === 0 ? null : () => saveText(csvText(columns, rows), `ranking-${answer.value?.asOf ?? ''}`, 'csv')}>
      {(found) => (
        <>
          {found.rows.length === 0 ? (
            <p className={styles.none}>{t('scan.noMatch')}</p>
          ) : (
            <DataTable id="ranks" label={t('scan.ranks')} rows={rows} columns={columns} rowId={rowSymbol} selected={selected} onSelect={setSelected} onOpen={navigation.getState().openSymbol} />
          )}
          <Inspector>
            {row === undefined ? (
              <div className={styles.inspector}>
                <p className={styles.note}>{t('scan.selectRow')}</p>
                <TrackRecord metric="score" scope={scope} />
              </div>
            ) : (
              <SelectedSymbol symbol={row.symbol} name={row.name} listName={t('scan.ranks')}>
                <RankFacts row={row} />
                <RankHistory key={row.symbol} symbol={row.symbol} metric={metric} />
                <TrackRecord metric="score" scope={scope} />
              </SelectedSymbol>
            )}
          </Inspector>
        </>
      )}
    </ScanFrame>
  );
}
