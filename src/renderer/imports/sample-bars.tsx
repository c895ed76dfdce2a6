import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { formatPrice } from '../../shared/format/format-price.ts';
import { ruleText } from './rule-text.ts';
import styles from './sample-table.module.css';

const roles = ['symbol', 'time', 'open', 'high', 'low', 'close', 'volume'] as const;

/** The bars that the first rows become, and the rules that repaired or rejected them. */
export function SampleBars({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroller}>
      <table aria-label={t('import.sample.bars')} className={styles.table}>
        <thead>
          <tr>
            <th className={styles.line}>{t('import.sample.line')}</th>
            {roles.map((role) => (
              <th key={role} data-role={role}>
                {t(`import.role.${role}`)}
              </th>
            ))}
            <th className={styles.note} aria-label={t('import.result.repaired')} />
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.line}>
              <td className={styles.line}>{row.line}</td>
              <BarCells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BarCells({ row: { bar, rule } }: { readonly row: PreviewRow }) {
  const { t } = useTranslation();
  if (bar === null) {
    return (
      <td colSpan={roles.length + 1} className={rule === null ? styles.waits : styles.rejected}>
        {rule === null ? t('import.sample.waits') : t('import.sample.rejected', { rule: ruleText(rule, t) })}
      </td>
    );
  }
  return (
    <>
      <td data-role="symbol">{bar.symbol}</td>
      <td data-role="time">{bar.time}</td>
      {([bar.open, bar.high, bar.low, bar.close] as const).map((price, index) => (
        <td key={roles[index + 2]} data-role="close">
          {formatPrice(price)}
        </td>
      ))}
      <td data-role="volume">{formatCount(bar.volume)}</td>
      <td className={styles.note}>{bar.flags.map((flag) => ruleText(flag, t)).join('; ')}</td>
    </>
  );
}
