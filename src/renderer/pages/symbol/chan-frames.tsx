import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/app-error.ts';
import type { ResonanceLevel, ResonanceMark } from '../../../shared/contract/chan.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { missingText } from '../../../shared/format/missing.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './chan-frames.module.css';
import panel from './chan-panel.module.css';
import type { ChartSeries } from './chart-series.ts';
import { useAnswer } from './use-answer.ts';

interface ChanFramesProps {
  readonly series: ChartSeries;
  readonly options: string;
  /** The day a replay has reached. */
  readonly asOf: string | null;
}

/** How the structures of several timeframes agree, and how far down the latest point of the longest can be followed. */
export function ChanFrames({ series: { reply }, options, asOf }: ChanFramesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { transport } = useDesk();
  const { symbol } = reply.series;
  const { freq } = reply;
  // As of a day, not of a minute: a replay of intraday bars would see the rest of its day.
  const isAsked = asOf === null || !isIntraday(freq);
  const answer = useAnswer(isAsked ? [symbol, freq, reply.version, options, asOf].join(' ') : null, () =>
    transport.invoke('chan.resonance', { symbol, freq, ...(options === '' ? {} : { config: options }), ...(asOf === null ? {} : { asOf }) }),
  );
  if (!isAsked) return <p className={panel.note}>{t('hama.frames.replay')}</p>;
  if (answer.state === 'failed') return <p className={panel.note}>{errorText(answer.error.code, answer.error.params, language)}</p>;
  if (answer.state === 'loading') return <p className={panel.note}>{t('chan.log.loading')}</p>;
  const { direction, agreement, depth, levels } = answer.value;
  const arrow = (value: 'up' | 'down' | null): React.ReactNode =>
    value === null ? missingText : <DirectionText value={value === 'up' ? 1 : -1} text={`${value === 'up' ? '▲' : '▼'} ${t(`chan.${value}`)}`} />;
  return (
    <div className={styles.frames}>
      <p>
        {direction === 'mixed' ? t('chan.frames.mixed', { share: formatPercent(agreement, 0) }) : t(`chan.frames.${direction}`)}
        {' '}
        {t('chan.frames.depth', { count: depth })}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['frame', 'segment', 'stroke', 'zone', 'latest', 'nested'] as const).map((name) => <th key={name} scope="col">{t(`chan.frames.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {levels.map((level: ResonanceLevel) => (
            <tr key={level.freq} data-current={level.freq === freq || undefined}>
              <th scope="row">{t(`chart.frequency.${level.freq}`)}</th>
              <td>{arrow(level.segment)}</td>
              <td>{arrow(level.stroke)}</td>
              <td>{level.zone === null ? missingText : t(`chan.zone.${level.zone}`)}</td>
              <td><Mark mark={level.latest} /></td>
              <td><Mark mark={level.nested} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ mark }: { readonly mark: ResonanceMark | null }) {
  const { t } = useTranslation();
  if (mark === null) return missingText;
  const { side, types, date, age, isProvisional } = mark;
  const name = `${t(`chan.${side}`)}${types.join('/')}${isProvisional ? '?' : ''}`;
  return (
    <>
      <DirectionText value={side === 'buy' ? 1 : -1} text={name} /> {t('chan.frames.age', { date: (date ?? '').slice(0, 16).replace('T', ' '), count: age })}
    </>
  );
}
