import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndustryHeatRow } from '../../../shared/contract/industries.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { changeStep } from './change-step.ts';
import styles from './industry-map.module.css';
import { treemapLayout } from './treemap-layout.ts';

interface IndustryMapProps {
  readonly rows: readonly IndustryHeatRow[];
  readonly selected: string | null;
  readonly onSelect: (industry: string) => void;
}

/** Industries as areas by traded value, coloured by the mean change of their members; each says both. */
export function IndustryMap({ rows, selected, onSelect }: IndustryMapProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const tiles = treemapLayout(rows, ({ amount }) => amount, size.width, size.height);
  return (
    <div ref={host} role="list" aria-label={t('industries.map')} className={styles.map}>
      {tiles.map(({ item: { industry, changePercent, amount }, x, y, width, height }) => {
        const change = formatChange(changePercent === null ? null : changePercent / 100);
        const name = industryName(industry, language);
        const text = `${name}, ${change}, ${t('industries.amount', { amount: formatAmount(amount, language) })}`;
        return (
          <div key={industry} role="listitem" className={styles.place} style={{ left: x, top: y, width, height }}>
            <button type="button" aria-pressed={industry === selected} aria-label={text} title={text} data-step={changeStep(changePercent) ?? 'none'} data-narrow={width < 64 || undefined} className={styles.tile} onClick={() => onSelect(industry)}>
              <span className={styles.name}>{name}</span>
              <span className={styles.change}>{change}</span>
              {height > 70 && width > 64 && <span className={styles.amount}>{formatAmount(amount, language, 1)}</span>}
            </button>
          </div>
        );
      })}
    </div>
  );
}
