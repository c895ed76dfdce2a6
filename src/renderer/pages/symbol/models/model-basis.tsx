import { useTranslation } from 'react-i18next';
import type { Basis } from '../../../../shared/basis.ts';
import type { DataHeader } from '../../../../shared/contract/model-figures.ts';
import { formatAsOf } from '../../../../shared/format/format-as-of.ts';
import { formatCount } from '../../../../shared/format/format-number.ts';
import styles from './model-basis.module.css';

/** What a model's figures rest on: as of, source, basis, bars used. */
export function ModelBasis({ header: { asOf, source, basis, bars } }: { readonly header: DataHeader }) {
  const { t } = useTranslation();
  const parts = [
    ...(asOf === null ? [] : [t('series.asOf', { date: formatAsOf(asOf) })]),
    source,
    t(`series.basis.${basis as Basis}`),
    t('series.bars', { count: bars, formatted: formatCount(bars) }),
  ];
  return <p className={styles.line}>{parts.join(' · ')}</p>;
}
