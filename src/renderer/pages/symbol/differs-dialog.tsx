import { useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../analysis/indicators/indicator.ts';
import type { ParameterValue } from '../../../analysis/indicators/parameter.ts';
import type { PresetPair } from '../../../analysis/indicators/why-differs.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { indicatorTitle, type ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { namedText } from '../../i18n/named-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { ChartInput } from './chart-input-columns.ts';
import type { ChartSeries } from './chart-series.ts';
import styles from './differs-dialog.module.css';
import { differsView, type DiffersRow } from './differs-view.ts';
import { presetText } from './preset-text.ts';
import { valueFormat } from './value-format.ts';

interface DiffersDialogProps {
  readonly series: ChartSeries;
  readonly computed: ComputedIndicator;
  readonly input: ChartInput;
  /** The bar whose figure is asked about. */
  readonly index: number;
  readonly onClose: () => void;
}

/** Why a figure differs from another program's: its value under each convention, and the first bar on which two of them part. */
export function DiffersDialog({ series: { bars, reply }, computed, input, index, onClose }: DiffersDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { indicator } = computed;
  const outputs = Object.entries(indicator.outputs).filter(([, { plot }]) => plot !== 'hidden');
  const [output, setOutput] = useState(outputs[0]?.[0] ?? '');
  const { basis, source } = reply.series;
  const view = useMemo(() => differsView(computed, input, output, index, basis), [computed, input, output, index, basis]);
  const intraday = isIntraday(reply.freq);
  const clock = useMemo(() => seriesClock(intraday, reply.zone), [intraday, reply.zone]);
  const date = (at: number): string => barTimeLabel(clock(bars.time[at] ?? NaN), intraday);
  // Two decimals beyond what the chart shows: conventions part in the last digits.
  const decimals = 2 + (indicator.pane === 'price' ? seriesDecimals(bars.close) : valueFormat(Object.values(computed.columns), language).decimals);
  const figure = (value: number | null): string => formatNumber(value, decimals);
  const shown = view.rows[0]?.value ?? null;
  const nameOf = ({ preset }: DiffersRow): string => (preset === 'chart' ? t('differs.chart') : presetText(preset, t));
  const parametersOf = ({ parameters }: DiffersRow): string =>
    Object.entries(indicator.parameters).map(([name, { label }]) => `${label[language]} ${valueText(parameters[name], t)}`).join(language === 'zh' ? '，' : ', ');
  return (
    <Dialog title={t('differs.title', { name: indicatorTitle(computed, language) })} width="medium" onClose={onClose}>
      <div className={styles.content}>
        <p>{t('differs.on', { date: date(index), basis: t(`series.basis.${basis}`), bars: formatCount(bars.time.length), first: date(0), source })}</p>
        {outputs.length > 1 && (
          <div className={styles.output}>
            <span className={styles.label}>{t('differs.figure')}</span>
            <SelectField label={t('differs.figure')} value={output} choices={outputs.map(([value, { label }]) => ({ value, label: label[language] }))} onChange={setOutput} />
          </div>
        )}
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('differs.convention')}</th>
              <th scope="col">{t('differs.parameters')}</th>
              <th scope="col" className={styles.number}>{t('differs.value')}</th>
              <th scope="col" className={styles.number}>{t('differs.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.preset}>
                <th scope="row">{nameOf(row)}</th>
                <td>{parametersOf(row)}</td>
                <td className={styles.number}>{figure(row.value)}</td>
                <td className={styles.number}>{row.preset === 'chart' || row.value === null || shown === null ? '' : formatSigned(row.value - shown, decimals)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {view.pairs.length > 0 && (
          <section>
            <h2 className={styles.heading}>{t('differs.pairs')}</h2>
            <ul className={styles.pairs}>
              {view.pairs.map((pair) => <li key={pair.presets.join()}>{pairText(pair, indicator, { t, language, figure, date })}</li>)}
            </ul>
          </section>
        )}
        <p className={styles.note}>{t(view.pairs.length === 0 ? 'differs.single' : 'differs.bars')}</p>
      </div>
    </Dialog>
  );
}

/** A parameter's value: a figure, or what the choice means. */
function valueText(value: ParameterValue | undefined, t: TFunction): string {
  return typeof value === 'string' ? namedText(`parameter.option.${value}`, value, t) : String(value ?? '');
}

interface PairWords {
  readonly t: TFunction;
  readonly language: 'en' | 'zh';
  readonly figure: (value: number | null) => string;
  readonly date: (index: number) => string;
}

function pairText({ presets, because, firstBar, agreeFrom }: PresetPair, { parameters }: Indicator, { t, language, figure, date }: PairWords): string {
  const [one = '', other = ''] = presets.map((preset) => presetText(preset, t));
  if (firstBar === null) return t('differs.same', { one, other });
  const reasons = because.map(({ field, values: [left, right] }) => t('differs.because', { field: parameters[field]?.label[language] ?? field, left: valueText(left, t), right: valueText(right, t) }));
  const parting = t('differs.parts', { one, other, date: date(firstBar.index), left: figure(firstBar.values[0]), right: figure(firstBar.values[1]), because: reasons.join(language === 'zh' ? '；' : '; ') });
  return `${parting} ${agreeFrom === null ? t('differs.still') : t('differs.agree', { date: date(agreeFrom) })}`;
}
