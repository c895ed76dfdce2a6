import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sparkline } from '../../components/sparkline.tsx';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { ScanFrame } from '../scan/scan-frame.tsx';
import styles from '../scan/scan-tools.module.css';
import { CheckField } from '../symbol/check-field.tsx';
import compare from './compare-view.module.css';
import { IndustryFacts } from './industry-facts.tsx';
import { NoIndustries } from './no-industries.tsx';

const [least, most] = [2, 5];

/** Two to five industries side by side. */
export function CompareView({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation();
  const scope = useScope();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { answer: heat, reload: reloadHeat, isOther } = useAnswer('industries.heat', scope);
  const isEnough = chosen.length >= least;
  const { answer, reload } = useAnswer('industries.compare', isEnough ? { ...scope, industries: [...chosen] } : null);
  const names = heat.value?.rows.map(({ industry }) => industry) ?? [];
  const toggle = (industry: string, on: boolean): void => setChosen(on ? [...chosen, industry].slice(-most) : chosen.filter((one) => one !== industry));
  const shown = heat.value !== null && isEnough && answer.state === 'failed' ? { state: 'failed' as const, value: heat.value, error: answer.error } : heat;
  const details = isEnough ? (answer.value?.details.filter(({ industry }) => chosen.includes(industry)) ?? []) : [];
  return (
    <ScanFrame title={t('nav.industries')} hint={t('industries.compare.hint', { least, most })} answer={shown} isOther={isOther} onRetry={() => void (isEnough ? reload() : reloadHeat())} onExport={null} tools={choice}>
      {() =>
        names.length === 0 ? (
          <NoIndustries />
        ) : (
          <div className={compare.view}>
            <fieldset className={compare.choices}>
              <legend className={compare.legend}>{t('industries.compare.choose', { count: chosen.length, most })}</legend>
              {names.map((industry) => <CheckField key={industry} label={industry} checked={chosen.includes(industry)} onChange={(on) => toggle(industry, on)} />)}
            </fieldset>
            <div className={compare.columns}>
              {details.map((detail) => (
                <section key={detail.industry} aria-label={detail.industry} className={compare.column}>
                  <h2 className={styles.title}>{detail.industry}</h2>
                  <IndustryFacts detail={detail} />
                  <p className={styles.row}>
                    <span className={styles.note}>{t('industries.averageRank')}</span> <Sparkline values={detail.trend.map(({ averageRank }) => -(averageRank ?? NaN))} />
                  </p>
                </section>
              ))}
            </div>
          </div>
        )
      }
    </ScanFrame>
  );
}
