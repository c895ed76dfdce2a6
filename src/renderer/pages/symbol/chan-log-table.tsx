import { useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/app-error.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { chanLogRows, type ChanLogRow } from './chan-log-rows.ts';
import styles from './chan-panel.module.css';
import { chanTexts } from './chan-texts.ts';
import type { ChartSeries } from './chart-series.ts';
import { useAnswer } from './use-answer.ts';

interface ChanLogTableProps {
  readonly series: ChartSeries;
  readonly date: (time: number) => string;
  readonly timeWidth: string;
  readonly onShow: (index: number) => void;
}

/** The kept first-seen log of the series on the chart: when each element came, moved, became final, vanished. */
export function ChanLogTable({ series: { bars, reply }, date, timeWidth, onShow }: ChanLogTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { transport } = useDesk();
  const [selected, setSelected] = useState<string | null>(null);
  const { id } = reply.series;
  const isStored = reply.adjust === 'none' && reply.freq === reply.series.freq;
  const answer = useAnswer(isStored ? `${id} ${reply.version}` : null, () => transport.invoke('chan.log', { series: id }));
  const newest = bars.time.at(-1) ?? NaN;
  const rows = useMemo(() => chanLogRows(answer.value?.entries ?? [], newest, chanTexts(t), date), [answer.value, newest, t, date]);
  const columns = useMemo(() => logColumns(t, timeWidth), [t, timeWidth]);
  if (!isStored) return <p className={styles.note}>{t('chan.log.stored')}</p>;
  if (answer.state === 'failed' && answer.value === null) return <p className={styles.note}>{errorText(answer.error.code, answer.error.params, language)}</p>;
  if (answer.state === 'loading') return <p className={styles.note}>{t('chan.log.loading')}</p>;
  if (rows.length === 0) return <p className={styles.note}>{t('chan.none')}</p>;
  return (
    <div className={styles.table}>
      <DataTable
        label={t('chan.view.log')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        selected={selected}
        onSelect={(chosen) => {
          setSelected(chosen);
          const index = bars.time.indexOf(rows.find((row) => row.id === chosen)?.beginTime ?? NaN);
          if (index !== -1) onShow(index);
        }}
      />
    </div>
  );
}

function rowId(row: ChanLogRow): string {
  return row.id;
}

function logColumns(t: TFunction, width: string): readonly TableColumn<ChanLogRow>[] {
  return [
    { id: 'kind', header: t('chan.column.kind'), width: '13ch', value: (row) => row.kind },
    { id: 'direction', header: t('chan.column.direction'), width: '8ch', value: (row) => row.direction },
    { id: 'begin', header: t('chan.column.from'), width, value: (row) => row.begin },
    { id: 'firstSeen', header: t('chan.log.firstSeen'), width, value: (row) => row.firstSeen },
    { id: 'moved', header: t('chan.log.moved'), width, value: (row) => row.moved },
    { id: 'final', header: t('chan.log.final'), width, value: (row) => row.final },
    { id: 'vanished', header: t('chan.log.vanished'), width: `minmax(${width}, 1fr)`, value: (row) => row.vanished },
  ];
}
