import { useTranslation } from 'react-i18next';
import type { IndustryDetailFigures } from '../../../shared/contract/industries.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './compare-table.module.css';
import { industryFigures } from './industry-figures.tsx';

/** Industries side by side: one column each, a figure a line. */
export function CompareTable({ details, symbols }: { readonly details: readonly IndustryDetailFigures[]; readonly symbols: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = details.map((detail) => ({ industry: detail.industry, figures: industryFigures(t, symbols, detail) }));
  return (
    <div className={styles.scroller} tabIndex={-1}>
      <table aria-label={t('industries.view.compare')} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('rank.column.industry')}</th>
            {columns.map(({ industry }) => <th key={industry} scope="col">{industryName(industry, language)}</th>)}
          </tr>
        </thead>
        <tbody>
          {columns[0]?.figures.map(({ name }, line) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map(({ industry, figures }) => <td key={industry}>{figures[line]?.value}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
