import { useTranslation } from 'react-i18next';
import { columnRoles, type ColumnRole, type BarsPreview } from '../../shared/contract/imports.ts';
import { SelectField } from '../components/select-field.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './sample-table.module.css';

/** The first rows as they stand in the file; above each column what it holds, which can be changed. */
export function SampleRows({ item, preview }: { readonly item: number; readonly preview: BarsPreview }) {
  const { t } = useTranslation();
  const { imports } = useDesk();
  const { columns, header } = preview.plan;
  const setRole = (index: number, role: ColumnRole): void => {
    void imports.getState().settle(item, 'columns', columns.map((old, other) => (other === index ? role : old)));
  };
  const choices = columnRoles.map((value) => ({ value, label: t(`import.role.${value}`) }));
  return (
    <div className={styles.scroller}>
      <table aria-label={t('import.sample.file')} className={styles.table}>
        <thead>
          <tr>
            <th className={styles.line}>{t('import.sample.line')}</th>
            {columns.map((role, index) => (
              // Columns have no identity but their place.
              <th key={index} data-role={role} className={styles.role}>
                <SelectField
                  label={t('import.role.of', { index: index + 1 })}
                  value={role}
                  choices={choices}
                  onChange={(value) => setRole(index, value as ColumnRole)}
                />
                {header !== null && <span className={styles.header}>{header[index]}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ line, cells }) => (
            <tr key={line}>
              <td className={styles.line}>{line}</td>
              {columns.map((role, index) => (
                <td key={index} data-role={role}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
