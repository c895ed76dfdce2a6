import { useTranslation } from 'react-i18next';
import type { RuleScan, ScanMove } from '../../../shared/contract/rule-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { codeOf } from '../../universe/code-of.ts';
import styles from './scan-tools.module.css';

/** What entered and left since an earlier run, and why; closed while nothing moved. */
export function ScanMoves({ scan: { diff } }: { readonly scan: RuleScan }) {
  const { t } = useTranslation();
  if (diff === null) return null;
  const { entered, left, stayed, from, against } = diff;
  return (
    <details className={styles.changes}>
      <summary>{t(`scan.moved.${against}`, { date: from, entered: entered.length, left: left.length, stayed: stayed.length })}</summary>
      <div className={styles.moves}>
        {entered.map((move) => <Move key={move.symbol} move={move} sign="+" />)}
        {left.map((move) => <Move key={move.symbol} move={move} sign="−" />)}
      </div>
    </details>
  );
}

function Move({ move: { symbol, reason, changes }, sign }: { readonly move: ScanMove; readonly sign: '+' | '−' }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation } = useDesk();
  // What a condition went from and to says more than that conditions changed.
  const why = changes.map(({ before, after }) => `${after?.condition ?? before?.condition ?? ''}: ${formatNumber(before?.left ?? null, 2)} → ${formatNumber(after?.left ?? null, 2)}`);
  return (
    <p>
      <span>{sign === '+' ? t('scan.entered') : t('scan.left')} </span>
      <LinkButton title={symbol} onClick={() => navigation.getState().openSymbol(symbol)}>{codeOf(symbol)}</LinkButton>
      <span className={styles.note}> {why.length === 0 ? modelText(`moveReason.${reason}`, language) : why.join(' · ')}</span>
    </p>
  );
}
