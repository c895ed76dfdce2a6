import { useTranslation } from 'react-i18next';
import type { SeriesInfo } from '../../../shared/contract/bars.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { canMake } from './offered-frequencies.ts';

interface SourceMenuProps {
  readonly current: SeriesInfo;
  readonly stored: readonly SeriesInfo[];
  readonly freq: Frequency;
  readonly onChange: (id: number) => void;
}

/** Which of several stored series is shown, by where it comes from and what its prices are adjusted for; nothing where there is one. */
export function SourceMenu({ current, stored, freq, onChange }: SourceMenuProps) {
  const { t } = useTranslation();
  const candidates = stored.filter((series) => series.bars > 0 && canMake(series.freq, freq));
  if (candidates.length < 2) return null;
  const text = ({ source, basis }: SeriesInfo): string => `${source} · ${t(`series.basis.${basis}`)}`;
  return (
    <ChoiceMenu
      label={t('chart.source')}
      text={current.origin}
      value={String(current.id)}
      tools={candidates.map((series) => ({ value: String(series.id), label: text(series) }))}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
