import type { TFunction } from 'i18next';
import { signalKinds } from '../../../analysis/universe/signals.ts';
import type { SignalRow } from '../../../shared/contract/universe-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import type { TableColumn } from '../../components/table-column.ts';
import { codeOf } from '../../universe/code-of.ts';

/** Who, how strong, and what each kind of signal gave; an en dash where it did not fire. */
export function signalColumns(t: TFunction, language: Language): readonly TableColumn<SignalRow>[] {
  return [
    { id: 'code', header: t('list.column.code'), width: '9ch', value: ({ symbol }) => codeOf(symbol), cell: ({ symbol }) => <strong title={symbol}>{codeOf(symbol)}</strong> },
    { id: 'strength', header: t('rank.column.signalStrength'), width: '9ch', align: 'right', value: ({ strength }) => strength, cell: ({ strength }) => formatNumber(strength, 2) },
    { id: 'count', header: t('rank.column.signalCount'), width: '8ch', align: 'right', value: ({ count }) => count, cell: ({ count }) => formatNumber(count, 0) },
    { id: 'rank', header: t('rank.column.rank'), width: '7ch', align: 'right', value: ({ rank }) => rank, cell: ({ rank }) => formatNumber(rank, 0) },
    { id: 'name', header: t('list.column.name'), width: 'minmax(112px, 1.4fr)', value: ({ name }) => name },
    { id: 'industry', header: t('rank.column.industry'), width: 'minmax(96px, 1.2fr)', value: ({ industry }) => (industry === null ? null : industryName(industry, language)) },
    ...signalKinds.map((kind): TableColumn<SignalRow> => {
      const given = ({ rows }: SignalRow): number | null => {
        const row = rows.find(({ code }) => code === `signal.${kind}`);
        return row === undefined || !(row.contribution > 0) ? null : row.contribution;
      };
      return { id: kind, header: t(`signals.short.${kind}`), width: '9ch', align: 'right', value: given, cell: (row) => <span title={modelText(`signal.${kind}`, language)}>{formatNumber(given(row), 2)}</span> };
    }),
  ];
}
