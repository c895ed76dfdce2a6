import type { TFunction } from 'i18next';
import type { NetworkEntry } from '../../../shared/contract/network.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { outcomeText } from '../../../shared/i18n/outcome-text.ts';
import { formatUtc } from '../../../shared/time.ts';
import type { TableColumn } from '../../components/table-column.ts';

export function ledgerColumns(t: TFunction, language: Language): readonly TableColumn<NetworkEntry>[] {
  return [
    { id: 'at', header: t('ledger.column.at'), width: '20ch', value: ({ at }) => formatUtc(at), cell: ({ at }) => formatUtc(at).slice(0, 19).replace('T', ' ') },
    { id: 'host', header: t('ledger.column.host'), width: 'minmax(140px, 220px)', value: ({ host }) => host, cell: ({ host }) => <span title={host}>{host}</span> },
    { id: 'path', header: t('ledger.column.path'), width: 'minmax(160px, 1fr)', value: ({ path }) => path, cell: ({ path }) => <span title={path}>{path}</span> },
    { id: 'status', header: t('ledger.column.status'), width: '8ch', align: 'right', value: ({ status }) => status, cell: ({ status }) => status ?? '–' },
    { id: 'bytes', header: t('ledger.column.bytes'), width: '11ch', align: 'right', value: ({ bytes }) => bytes, cell: ({ bytes }) => formatCount(bytes) },
    { id: 'ms', header: t('ledger.column.ms'), width: '8ch', align: 'right', value: ({ ms }) => ms, cell: ({ ms }) => formatCount(ms) },
    { id: 'outcome', header: t('ledger.column.outcome'), width: '20ch', value: ({ outcome }) => outcomeText(outcome, language), cell: ({ outcome }) => <span title={outcome}>{outcomeText(outcome, language)}</span> },
  ];
}
