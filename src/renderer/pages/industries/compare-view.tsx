import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { ScanFrame } from '../scan/scan-frame.tsx';
import { CheckField } from '../symbol/check-field.tsx';
import { CompareTable } from './compare-table.tsx';
import styles from './compare-view.module.css';
import { NoIndustries } from './no-industries.tsx';

const [least, most] = [2, 5];

/** Two to five industries side by side. */
export function CompareView({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
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
          <div className={styles.view}>
            <fieldset className={styles.choices}>
              <legend className={styles.legend}>{t('industries.compare.choose', { count: chosen.length, most })}</legend>
              {names.map((industry) => <CheckField key={industry} label={industryName(industry, language)} checked={chosen.includes(industry)} onChange={(on) => toggle(industry, on)} />)}
            </fieldset>
            {details.length > 0 && <CompareTable details={details} symbols={heat.value?.symbols ?? 0} />}
          </div>
        )
      }
    </ScanFrame>
  );
}
