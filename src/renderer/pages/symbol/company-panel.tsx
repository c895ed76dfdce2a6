import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/app-error.ts';
import type { FlowAnswer, FundamentalsAnswer } from '../../../shared/contract/company.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Loadable } from '../../stores/loadable.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { FetchCompany } from './fetch-company.tsx';
import { ModelBasis } from './models/model-basis.tsx';
import layout from './company-panel.module.css';
import styles from './models/model-panel.module.css';

const ratios = ['priceToBook', 'priceToSales', 'grossMargin', 'netMargin', 'revenueGrowth5', 'profitGrowth5'] as const;
const flowRows = ['superLarge', 'large', 'medium', 'small'] as const;

/** What a company's reports say of it, and where the money in its shares went; as known on the day a replay has reached. */
export function CompanyPanel({ symbol, asOf }: { readonly symbol: string; readonly asOf: string | null }) {
  const { t } = useTranslation();
  const input = { symbol, ...(asOf === null ? {} : { asOf }) };
  const fundamentals = useAnswer('company.fundamentals', input);
  const flow = useAnswer('company.flow', input);
  return (
    <div className={layout.panel}>
      <div>
        <Part answer={fundamentals.answer} symbol={symbol} title={t('company.fundamentals.failed')} fetch={asOf === null ? <FetchCompany key={symbol} symbol={symbol} /> : null}>
          {(answer) => <Fundamentals answer={answer} />}
        </Part>
      </div>
      <div>
        <Part answer={flow.answer} symbol={symbol} title={t('company.flow.failed')}>
          {(answer) => <Flow answer={answer} />}
        </Part>
      </div>
    </div>
  );
}

interface PartProps<Answer> {
  readonly answer: Loadable<Answer>;
  readonly symbol: string;
  /** What is said where there is no answer. */
  readonly title: string;
  /** What would bring an answer, where a person can ask for it. */
  readonly fetch?: ReactNode;
  readonly children: (answer: Answer) => ReactNode;
}

function Part<Answer extends { readonly symbol: string }>({ answer, symbol, title, fetch = null, children }: PartProps<Answer>) {
  const language = useLanguage();
  // What is not there is no failure: it is said, with what would bring it.
  if (answer.state === 'failed' && answer.error.code.endsWith('.none')) {
    return (
      <div className={styles.column}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.note}>{errorText(answer.error.code, answer.error.params, language)}</p>
        {fetch}
      </div>
    );
  }
  if (answer.state === 'failed') return <ErrorView compact title={title} error={answer.error} />;
  return answer.state === 'loading' || answer.value.symbol !== symbol ? <SkeletonRows /> : children(answer.value);
}

function Fundamentals({ answer }: { readonly answer: FundamentalsAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { points, judged, maximum, rows, periodEnd, publishedAt, isDated, reportSource, restated, years } = answer;
  return (
    <div className={styles.column}>
      <p className={styles.headline}>
        <span className={styles.large}>{formatNumber(answer.percent, 0)}%</span>
        <span className={styles.note}>{t('company.points', { points: formatNumber(points, 0), judged: formatNumber(judged, 0), maximum })}</span>
      </p>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('company.fundamentals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('company.column.rule')}</th>
            <th scope="col" className={styles.figure}>{t('company.column.value')}</th>
            <th scope="col" className={styles.figure}>{t('company.column.points')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, input, contribution, maximum: most }) => (
            <tr key={code}>
              <th scope="row">{modelText(code, language)}</th>
              <td className={styles.figure}>{formatNumber(input, 2)}</td>
              <td className={styles.figure}>{input === null ? '–' : `${formatNumber(contribution, 0)} / ${formatNumber(most, 0)}`}</td>
            </tr>
          ))}
          {ratios.map((ratio) => (
            <tr key={ratio}>
              <th scope="row">{t(`company.ratio.${ratio}`)}</th>
              <td className={styles.figure}>{formatNumber(answer[ratio], 2)}</td>
              <td className={styles.figure}>–</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{t(isDated ? 'company.report' : 'company.reportSeen', { period: periodEnd, published: publishedAt.slice(0, 10), source: reportSource })}</p>
      {restated > 0 && <p className={styles.mark}>{t('company.restated', { count: restated, years })}</p>}
      <ModelBasis header={answer} />
    </div>
  );
}

function Flow({ answer }: { readonly answer: FlowAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = [{ name: 'main', ...answer.main } as const, ...flowRows.map((name) => ({ name, ...answer.sizes[name] }))];
  return (
    <div className={styles.column}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('company.flow', { days: answer.days, to: answer.to })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('company.flow.size')}</th>
            <th scope="col" className={styles.figure}>{t('company.flow.net')}</th>
            <th scope="col" className={styles.figure}>{t('company.flow.percent')}</th>
            <th scope="col" className={styles.figure}>{t('company.flow.days')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, net, meanPercent, positiveDays, negativeDays }) => (
            <tr key={name}>
              <th scope="row">{t(`company.flow.${name}`)}</th>
              <td className={styles.figure}><DirectionText value={net} text={`${net > 0 ? '+' : ''}${formatAmount(net, language)}`} /></td>
              <td className={styles.figure}>{formatNumber(meanPercent, 2)}</td>
              <td className={styles.figure}>{`${positiveDays} / ${negativeDays}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{t('company.flow.hint', { source: answer.flowSource })}</p>
    </div>
  );
}
