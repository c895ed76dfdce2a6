import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ReadinessAnswer } from '../../shared/contract/readiness-figures.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { useAnswer } from '../stores/use-answer.ts';
import { useScope } from './use-scope.ts';
import styles from './universe-basis.module.css';

/** Symbols written out of each state; the rest is counted. */
const mostNamed = 40;

/** Which symbols were not fit to be judged, and which figures are missing for how many, with the reasons; nothing where all is there. */
export function ReadinessNote() {
  const { t } = useTranslation();
  const { answer } = useAnswer('scan.readiness', useScope());
  if (answer.value === null) return null;
  const { rows, fields } = answer.value;
  if (rows.length === 0 && fields.length === 0) return null;
  const unfit = rows.flatMap(({ state, ...row }) => (state === 'ready' ? [] : [{ state, ...row }]));
  const states = Map.groupBy(unfit, ({ state }) => state);
  return (
    <details className={styles.failures}>
      <summary>{[rows.length > 0 ? t('readiness.symbols', { count: rows.length, formatted: formatCount(rows.length) }) : null, fields.length > 0 ? t('readiness.fields', { count: fields.length }) : null].filter((part) => part !== null).join(' · ')}</summary>
      <ul className={styles.list}>
        {[...states].map(([state, own]) => (
          <li key={state}>
            {t(`readiness.state.${state}`, { count: own.length, formatted: formatCount(own.length) })}: {namesOf(own, t)}
          </li>
        ))}
        {fields.map(({ field, symbols }) => <li key={field}>{t(`readiness.field.${field}`, { formatted: formatCount(symbols) })}</li>)}
      </ul>
    </details>
  );
}

function namesOf(rows: ReadinessAnswer['rows'], t: TFunction): string {
  const names = rows.slice(0, mostNamed).map(({ symbol, state, bars, sessionsBehind }) =>
    state === 'tooShort' ? t('readiness.bars', { symbol, count: bars, formatted: formatCount(bars) }) : sessionsBehind === null ? symbol : t('readiness.behind', { symbol, count: sessionsBehind, formatted: formatCount(sessionsBehind) }),
  );
  const rest = rows.length - names.length;
  return [...names, ...(rest > 0 ? [t('readiness.more', { formatted: formatCount(rest) })] : [])].join(', ');
}
