import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SignalRow } from '../../../shared/contract/universe-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { csvText } from '../../components/csv-text.ts';
import { DataTable } from '../../components/data-table.tsx';
import { saveText } from '../../components/save-text.ts';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { SelectedSymbol } from '../../universe/selected-symbol.tsx';
import { useNamedRows } from '../../universe/use-named-rows.ts';
import { useScope } from '../../universe/use-scope.ts';
import { rowSymbol } from './row-symbol.ts';
import { ScanFrame } from './scan-frame.tsx';
import styles from './scan-tools.module.css';
import { signalColumns } from './signal-columns.tsx';
import { SignalHistory } from './signal-history.tsx';
import { SignalSettingsForm } from './signal-settings-form.tsx';

const none: readonly SignalRow[] = [];

/** Every symbol on which a signal fired, strongest first, with the weights the user gives them. */
export function SignalsView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation, signalSettings } = useDesk();
  const scope = useScope();
  const settings = useStore(signalSettings, (state) => state.settings);
  const [selected, setSelected] = useState<string | null>(null);
  const { answer, isOther, reload } = useAnswer('signals.list', { ...scope, settings, minStrength: 0.0001, limit: 20_000 });
  const columns = useMemo(() => signalColumns(t, language), [t, language]);
  const rows = useNamedRows(answer.value?.rows ?? none);
  const row = rows.find(({ symbol }) => symbol === selected);
  const fired = Object.entries(answer.value?.fired ?? {});
  return (
    <ScanFrame
      title={t('scan.signals')}
      hint={t('signals.hint')}
      answer={answer}
      isOther={isOther}
      onRetry={() => void reload()}
      tools={<SignalSettingsForm fired={new Map(fired)} />}
      onExport={rows.length === 0 ? null : () => saveText(csvText(columns, rows), `signals-${answer.value?.asOf ?? ''}`, 'csv')}
    >
      {(found) => (
        <>
          {found.rows.length === 0 ? (
            <p className={styles.none}>{t('signals.none')}</p>
          ) : (
            <DataTable id="signals" label={t('scan.signals')} rows={rows} columns={columns} rowId={rowSymbol} selected={selected} onSelect={setSelected} onOpen={navigation.getState().openSymbol} />
          )}
          <Inspector>
            {row === undefined ? (
              <div className={styles.inspector}>
                <h2 className={styles.title}>{t('detector.found', { count: found.rows.length })}</h2>
                <p className={styles.note}>{t('scan.selectRow')}</p>
              </div>
            ) : (
              <SelectedSymbol symbol={row.symbol} name={row.name} listName={t('scan.signals')}>
                <SignalRows row={row} />
                <SignalHistory symbol={row.symbol} />
              </SelectedSymbol>
            )}
          </Inspector>
        </>
      )}
    </ScanFrame>
  );
}

/** Each signal of a symbol: what it saw, its threshold, what it gave. */
function SignalRows({ row: { rows, strength } }: { readonly row: SignalRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('signals.why', { strength: formatNumber(strength, 2) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('signals.column.signal')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.value')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.threshold')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.points')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, input, threshold, contribution, maximum }) => (
          <tr key={code}>
            <th scope="row">{modelText(code, language)}</th>
            <td className={styles.figure}>{formatNumber(input, input !== null && Number.isInteger(input) ? 0 : 2)}</td>
            <td className={styles.figure}>{formatNumber(threshold, 0)}</td>
            <td className={styles.figure}>{formatNumber(contribution, 2)} / {formatNumber(maximum, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
