import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetailActions, DetailPart, DetailView } from '../../frame/detail-view.tsx';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import { timeText } from './job-texts.ts';
import styles from './jobs-page.module.css';

/** What can be cleared, and the chosen value as it is held. */
export function CacheDetail() {
  const { t } = useTranslation();
  const { cache } = useDesk();
  const { region, text, list, chosen, value, statistics } = useStore(cache);
  const held = (statistics.value?.regions ?? []).reduce((sum, { memory, disk }) => sum + Math.max(memory.entries, disk.entries), 0);
  const symbol = value.value?.symbol ?? null;
  return (
    <DetailView title={chosen?.key ?? (region === null ? null : t(`cache.region.${region}`))}>
      {chosen === null && region === null && <p className={styles.muted}>{t('cache.choose.hint')}</p>}
      {chosen !== null && value.state === 'failed' && <ErrorView compact error={value.error} onRetry={() => void cache.getState().choose(chosen.region, chosen.key)} />}
      {chosen !== null && value.value !== null && (
        <>
          <FactsList>
            <Fact name={t('cache.column.region')}>{t(`cache.region.${value.value.region}`)}</Fact>
            <Fact name={t('cache.column.age')}>{t(`cache.age.${value.value.age}`)}</Fact>
            <Fact name={t('cache.column.fetched')}>{timeText(value.value.fetchedAt)}</Fact>
            <Fact name={t('cache.column.source')}>{value.value.source}</Fact>
            <Fact name={t('cache.column.levels')}>{value.value.levels.map((level) => t(`cache.level.${level}`)).join(', ')}</Fact>
          </FactsList>
          <DetailPart title={t('cache.value')}>
            <pre className={styles.json}>{value.value.json}</pre>
          </DetailPart>
        </>
      )}
      <DetailPart title={t('cache.clear')}>
        <DetailActions>
          {symbol !== null && <ClearButton label={t('cache.clear.symbol')} filter={{ symbol }} count={null} />}
          {region !== null && <ClearButton label={t('cache.clear.region')} filter={{ region }} count={text === '' ? (list.value?.total ?? null) : null} />}
          {text !== '' && <ClearButton label={t('cache.clear.matching')} filter={{ prefix: text, ...(region === null ? {} : { region }) }} count={null} />}
          <ClearButton label={t('cache.clear.all')} filter={{}} count={held} />
        </DetailActions>
      </DetailPart>
    </DetailView>
  );
}

/** Clearing asks once more where it is known how much goes. */
function ClearButton({ label, filter, count }: { readonly label: string; readonly filter: MethodInput<'cache.clear'>; readonly count: number | null }) {
  const { t } = useTranslation();
  const { cache, notices } = useDesk();
  const [asked, setAsked] = useState(false);
  const clear = (): void => {
    setAsked(false);
    void cache.getState().clear(filter).catch(notices.getState().showThrown);
  };
  if (asked && count !== null) return <Button look="primary" onClick={clear} onBlur={() => setAsked(false)}>{t('cache.clear.sure', { count, formatted: formatCount(count) })}</Button>;
  return <Button icon={<Trash2 size={16} aria-hidden />} disabled={count === 0} onClick={() => (count === null ? clear() : setAsked(true))}>{label}</Button>;
}
