import { useTranslation } from 'react-i18next';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { useFeedsAge } from '../../freshness/use-feeds-age.ts';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

const shown = 8;

/** The newest news of the feeds the user chose, as text. */
export function NewsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useScope();
  const { answer, reload } = useAnswer('news.list', { limit: shown, ...(asOf === undefined ? {} : { asOf }) });
  const age = useFeedsAge(useAnswer('news.feeds', {}).answer.value);
  return (
    <Panel title={t('dashboard.news')} area="news" page="news" age={age}>
      {answer.state === 'failed' && <ErrorView compact title={t('dashboard.failed')} error={answer.error} onRetry={() => void reload()} />}
      {answer.state === 'loading' && <SkeletonRows count={shown} />}
      {answer.value?.length === 0 && <p className={styles.note}>{t('dashboard.news.none')}</p>}
      <table aria-label={t('dashboard.news')} className={styles.news}>
        <tbody>
          {answer.value?.map(({ id, publishedAt, title, source, mood }) => (
            <tr key={id}>
              <td>{formatMinute(publishedAt)}</td>
              <th scope="row" title={title}>{title}</th>
              <td>{mood === null ? '–' : modelText(`sentiment.${mood}`, language)}</td>
              <td title={source}>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
