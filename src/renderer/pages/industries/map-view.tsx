import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { ScanFrame } from '../scan/scan-frame.tsx';
import { IndustryMap } from './industry-map.tsx';
import { NoIndustries } from './no-industries.tsx';

export interface IndustryViewProps {
  /** The choice between the views. */
  readonly choice: ReactNode;
  readonly selected: string | null;
  readonly onSelect: (industry: string) => void;
}

/** Industries by traded value and change. */
export function MapView({ choice, selected, onSelect }: IndustryViewProps) {
  const { t } = useTranslation();
  const scope = useScope();
  const { answer, isOther, reload } = useAnswer('industries.heat', scope);
  return (
    <ScanFrame title={t('nav.industries')} hint={t('industries.map.hint')} answer={answer} isOther={isOther} onRetry={() => void reload()} onExport={null} tools={choice}>
      {({ rows }) => (rows.length === 0 ? <NoIndustries /> : <IndustryMap rows={rows} selected={selected} onSelect={onSelect} />)}
    </ScanFrame>
  );
}
