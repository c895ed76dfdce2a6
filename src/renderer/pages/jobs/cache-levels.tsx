import { useTranslation } from 'react-i18next';
import type { CacheLevelState, CacheStatistics } from '../../../shared/contract/cache.ts';
import { formatBytes } from '../../../shared/format/format-bytes.ts';
import { formatDuration } from '../../../shared/format/format-duration.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { joinWords } from '../../../shared/i18n/join-words.ts';
import { machineProfiles } from '../../../shared/machine-profiles.ts';
import { Button } from '../../components/button.tsx';
import { StatusText } from '../../components/status-text.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './jobs-page.module.css';

const small = machineProfiles.small;
const dots = { ok: 'good', degraded: 'warn', off: 'none' } as const;

/** How the levels stand, the machine's profile, and the small one where the machine speaks for it. */
export function CacheLevels({ statistics: { levels, profile, chosenProfile, proposal } }: { readonly statistics: CacheStatistics }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { transport, cache, notices } = useDesk();
  const use = (name: string): void =>
    void transport
      .invoke('settings.set', { key: 'machine.profile', value: name })
      .then(() => cache.getState().load())
      .catch(notices.getState().showThrown);
  const levelText = ({ state, entries, bytes, byteCap, problem }: CacheLevelState): string => {
    if (state === 'ok') return t('cache.level.ok', { count: entries, entries: formatCount(entries), bytes: formatBytes(bytes), cap: formatBytes(byteCap) });
    return state === 'off' ? t('cache.level.off') : t('cache.level.degraded', { problem: problem ?? '' });
  };
  const because = joinWords(proposal.because.map((reason) => t(`machine.because.${reason}`, { cores: proposal.cores, memory: formatBytes(proposal.memoryBytes) })), language);
  return (
    <div className={styles.levels}>
      <ul className={styles.levelList}>
        {levels.map((level) => (
          <li key={level.level}>
            <StatusText state={dots[level.state]}>{`${t(`cache.level.${level.level}`)}: ${levelText(level)}`}</StatusText>
          </li>
        ))}
        <li>{t('machine.inUse', { name: t(`machine.${profile.name}`) })}</li>
      </ul>
      {chosenProfile !== profile.name && <p role="status" className={styles.muted}>{t('machine.nextStart')}</p>}
      {profile.name === 'small' && chosenProfile === 'small' && <Button onClick={() => use('normal')}>{t('machine.use.normal')}</Button>}
      {proposal.name === 'small' && chosenProfile === 'normal' && (
        <div className={styles.proposal}>
          <p>
            {t('machine.proposal', {
              because, workers: small.workers, batch: small.batch, poll: formatDuration(small.pollMs, language),
              entries: formatCount(small.cacheEntries), quotes: formatDuration(small.quoteMs, language),
            })}
          </p>
          <Button onClick={() => use('small')}>{t('machine.use.small')}</Button>
        </div>
      )}
    </div>
  );
}
