import { Pencil, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { Button } from '../../components/button.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { runTask } from '../../stores/run-task.ts';
import { useRun } from '../../stores/use-run.ts';
import { useScope } from '../../universe/use-scope.ts';
import { BacktestView } from './backtest-view.tsx';
import { RuleMatches } from './rule-matches.tsx';
import styles from './scan-tools.module.css';

const views = ['matches', 'backtest'] as const;
type View = (typeof views)[number];

/** A rule that has a name: what it finds today, what entered and left since the last kept run. */
export function RuleView({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scan, transport, notices } = useDesk();
  const scope = useScope();
  const [isKeeping, setKeeping] = useState(false);
  const [view, setView] = useState<View>('matches');
  const rule = useStore(scan, ({ rules }) => rules.value?.find((one) => one.name === name));
  const run = useRun('scan.run', { ...scope, rule: name });
  const title = rule?.ready === false ? name : modelText(`readyRule.${name}`, language);
  const keep = async (): Promise<void> => {
    setKeeping(true);
    try {
      await runTask(transport, 'scan.run', { ...scope, rule: name, keep: true }, () => undefined);
      await scan.getState().load();
    } finally {
      setKeeping(false);
    }
  };
  const text = rule?.text ?? run.answer.value?.scans[0]?.text ?? '';
  const choice = <SegmentedControl label={t('rule.view')} value={view} segments={views.map((value) => ({ value, label: t(`rule.view.${value}`) }))} onChange={setView} />;
  if (view === 'backtest') return <BacktestView title={title} text={text} choice={choice} />;
  const tools = (
    <div className={styles.stack}>
      <div className={styles.row}>{choice}</div>
      <code className={styles.code}>{text}</code>
      <div className={styles.row}>
        <Button icon={<Save size={16} aria-hidden />} disabled={isKeeping || run.answer.value === null} onClick={() => void keep().catch(notices.getState().showThrown)}>
          {t('rule.keepRun')}
        </Button>
        <Button look="quiet" icon={<Pencil size={16} aria-hidden />} onClick={() => scan.getState().edit({ name: rule?.ready === false ? name : '', text })}>
          {rule?.ready === false ? t('rule.edit') : t('rule.copy')}
        </Button>
        {rule?.ready === false && (
          <Button look="quiet" icon={<Trash2 size={16} aria-hidden />} onClick={() => void scan.getState().remove(name).catch(notices.getState().showThrown)}>
            {t('rule.remove')}
          </Button>
        )}
        {rule !== undefined && rule.lastRun !== null && <span className={styles.note}>{t('rule.lastRun', { date: rule.lastRun.asOf, count: rule.lastRun.matches })}</span>}
      </div>
    </div>
  );
  return <RuleMatches title={title} run={run} tools={tools} />;
}
