import { Popover } from '@base-ui/react/popover';
import { ChartSpline, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../analysis/indicators/indicator.ts';
import type { ErrorReply } from '../../../shared/app-error.ts';
import { SearchField } from '../../components/search-field.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ActiveIndicator } from './active-indicator.tsx';
import { menuIndicators, type ChartSettings } from './chart-settings.ts';
import { addIndicator, searchIndicators } from './chosen-list.ts';
import styles from './indicator-menu.module.css';

interface IndicatorMenuProps {
  readonly settings: ChartSettings;
  readonly refused: ReadonlyMap<string, ErrorReply>;
  readonly onWhy: (key: string) => void;
  readonly onChange: (part: Partial<ChartSettings>) => void;
}

/** The indicators on the chart with their parameters, and the whole registry to add from. */
export function IndicatorMenu({ settings, refused, onWhy, onChange }: IndicatorMenuProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const found = searchIndicators(menuIndicators, query);
  const add = (indicator: Indicator): void => onChange({ indicators: addIndicator(settings.indicators, indicator) });
  const isVolumeFound = query === '' || t('chart.volume').toLowerCase().includes(query.toLowerCase());
  return (
    <Popover.Root onOpenChange={(open) => open && setQuery('')}>
      <Popover.Trigger className={styles.trigger} title={t('chart.indicators')}>
        <ChartSpline size={16} aria-hidden />
        <span className={styles.triggerText}>{t('chart.indicators')}</span>
        <ChevronDown size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="start" sideOffset={4} className={styles.positioner}>
          <Popover.Popup className={styles.popup} aria-label={t('chart.indicators')}>
            <div className={styles.active}>
              <h2 className={styles.heading}>{t('chart.indicators.active')}</h2>
              <ul>
                {settings.indicators.map((chosen, place) => (
                  <ActiveIndicator
                    key={chosen.key}
                    chosen={chosen}
                    list={settings.indicators}
                    isFirst={place === 0}
                    isLast={place === settings.indicators.length - 1}
                    refusal={refused.get(chosen.key) ?? null}
                    benchmark={{ value: settings.benchmark, onChange: (benchmark) => onChange({ benchmark }) }}
                    onWhy={() => onWhy(chosen.key)}
                    onChange={(list) => onChange({ indicators: list })}
                  />
                ))}
              </ul>
            </div>
            <div className={styles.all}>
              <div className={styles.search}>
                <SearchField label={t('chart.indicators.search')} value={query} onChange={setQuery} onEnter={() => found[0] !== undefined && add(found[0])} />
              </div>
              <div className={styles.groups}>
                {found.length === 0 && !isVolumeFound && <p className={styles.none}>{t('chart.indicators.none', { query })}</p>}
                <Group title={t('chart.indicators.onPrice')} members={found.filter(({ pane }) => pane === 'price')} onAdd={add} />
                <Group title={t('chart.indicators.ownPane')} members={found.filter(({ pane }) => pane === 'own')} onAdd={add}>
                  {isVolumeFound && (
                    <label className={styles.item}>
                      <span>{t('chart.volume')}</span>
                      <input type="checkbox" checked={settings.volume} onChange={() => onChange({ volume: !settings.volume })} />
                    </label>
                  )}
                </Group>
              </div>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Group({ title, members, onAdd, children }: { readonly title: string; readonly members: readonly Indicator[]; readonly onAdd: (indicator: Indicator) => void; readonly children?: React.ReactNode }) {
  const language = useLanguage();
  if (members.length === 0 && (children === undefined || children === false)) return null;
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      {children}
      {members.map((indicator) => (
        <button key={indicator.id} type="button" className={styles.item} title={indicator.source} onClick={() => onAdd(indicator)}>
          <span>{indicator.name[language]}</span>
          <span className={styles.id}>{indicator.id.toUpperCase()}</span>
        </button>
      ))}
    </section>
  );
}
