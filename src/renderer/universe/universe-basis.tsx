import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/app-error.ts';
import type { Basis } from '../../shared/basis.ts';
import type { UniverseHeader } from '../../shared/contract/universe-figures.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { industrySchemeName } from '../../shared/i18n/industry-scheme-name.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './universe-basis.module.css';

/** What the figures of a page about the universe rest on, and which symbols were left out for which reason. */
export function UniverseBasis({ header: { asOf, source, basis, bars, symbols, ranked, scheme, membership, failures }, children }: { readonly header: UniverseHeader; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = [
    t('series.asOf', { date: asOf }),
    source,
    basis === 'mixed' ? t('universe.basis.mixed') : t(`series.basis.${basis as Basis}`),
    // A back-test ranks nothing.
    ranked === 0 ? t('status.symbols', { count: symbols, formatted: formatCount(symbols) }) : t('universe.ranked', { ranked: formatCount(ranked), symbols: formatCount(symbols) }),
    t('series.bars', { count: bars, formatted: formatCount(bars) }),
    ...(scheme === null ? [] : [t(`universe.membership.${membership}`, { scheme: industrySchemeName(scheme, language) })]),
  ];
  return (
    <footer className={styles.line}>
      <span title={parts.join(' · ')} className={styles.text}>{parts.join(' · ')}</span>
      {children}
      {failures.length > 0 && (
        <details className={styles.failures}>
          <summary>{t('universe.failures', { count: failures.length })}</summary>
          <ul className={styles.list}>
            {failures.map(({ symbol, error }) => <li key={symbol}>{symbol}: {errorText(error.code, error.params, language)}</li>)}
          </ul>
        </details>
      )}
    </footer>
  );
}
