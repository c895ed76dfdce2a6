import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/app-error.ts';
import type { ImportedFile, ImportFailure, ImportResult } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { DataTable } from '../components/data-table.tsx';
import type { TableColumn } from '../components/table-column.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './file-table.module.css';

type FileRow = ImportedFile & { readonly problem: string };

/** What each file of a folder or archive gave; those that could not be imported come first, with the reason. */
export function FileTable({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(() => fileRows(result, language), [result, language]);
  const columns = useMemo(() => fileColumns(t), [t]);
  return <DataTable label={t('import.files')} rows={rows} columns={columns} rowId={({ file }) => file} />;
}

function fileRows({ files, failures }: ImportResult, language: Language): readonly FileRow[] {
  const byName = new Map(files.map((file) => [file.file, file]));
  const failed = failures.map(({ file, error }: ImportFailure): FileRow => {
    const books = byName.get(file) ?? { file, rows: 0, imported: 0, unchanged: 0, rejected: 0, skipped: 0 };
    return { ...books, problem: errorText(error.code, error.params, language) };
  });
  const refused = new Set(failures.map(({ file }) => file));
  return [...failed, ...files.filter(({ file }) => !refused.has(file)).map((file) => ({ ...file, problem: '' }))];
}

function fileColumns(t: TFunction): readonly TableColumn<FileRow>[] {
  const count = (id: 'imported' | 'unchanged' | 'rejected' | 'skipped'): TableColumn<FileRow> => ({
    id, header: t(`import.result.${id}`), width: '15ch', align: 'right', value: (row) => row[id], cell: (row) => formatCount(row[id]),
  });
  return [
    { id: 'file', header: t('import.file'), width: 'minmax(120px, 1fr)', value: ({ file }) => file, cell: ({ file }) => <span title={file}>{file}</span> },
    {
      id: 'problem',
      header: t('import.result.problem'),
      width: 'minmax(160px, 2fr)',
      value: ({ problem }) => problem,
      cell: ({ problem }) => (
        <span className={styles.problem} title={problem}>
          {problem}
        </span>
      ),
    },
    count('imported'), count('unchanged'), count('rejected'), count('skipped'),
  ];
}
