import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SelectField } from '../../components/select-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { symbolName } from '../../list/symbol-name.ts';
import styles from './parameter-editor.module.css';

const market = 'market';

/** What relative strength compares with: the index of the market, or one of the indices and funds that are stored. */
export function BenchmarkField({ value, onChange }: { readonly value: string; readonly onChange: (symbol: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { symbols } = useDesk();
  const rows = useStore(symbols, (state) => state.rows.value) ?? [];
  const offered = rows.filter(({ kind, bars, symbol }) => symbol === value || (bars > 0 && (kind === 'index' || kind === 'etf' || kind === 'fund')));
  const choices = offered.map((row) => ({ value: row.symbol, label: [row.code, symbolName(row, language)].filter((text) => text !== null && text !== '').join(' ') }));
  return (
    <div className={styles.editor}>
      <div className={styles.field}>
        <span className={styles.label}>{t('chart.benchmark')}</span>
        <SelectField
          label={t('chart.benchmark')}
          value={value === '' ? market : value}
          choices={[{ value: market, label: t('chart.benchmark.market') }, ...choices]}
          onChange={(chosen) => onChange(chosen === market ? '' : chosen)}
        />
      </div>
    </div>
  );
}
