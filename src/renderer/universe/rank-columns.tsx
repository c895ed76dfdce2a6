import type { TFunction } from 'i18next';
import type { RankRow } from '../../shared/contract/universe-figures.ts';
import { formatAmount } from '../../shared/format/format-amount.ts';
import { formatChange } from '../../shared/format/format-change.ts';
import { formatNumber } from '../../shared/format/format-number.ts';
import { formatPrice } from '../../shared/format/format-price.ts';
import { industryName } from '../../shared/i18n/industry-name.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { DirectionText } from '../components/direction-text.tsx';
import type { TableColumn } from '../components/table-column.ts';
import { codeOf } from './code-of.ts';
import { RankChange } from './rank-change.tsx';

/** The columns of ranked symbols: who, where in the ranking, the figures behind it. */
export function rankColumns(t: TFunction, language: Language, metric = 'score'): readonly TableColumn<RankRow>[] {
  const figure = (id: string, width: string, value: (row: RankRow) => number | null, decimals: number, isExtra = false): TableColumn<RankRow> => ({
    id,
    header: t(`rank.column.${id as 'score'}`),
    width,
    align: 'right',
    isExtra,
    value,
    cell: (row) => formatNumber(value(row), decimals),
  });
  return [
    { id: 'code', header: t('list.column.code'), width: '9ch', value: ({ symbol }) => codeOf(symbol), cell: ({ symbol }) => <strong title={symbol}>{codeOf(symbol)}</strong> },
    { id: 'rank', header: t('rank.column.rank'), width: '5ch', align: 'right', value: ({ rank }) => rank, cell: ({ rank }) => formatNumber(rank, 0) },
    {
      id: 'rankChange',
      header: t('rank.column.rankChange'),
      width: '7ch',
      align: 'right',
      value: ({ rank, previousRank }) => (previousRank === null ? null : previousRank - rank),
      cell: (row) => <RankChange rank={row.rank} previousRank={row.previousRank} />,
    },
    { id: 'name', header: t('list.column.name'), width: 'minmax(112px, 1.4fr)', value: ({ name }) => name },
    { id: 'industry', header: t('rank.column.industry'), width: 'minmax(96px, 1.2fr)', value: ({ industry }) => (industry === null ? null : industryName(industry, language)) },
    figure('score', '6ch', ({ score }) => score, 1),
    figure('risk', '5ch', ({ risk }) => risk, 0),
    { id: 'close', header: t('list.column.last'), width: '9ch', align: 'right', value: ({ close }) => close, cell: ({ close }) => formatPrice(close) },
    {
      id: 'change',
      header: t('list.column.change'),
      width: '8.5ch',
      align: 'right',
      value: ({ change }) => change,
      cell: ({ change }) => <DirectionText value={change ?? NaN} text={formatChange(change === null ? null : change / 100)} />,
    },
    { id: 'amount', header: t('rank.column.amount'), width: '10ch', align: 'right', value: ({ amount }) => amount, cell: ({ amount }) => formatAmount(amount, language) },
    figure('volatility', '10ch', ({ volatility }) => volatility, 2, true),
    figure('relativeVolume', '10ch', ({ relativeVolume }) => relativeVolume, 2, true),
    figure('turnover', '10ch', ({ turnover }) => turnover, 2, true),
    figure('signalStrength', '8ch', ({ signalStrength }) => signalStrength, 2),
    figure('signalCount', '7.5ch', ({ signalCount }) => signalCount, 0, true),
    ...(metric === 'score' ? [] : [figure('metric', '9ch', ({ metric: value }) => value, 4)]),
  ];
}
