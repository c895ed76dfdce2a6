import { useTranslation } from 'react-i18next';
import type { ConeFigures } from '../../../../shared/contract/model-figures.ts';
import { changeShare, formatChange, formatPercent } from '../../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../../shared/format/format-number.ts';
import { Fact, FactsList } from '../facts-list.tsx';
import { ModelBasis } from './model-basis.tsx';
import styles from './model-panel.module.css';
import { ModelView } from './model-view.tsx';
import type { ModelState } from './use-model.ts';

interface ScenarioPanelProps {
  readonly state: ModelState<'scenario'>;
  readonly decimals: number;
  /** Whether the chart shows the prices the cone was drawn from. */
  readonly isDrawn: boolean;
}

/** Returns needed before a cone is drawn: one bar more than that. */
const leastBars = 61;

/** Where the symbol's own past would lead: prices by percentile, how often earlier cones held, and the seed that draws it again. */
export function ScenarioPanel({ state, decimals, isDrawn }: ScenarioPanelProps) {
  const { t } = useTranslation();
  return (
    <ModelView state={state} title={t('scenario.title')}>
      {(scenario) => {
        const { cone } = scenario;
        if (cone === null) return <p className={styles.note}>{t('scenario.none', { needed: leastBars, bars: formatCount(scenario.bars) })}</p>;
        return (
          <div className={styles.panel} data-layout="half">
            <div className={styles.column}>
              <p className={styles.note}>{t('scenario.hint')}</p>
              {!isDrawn && <p className={styles.mark}>{t('levels.notDrawn')}</p>}
              <FactsList>
                <Fact name={t('scenario.seed')}>{cone.seed}</Fact>
                <Fact name={t('scenario.paths')}>{formatCount(cone.paths)}</Fact>
                <Fact name={t('scenario.deviation')}>{formatPercent(cone.dailyDeviation, 2)}</Fact>
              </FactsList>
              <ModelBasis header={scenario} />
            </div>
            <ConeTable cone={cone} dates={scenario.dates} decimals={decimals} />
            <CoverageTable coverage={cone.coverage} />
          </div>
        );
      }}
    </ModelView>
  );
}

function ConeTable({ cone: { bands, close, percentiles }, dates, decimals }: { readonly cone: ConeFigures; readonly dates: readonly string[] | null; readonly decimals: number }) {
  const { t } = useTranslation();
  const steps = [...new Set([5, 10, 20, 40, bands.length])].filter((step) => step <= bands.length);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('scenario.cone')}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.figure}>{t('scenario.column.ahead')}</th>
          {percentiles.map((percentile) => <th key={percentile} scope="col" className={styles.figure}>{t('scenario.column.percentile', { percentile })}</th>)}
          <th scope="col" className={styles.figure}>{t('scenario.column.range')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const band = bands[step - 1] ?? [];
          return (
            <tr key={step}>
              <th scope="row" className={styles.figure}>{step}{dates !== null && ` · ${dates[step - 1] ?? ''}`}</th>
              {percentiles.map((percentile, place) => <td key={percentile} className={styles.figure}>{formatNumber(band[place] ?? null, decimals)}</td>)}
              <td className={styles.figure}>{formatChange(changeShare(band[0] ?? null, close), 1)} … {formatChange(changeShare(band[4] ?? null, close), 1)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function CoverageTable({ coverage }: { readonly coverage: ConeFigures['coverage'] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.column}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('scenario.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.figure}>{t('scenario.column.ahead')}</th>
            <th scope="col" className={styles.figure}>{t('scenario.column.inside90')}</th>
            <th scope="col" className={styles.figure}>{t('scenario.column.inside50')}</th>
            <th scope="col" className={styles.figure}>{t('scenario.column.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ horizon, inside90, inside50, samples }) => (
            <tr key={horizon}>
              <th scope="row" className={styles.figure}>{horizon}</th>
              <td className={styles.figure}>{formatPercent(inside90)}</td>
              <td className={styles.figure}>{formatPercent(inside50)}</td>
              <td className={styles.figure}>{formatCount(samples)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{t('scenario.coverage.hint')}</p>
    </div>
  );
}
