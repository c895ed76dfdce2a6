import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatMinute } from '../../shared/format/format-minute.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { useDesk } from '../desk-context.ts';
import { useAnswer } from '../stores/use-answer.ts';
import type { FigureAge } from './figure-age.ts';
import styles from './freshness-details.module.css';

const shownSources = 3;

/** What a freshness badge knows: state, day, source, when it was taken in, and when the next refresh is due. */
export function FreshnessDetails({ age: { state, sessionsBehind, asOf, oldest, sources, fetchedAt, job } }: { readonly age: FigureAge }) {
  const { t } = useTranslation();
  const isDemo = useStore(useDesk().health, ({ info }) => info?.demo ?? false);
  // What is frozen waits for no refresh.
  const { answer } = useAnswer('jobs.list', state === 'frozen' ? null : {});
  const nextAt = answer.value?.jobs.find(({ name }) => name === job)?.nextAt ?? null;
  const more = sources.length - shownSources;
  const named = sources.slice(0, shownSources).join(', ');
  const facts: readonly (readonly [string, string] | null)[] = [
    [t('fresh.state'), sessionsBehind !== null && sessionsBehind > 0 ? `${t(`fresh.${state}`)} · ${t('fresh.behind', { count: sessionsBehind, formatted: formatCount(sessionsBehind) })}` : isDemo ? t('fresh.demo') : t(`fresh.${state}`)],
    [t('fresh.asOf'), dayOrMinute(asOf)],
    oldest === null ? null : [t('fresh.oldest.name'), dayOrMinute(oldest)],
    sources.length === 0 ? null : [t('fresh.source', { count: sources.length }), more > 0 ? t('fresh.source.more', { named, more: formatCount(more) }) : named],
    fetchedAt === null ? null : [t('fresh.fetched'), `${formatMinute(fetchedAt)} UTC`],
    answer.value === null ? null : [t('fresh.next'), answer.value.paused ? t('fresh.next.paused') : nextAt === null ? t('fresh.next.none') : `${formatMinute(nextAt)} UTC`],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => fact !== null && (
        <div key={fact[0]} className={styles.fact}>
          <dt className={styles.name}>{fact[0]}</dt>
          <dd>{fact[1]}</dd>
        </div>
      ))}
    </dl>
  );
}

function dayOrMinute(text: string): string {
  return text.length === 10 ? text : `${text.slice(0, 16).replace('T', ' ')} UTC`;
}
