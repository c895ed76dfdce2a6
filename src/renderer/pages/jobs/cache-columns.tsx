import type { TFunction } from 'i18next';
import type { CacheEntryRow, CacheRegionStatistics } from '../../../shared/contract/cache.ts';
import { formatBytes } from '../../../shared/format/format-bytes.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { spanText, timeText } from './job-texts.ts';

const ages = { fresh: 'good', stale: 'warn', expired: 'none' } as const;
const pair = (one: number, other: number): string => `${formatCount(one)} / ${formatCount(other)}`;

/** The share of questions that were answered without asking the source; null before the first. */
function hitRate({ memory, disk }: CacheRegionStatistics): number | null {
  const asked = memory.hits + memory.misses;
  return asked === 0 ? null : (memory.hits + disk.hits) / asked;
}

export function regionColumns(t: TFunction, language: Language): readonly TableColumn<CacheRegionStatistics>[] {
  const right = { align: 'right' } as const;
  return [
    { id: 'region', header: t('cache.column.region'), width: 'minmax(120px, 1fr)', value: ({ region }) => t(`cache.region.${region}`) },
    { id: 'fresh', header: t('cache.column.fresh'), width: '10ch', ...right, value: ({ softMs }) => softMs, cell: ({ softMs }) => spanText(softMs, t, language) },
    { id: 'rate', header: t('cache.column.rate'), width: '9ch', ...right, value: hitRate, cell: (row) => formatPercent(hitRate(row)) },
    { id: 'memory', header: t('cache.column.memory'), width: '16ch', ...right, value: ({ memory }) => memory.hits, cell: ({ memory }) => pair(memory.hits, memory.misses) },
    { id: 'disk', header: t('cache.column.disk'), width: '14ch', ...right, value: ({ disk }) => disk.hits, cell: ({ disk }) => pair(disk.hits, disk.misses) },
    { id: 'stale', header: t('cache.column.stale'), width: '9ch', ...right, value: ({ stale }) => stale, cell: ({ stale }) => formatCount(stale) },
    { id: 'fallbacks', header: t('cache.column.fallbacks'), width: '10ch', ...right, value: ({ fallbacks }) => fallbacks, cell: ({ fallbacks }) => formatCount(fallbacks) },
    { id: 'fetches', header: t('cache.column.fetches'), width: '13ch', ...right, value: ({ fetches }) => fetches, cell: ({ fetches, failures }) => pair(fetches, failures) },
    { id: 'evictions', header: t('cache.column.evictions'), width: '9ch', ...right, isExtra: true, value: ({ memory, disk }) => memory.evictions + disk.evictions, cell: ({ memory, disk }) => pair(memory.evictions, disk.evictions) },
    { id: 'entries', header: t('cache.column.entries'), width: '9ch', ...right, value: ({ memory, disk }) => Math.max(memory.entries, disk.entries), cell: ({ memory, disk }) => formatCount(Math.max(memory.entries, disk.entries)) },
    { id: 'bytes', header: t('cache.column.bytes'), width: '9ch', ...right, value: ({ memory, disk }) => memory.bytes + disk.bytes, cell: ({ memory, disk }) => formatBytes(memory.bytes + disk.bytes) },
    { id: 'oldest', header: t('cache.column.oldest'), width: '20ch', isExtra: true, value: ({ oldestAt }) => oldestAt, cell: ({ oldestAt }) => timeText(oldestAt) },
  ];
}

export function entryColumns(t: TFunction): readonly TableColumn<CacheEntryRow>[] {
  return [
    { id: 'key', header: t('cache.column.key'), width: 'minmax(160px, 1fr)', value: ({ key }) => key, cell: ({ key }) => <span title={key}>{key}</span> },
    { id: 'region', header: t('cache.column.region'), width: '120px', value: ({ region }) => t(`cache.region.${region}`) },
    { id: 'symbol', header: t('cache.column.symbol'), width: '120px', value: ({ symbol }) => symbol },
    { id: 'age', header: t('cache.column.age'), width: '88px', value: ({ age }) => t(`cache.age.${age}`), cell: ({ age }) => <StatusText state={ages[age]}>{t(`cache.age.${age}`)}</StatusText> },
    { id: 'fetched', header: t('cache.column.fetched'), width: '20ch', value: ({ fetchedAt }) => fetchedAt, cell: ({ fetchedAt }) => timeText(fetchedAt) },
    { id: 'source', header: t('cache.column.source'), width: '96px', value: ({ source }) => source },
    { id: 'levels', header: t('cache.column.levels'), width: '112px', value: ({ levels }) => levels.map((level) => t(`cache.level.${level}`)).join(', ') },
    { id: 'bytes', header: t('cache.column.bytes'), width: '9ch', align: 'right', value: ({ bytes }) => bytes, cell: ({ bytes }) => formatBytes(bytes) },
  ];
}
