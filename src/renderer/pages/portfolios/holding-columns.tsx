import type { TFunction } from 'i18next';
import type { HoldingFigures } from '../../../shared/contract/portfolio-figures.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { formatPrice } from '../../../shared/format/format-price.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';

export function holdingColumns(t: TFunction, language: Language): readonly TableColumn<HoldingFigures>[] {
  const gainShare = ({ gain, cost }: HoldingFigures): number => (gain === null || cost === null || cost <= 0 ? NaN : gain / cost);
  const codeOf = ({ symbol }: HoldingFigures): string => symbol.slice(symbol.indexOf(':') + 1);
  const nameOf = ({ name }: HoldingFigures): string | null => (language === 'zh' ? (name.zh ?? name.en) : (name.en ?? name.zh));
  return [
    { id: 'code', header: t('list.column.code'), width: 'minmax(72px, 9ch)', value: codeOf, cell: (row) => <strong title={row.symbol}>{codeOf(row)}</strong> },
    { id: 'name', header: t('list.column.name'), width: 'minmax(80px, 1fr)', value: nameOf, cell: (row) => <span title={nameOf(row) ?? undefined}>{nameOf(row)}</span> },
    { id: 'industry', header: t('portfolio.column.industry'), width: 'minmax(64px, 24ch)', value: ({ industry }) => (industry === null ? null : industryName(industry, language)) },
    { id: 'quantity', header: t('portfolio.column.quantity'), width: '11ch', align: 'right', value: ({ quantity }) => quantity, cell: ({ quantity }) => formatNumber(quantity, Number.isInteger(quantity) ? 0 : 4) },
    { id: 'price', header: t('portfolio.column.price'), width: '11ch', align: 'right', value: ({ price }) => price, cell: ({ price, currency }) => <span title={currency ?? undefined}>{formatPrice(price)}</span> },
    { id: 'priceDate', header: t('portfolio.column.priceDate'), width: '12ch', align: 'right', isExtra: true, value: ({ priceDate }) => priceDate },
    { id: 'value', header: t('portfolio.column.value'), width: '14ch', align: 'right', value: ({ value }) => value, cell: ({ value }) => formatNumber(value, 2) },
    { id: 'weight', header: t('portfolio.column.weight'), width: '9ch', align: 'right', value: ({ weight }) => weight, cell: ({ weight }) => formatPercent(weight, 2) },
    {
      id: 'gain', header: t('portfolio.column.gain'), width: '13ch', align: 'right', value: ({ gain }) => gain,
      cell: ({ gain }) => <DirectionText value={gain ?? NaN} text={gain === null ? formatNumber(gain, 2) : formatSigned(gain, 2)} />,
    },
    {
      id: 'gainShare', header: t('portfolio.column.gainShare'), width: '9ch', align: 'right', value: gainShare,
      cell: (row) => <DirectionText value={gainShare(row)} text={formatChange(gainShare(row))} />,
    },
    { id: 'risk', header: t('portfolio.risk'), width: '7ch', align: 'right', value: ({ risk }) => risk, cell: ({ risk }) => formatNumber(risk, 0) },
  ];
}
