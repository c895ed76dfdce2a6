import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { detectors } from '../../../shared/contract/detector-figures.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { errorReplyOf } from '../../stores/error-reply.ts';
import { RunProgress } from '../../tasks/run-progress.tsx';
import { itemKey, type ScanItem } from './scan-item.ts';
import styles from './scan-list.module.css';

/** Everything that can be scanned for: ranking, signals, detectors, the rules that come with the app, the user's own. */
export function ScanList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scan, scope, layout, notices, tasks } = useDesk();
  const { rules, item, counts, counting } = useStore(scan);
  const { choose, edit } = scan.getState();
  useEffect(() => void scan.getState().load(), [scan]);
  const current = itemKey(item);
  const entry = (one: ScanItem, label: string, count: number | null = null) => (
    <li key={itemKey(one)}>
      <button
        type="button"
        aria-current={itemKey(one) === current ? 'true' : undefined}
        className={styles.entry}
        onClick={() => {
          choose(one);
          layout.getState().setDrawer(null);
        }}
      >
        <span className={styles.name}>{label}</span>
        {count !== null && <span className={styles.count}>{formatCount(count)}</span>}
      </button>
    </li>
  );
  const named = rules.value ?? [];
  const own = named.filter(({ ready }) => !ready);
  const write = (): void => {
    edit({ name: '', text: '' });
    layout.getState().setDrawer(null);
  };
  const countAll = (): void => {
    scan.getState().count(scope.getState()).catch((thrown: unknown) => {
      // Whoever stopped it knows.
      if (errorReplyOf(thrown).code !== 'app.cancelled') notices.getState().showThrown(thrown);
    });
  };
  const stopCounting = (): void => {
    if (counting !== null) tasks.getState().cancel(counting).catch(notices.getState().showThrown);
  };
  return (
    <nav aria-label={t('scan.list')} className={styles.list}>
      <ul className={styles.group}>
        {entry({ kind: 'ranks' }, t('scan.ranks'))}
        {entry({ kind: 'signals' }, t('scan.signals'))}
      </ul>
      <h2 className={styles.title}>{t('scan.detectors')}</h2>
      <ul className={styles.group}>{detectors.map((detector) => entry({ kind: 'detector', detector }, t(`detector.${detector}`)))}</ul>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('scan.readyRules')}</h2>
        <Button look="quiet" disabled={counting !== null} onClick={countAll}>{counting !== null ? t('scan.counting') : t('scan.count')}</Button>
      </div>
      <RunProgress task={counting === '' ? null : counting} label={t('scan.counting')} onCancel={stopCounting} />
      {rules.state === 'failed' && <ErrorView compact title={t('scan.rules.failed')} error={rules.error} onRetry={() => void scan.getState().load()} />}
      <ul className={styles.group}>
        {named.filter(({ ready }) => ready).map(({ name }) => entry({ kind: 'rule', name }, modelText(`readyRule.${name}`, language), counts?.byRule.get(name) ?? null))}
      </ul>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('scan.ownRules')}</h2>
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={write}>{t('rule.new')}</Button>
      </div>
      {own.length === 0 && item.kind !== 'draft' && <p className={styles.note}>{t('scan.ownRules.none')}</p>}
      <ul className={styles.group}>
        {item.kind === 'draft' && entry({ kind: 'draft' }, t('rule.draft'))}
        {own.map(({ name, lastRun }) => entry({ kind: 'rule', name }, name, lastRun?.matches ?? null))}
      </ul>
    </nav>
  );
}
