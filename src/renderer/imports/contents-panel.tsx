import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/app-error.ts';
import type { ContainedFile, ContainedFiles } from '../../shared/contract/imports.ts';
import { formatBytes } from '../../shared/format/format-bytes.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { DataTable } from '../components/data-table.tsx';
import type { TableColumn } from '../components/table-column.ts';
import { useDesk } from '../desk-context.ts';
import { namedText } from '../i18n/named-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './contents-panel.module.css';

interface ContentsPanelProps {
  readonly item: number;
  readonly contents: ContainedFiles;
}

/** What a folder or archive holds: how many files, the kind of each as far as it was looked into; the one chosen is previewed below. */
export function ContentsPanel({ item, contents }: ContentsPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { imports } = useDesk();
  const { total, others, shown, first } = contents;
  const [selected, setSelected] = useState(shown);
  const columns = useMemo(() => fileColumns(t, language), [t, language]);
  const select = (file: string): void => {
    setSelected(file);
    // One that cannot be read has its reason in the row; what is shown stays.
    if (first.find((one) => one.file === file)?.error === null) void imports.getState().look(item, file);
  };
  return (
    <section aria-label={t('import.contents')} className={styles.panel}>
      <p className={styles.lead}>
        <strong>{t('import.contents.total', { count: total })}</strong>
        {others > 0 && <span>{t('import.contents.others', { others: formatCount(others) })}</span>}
        {total > first.length && <span>{t('import.contents.first', { listed: formatCount(first.length) })}</span>}
        <span className={styles.shown} title={shown}>
          {t('import.contents.shown', { file: shown })}
        </span>
      </p>
      <div className={styles.table}>
        <DataTable label={t('import.contents')} rows={first} columns={columns} rowId={fileId} selected={selected} onSelect={select} />
      </div>
    </section>
  );
}

function fileColumns(t: TFunction, language: Language): readonly TableColumn<ContainedFile>[] {
  const state = ({ format, asks, error }: ContainedFile): string => {
    if (error !== null) return errorText(error.code, error.params, language);
    return format === null ? t('import.contents.unread') : t(asks ? 'import.state.question' : 'import.state.ready');
  };
  return [
    { id: 'file', header: t('import.file'), width: 'minmax(120px, 1fr)', value: ({ file }) => file, cell: fileCell },
    { id: 'kind', header: t('import.contents.kind'), width: '18ch', value: ({ format }) => (format === null ? null : namedText(`import.format.${format}`, format, t)) },
    { id: 'state', header: t('import.contents.state'), width: 'minmax(120px, 1fr)', value: state, cell: (row) => <span title={state(row)}>{state(row)}</span> },
    { id: 'bytes', header: t('import.contents.bytes'), width: '10ch', align: 'right', value: ({ bytes }) => bytes, cell: ({ bytes }) => formatBytes(bytes) },
  ];
}

/** The name first: where room is short, it is the folder that is cut. */
function fileCell({ file }: ContainedFile) {
  const end = file.lastIndexOf('/');
  return (
    <span title={file}>
      {file.slice(end + 1)} {end > 0 && <span className={styles.folder}>{file.slice(0, end)}</span>}
    </span>
  );
}

function fileId({ file }: ContainedFile): string {
  return file;
}
