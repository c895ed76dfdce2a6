import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '../../../shared/contract/rule-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import styles from './scan-tools.module.css';

/** The conditions of a rule on one symbol: what stood on both sides, and whether it held. */
export function ConditionTable({ caption, conditions }: { readonly caption: string; readonly conditions: readonly RuleCondition[] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rule.condition')}</th>
          <th scope="col" className={styles.figure}>{t('rule.left')}</th>
          <th scope="col" className={styles.figure}>{t('rule.right')}</th>
          <th scope="col">{t('rule.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {conditions.map(({ condition, left, right, holds }) => (
          <tr key={condition}>
            <th scope="row" className={styles.condition}>{condition}</th>
            <td className={styles.figure}>{formatNumber(left, 2)}</td>
            <td className={styles.figure}>{formatNumber(right, 2)}</td>
            <td>{holds === null ? '?' : holds ? '✓' : '✗'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
