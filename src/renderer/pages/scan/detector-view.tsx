import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Detector, DetectorAnswer, DetectorRow } from '../../../shared/contract/detector-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { csvText } from '../../components/csv-text.ts';
import { DataTable } from '../../components/data-table.tsx';
import { saveText } from '../../components/save-text.ts';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { AddToWatchlist } from '../../universe/add-to-watchlist.tsx';
import { RankFacts } from '../../universe/rank-facts.tsx';
import { RankHistory } from '../../universe/rank-history.tsx';
import { SelectedSymbol } from '../../universe/selected-symbol.tsx';
import { useNamedRows } from '../../universe/use-named-rows.ts';
import { useScope } from '../../universe/use-scope.ts';
import { detectorColumns } from './detector-columns.tsx';
import { DetectorForm, type DetectorOptions } from './detector-form.tsx';
import { rowSymbol } from './row-symbol.ts';
import { ScanFrame } from './scan-frame.tsx';
import styles from './scan-tools.module.css';

const none: readonly DetectorRow[] = [];

/** What one detector found, with the thresholds it used. */
export function DetectorView({ detector }: { readonly detector: Detector }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation } = useDesk();
  const scope = useScope();
  const [options, setOptions] = useState<DetectorOptions>({});
  const [selected, setSelected] = useState<string | null>(null);
  const { answer, isOther, reload } = useAnswer('scan.detect', { ...scope, detector, ...options });
  const universe = answer.value?.symbols ?? 0;
  const columns = useMemo(() => detectorColumns(detector, universe, t, language), [detector, universe, t, language]);
  const rows = useNamedRows(answer.value?.rows ?? none);
  const row = rows.find(({ symbol }) => symbol === selected);
  const title = t(`detector.${detector}`);
  return (
    <ScanFrame
      title={title}
      hint={t(`detector.${detector}.hint`)}
      answer={answer}
      isOther={isOther}
      onRetry={() => void reload()}
      tools={<DetectorForm detector={detector} options={options} onChange={setOptions} />}
      onExport={rows.length === 0 ? null : () => saveText(csvText(columns, rows), `${detector}-${answer.value?.asOf ?? ''}`, 'csv')}
    >
      {(found) => (
        <>
          {found.rows.length === 0 ? (
            <p className={styles.none}>{t('scan.noMatch')}</p>
          ) : (
            <DataTable id={`detector-${detector}`} label={title} rows={rows} columns={columns} rowId={rowSymbol} selected={selected} onSelect={setSelected} onOpen={navigation.getState().openSymbol} />
          )}
          <Inspector>
            {row === undefined ? (
              <div className={styles.inspector}>
                <DetectorSummary answer={found} />
                {rows.length > 0 && <AddToWatchlist symbols={rows.map(rowSymbol)} name={title} />}
              </div>
            ) : (
              <SelectedSymbol symbol={row.symbol} name={row.name} listName={title}>
                <p>{t('detector.why', { value: formatNumber(row.value, detector === 'needle' ? 1 : 0), figure: t(`detector.${detector}.value`) })}</p>
                <p className={styles.note}>{t('detector.ranks', { ranks: row.ranks.map((rank) => formatNumber(rank, 0)).join(' → ') })}</p>
                <RankFacts row={row} />
                <RankHistory key={row.symbol} symbol={row.symbol} />
              </SelectedSymbol>
            )}
          </Inspector>
        </>
      )}
    </ScanFrame>
  );
}

/** What was found in all: how many, with which thresholds, in which industries. */
function DetectorSummary({ answer: { rows, effective, band, industries } }: { readonly answer: DetectorAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <h2 className={styles.title}>{t('detector.found', { count: rows.length })}</h2>
      {Object.entries(effective).map(([name, value]) => <p key={name} className={styles.note}>{t('detector.effective', { name: t(`detector.effective.${name as 'top'}`), value: formatNumber(value, Number.isInteger(value) ? 0 : 2) })}</p>)}
      {band !== null && <p className={styles.note}>{t('detector.band', { mean: formatNumber(band.mean, 1), lower: formatNumber(band.lower, 1), upper: formatNumber(band.upper, 1) })}</p>}
      {industries.length > 0 && (
        <table className={styles.table}>
          <caption className={styles.caption}>{t('detector.industries')}</caption>
          <tbody>
            {industries.map(({ industry, count }) => (
              <tr key={industry}>
                <th scope="row">{industryName(industry, language)}</th>
                <td className={styles.figure}>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.note}>{t('scan.selectRow')}</p>
    </>
  );
}
