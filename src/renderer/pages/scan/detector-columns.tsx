import type { TFunction } from 'i18next';
import { scaledCount } from '../../../analysis/universe/scaled-count.ts';
import type { Detector, DetectorRow } from '../../../shared/contract/detector-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import type { TableColumn } from '../../components/table-column.ts';
import { rankColumns } from '../../universe/rank-columns.tsx';

/** The columns of a detector's finds in a universe of so many symbols: its own figure after the rank, the usual ones behind. */
export function detectorColumns(detector: Detector, symbols: number, t: TFunction, language: Language): readonly TableColumn<DetectorRow>[] {
  const usual = rankColumns(t, language) as readonly TableColumn<DetectorRow>[];
  const named = (...ids: readonly string[]): TableColumn<DetectorRow>[] => usual.filter(({ id }) => ids.includes(id));
  const own: TableColumn<DetectorRow>[] = [
    { id: 'value', header: t(`detector.${detector}.value`), width: '11ch', align: 'right', value: ({ value }) => value, cell: ({ value }) => formatNumber(value, Number.isInteger(value) ? 0 : 1) },
  ];
  if (detector === 'hotList') {
    // Tiers are named as of 5,500 names; what counts here is the rank that they come to.
    const tier = ({ label }: DetectorRow): number | null => (label === null ? null : scaledCount(Number(label.slice('TOP'.length)), symbols));
    own.push({ id: 'label', header: t('detector.tier'), width: '9ch', align: 'right', value: tier, cell: (row) => <span title={row.label ?? undefined}>{formatNumber(tier(row), 0)}</span> });
  }
  if (detector === 'needle') {
    const pattern = ({ label }: DetectorRow): string | null => (label === 'refuel' || label === 'bottom' ? t(`detector.pattern.${label}`) : label);
    own.push({ id: 'label', header: t('detector.pattern'), width: '13ch', value: pattern, cell: (row) => <span title={modelText(`needle.${row.label ?? ''}`, language)}>{pattern(row)}</span> });
  }
  if (detector === 'rankJump' || detector === 'steadyRise') {
    const inBand = ({ inBand: is }: DetectorRow): string | null => (is === null ? null : is ? t('detector.inBand') : t('detector.outOfBand'));
    own.push({ id: 'inBand', header: t('detector.bandColumn'), width: '10ch', value: inBand, cell: inBand });
  }
  const ranks: TableColumn<DetectorRow> = {
    id: 'ranks',
    header: t('detector.ranksColumn'),
    width: 'minmax(110px, 1fr)',
    value: (row) => row.ranks.slice(-5).map((one) => formatNumber(one, 0)).join(' '),
  };
  const first = named('code', 'rank');
  const middle = named('name', 'industry', 'score', 'change');
  const placed = new Set([...first, ...middle].map(({ id }) => id));
  // The places gained are the detector's own figure, or follow from the ranks.
  return [...first, ...own, ...middle, ranks, ...usual.filter(({ id }) => id !== 'rankChange' && !placed.has(id))];
}
