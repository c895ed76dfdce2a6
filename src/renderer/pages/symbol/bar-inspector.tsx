import { Scale } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { LegendItem, Overlay } from '../../charts/overlay.ts';
import { indicatorTitle, type ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { barFacts } from './bar-facts.ts';
import styles from './bar-inspector.module.css';
import { ChanFacts } from './chan-facts.tsx';
import type { ChanView } from './chan-view.ts';
import type { ChartSeries } from './chart-series.ts';
import type { CursorStore } from './cursor.ts';
import { Fact, FactsList } from './facts-list.tsx';
import { valueFormat } from './value-format.ts';

interface BarInspectorProps {
  readonly series: ChartSeries;
  readonly computed: readonly ComputedIndicator[];
  readonly overlays: readonly Overlay[];
  readonly chan: ChanView | null;
  readonly cursor: CursorStore;
  /** Asks why an indicator's figure differs from another program's. */
  readonly onWhy: (key: string) => void;
}

/** Everything known about the bar under the cursor, else the newest, and about its series. */
export function BarInspector({ series, computed, overlays, chan, cursor, onWhy }: BarInspectorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bars, reply } = series;
  const pointed = useStore(cursor, (state) => state.index ?? state.selected);
  const newest = bars.time.length - 1;
  const index = pointed === null ? newest : Math.min(pointed, newest);
  const intraday = isIntraday(reply.freq);
  const clock = useMemo(() => seriesClock(intraday, reply.zone), [intraday, reply.zone]);
  const decimals = useMemo(() => seriesDecimals(bars.close), [bars]);
  const formats = useMemo(() => computed.map((indicator) => (indicator.indicator.pane === 'price' ? (value: number) => formatNumber(value, decimals) : valueFormat(Object.values(indicator.columns), language).format)), [computed, decimals, language]);
  const dateOf = useCallback((time: number): string => barTimeLabel(clock(time), intraday), [clock, intraday]);
  const facts = barFacts(bars, index, clock, intraday);
  const price = (value: number): string => formatNumber(value, decimals);
  return (
    <div className={styles.inspector}>
      <section>
        <h2 className={styles.title}>
          {facts.date}
          {index === newest && <span className={styles.tag}>{t('bar.newest')}</span>}
        </h2>
        <FactsList>
          <Fact name={t('bar.open')}>{price(facts.open)}</Fact>
          <Fact name={t('bar.high')}>{price(facts.high)}</Fact>
          <Fact name={t('bar.low')}>{price(facts.low)}</Fact>
          <Fact name={t('bar.close')}>{price(facts.close)}</Fact>
          <Fact name={t('bar.change')}><DirectionText value={facts.change} text={formatSigned(facts.change, decimals)} /></Fact>
          <Fact name={t('bar.changeShare')}><DirectionText value={facts.changeShare} text={formatChange(facts.changeShare)} /></Fact>
          <Fact name={t('bar.range')}>{formatPercent(facts.rangeShare, 2)}</Fact>
          <Fact name={t('bar.volume')}>{formatAmount(facts.volume, language)}</Fact>
          {Number.isFinite(facts.amount) && <Fact name={t('bar.amount')}>{formatAmount(facts.amount, language)}</Fact>}
        </FactsList>
        {facts.flags.map((flag) => (
          <p key={flag} className={styles.flag}>{t(`bar.flag.${flag}`)}</p>
        ))}
      </section>
      {overlays.map((overlay) => (
        <OverlayFacts key={overlay.id} items={overlay.legend(index)} />
      ))}
      {chan?.kind === 'ready' && <ChanFacts structure={chan.structure} index={index} date={dateOf} />}
      {computed.length > 0 && (
        <section>
          <h2 className={styles.title}>{t('chart.indicators')}</h2>
          <FactsList>
            {computed.flatMap((indicator, place) => {
              const outputs = Object.entries(indicator.indicator.outputs).filter(([, { plot }]) => plot !== 'hidden');
              const title = indicatorTitle(indicator, language);
              return outputs.map(([name, { label }], at) => (
                <Fact
                  key={`${indicator.key}/${name}`}
                  name={outputs.length === 1 ? title : `${title} · ${label[language]}`}
                  action={at === 0 && <IconButton label={t('differs.ask', { name: title })} icon={<Scale size={12} aria-hidden />} onClick={() => onWhy(indicator.key)} />}
                >
                  {formats[place]?.(indicator.columns[name]?.[index] ?? NaN)}
                </Fact>
              ));
            })}
          </FactsList>
        </section>
      )}
      <section>
        <h2 className={styles.title}>{t('series.title')}</h2>
        <FactsList>
          <Fact name={t('series.source')}>{reply.series.source}</Fact>
          <Fact name={t('series.basis')}>{t(`series.basis.${reply.series.basis}`)}</Fact>
          <Fact name={t('series.first')}>{dateOf(bars.time[0] ?? NaN)}</Fact>
          <Fact name={t('series.last')}>{dateOf(bars.time[newest] ?? NaN)}</Fact>
          <Fact name={t('series.fetched')}>{formatMinute(reply.series.fetchedAt)} UTC</Fact>
          <Fact name={t('series.flagged')}>{formatCount(reply.series.flagged.filled + reply.series.flagged.range + reply.series.flagged.amount)}</Fact>
        </FactsList>
      </section>
    </div>
  );
}

/** What an overlay's legend says of the bar: its first item names it. */
function OverlayFacts({ items: [first, ...others] }: { readonly items: readonly LegendItem[] }) {
  if (first === undefined) return null;
  return (
    <section>
      <h2 className={styles.title}>
        {first.label}
        <span className={styles.tag}>{[first.value, ...others.filter(({ label }) => label === '').map(({ value }) => value)].filter((text) => text !== '').join(' · ')}</span>
      </h2>
      <FactsList>
        {others.filter(({ label }) => label !== '').map(({ label, value }) => (
          <Fact key={label} name={label}>{value}</Fact>
        ))}
      </FactsList>
    </section>
  );
}
