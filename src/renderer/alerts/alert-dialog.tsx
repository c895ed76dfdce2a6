import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { alertKinds } from '../../shared/alert-condition.ts';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { AlertTrial } from '../../shared/contract/alerts.ts';
import { frequencies } from '../../shared/frequency.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { NumberField } from '../components/number-field.tsx';
import { useDesk } from '../desk-context.ts';
import { CheckField } from '../pages/symbol/check-field.tsx';
import { errorReplyOf } from '../stores/error-reply.ts';
import type { AlertDraft } from '../stores/alerts-store.ts';
import styles from './alert-dialog.module.css';
import { Choice, ConditionFields, Text } from './condition-fields.tsx';
import { firstCondition } from './first-condition.ts';
import { TrialView } from './trial-view.tsx';

/** Makes or changes an alert, and tries it on the past before it is kept. */
export function AlertDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { alerts, watchlists } = useDesk();
  const lists = useStore(watchlists, (state) => state.lists.value);
  const [draft, setDraft] = useState<AlertDraft>(useStore(alerts, (state) => state.draft));
  const [trial, setTrial] = useState<AlertTrial | null>(null);
  const [error, setError] = useState<ErrorReply | null>(null);
  const { condition } = draft;
  const change = (part: Partial<AlertDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setTrial(null);
    setError(null);
  };
  const attempt = (work: Promise<void>): void => void work.catch((thrown: unknown) => setError(errorReplyOf(thrown)));
  const canTry = condition.kind !== 'health' && draft.symbol.trim() !== '';
  const footer = (
    <>
      <Button disabled={!canTry} onClick={() => attempt(alerts.getState().trial(draft).then(setTrial))}>
        {t('alerts.try')}
      </Button>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" onClick={() => attempt(alerts.getState().save(draft).then(onClose))}>
        {t('alerts.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={t(draft.id === null ? 'alerts.new' : 'alerts.edit')} width="small" onClose={onClose} footer={footer}>
      <div className={styles.content}>
        <Text label={t('alerts.field.symbol')} placeholder={t('alerts.symbol.all')} value={draft.symbol} onDone={(symbol) => change({ symbol })} />
        {draft.symbol.trim() === '' && lists !== null && lists.length > 0 && (
          <Choice
            label={t('alerts.field.watchlist')}
            value={String(draft.watchlist ?? 'all')}
            choices={[['all', t('alerts.symbol.all')], ...lists.map(({ id, name }) => [String(id), name] as const)]}
            onChange={(chosen) => change({ watchlist: chosen === 'all' ? null : Number(chosen) })}
          />
        )}
        <Choice label={t('alerts.field.kind')} value={condition.kind} choices={alertKinds.map((kind) => [kind, t(`alerts.kind.${kind}`)])} onChange={(kind) => change({ condition: firstCondition[kind] })} />
        <ConditionFields condition={condition} onChange={(changed) => change({ condition: changed })} />
        <Choice label={t('alerts.field.freq')} value={draft.freq} choices={frequencies.map((freq) => [freq, t(`chart.frequency.${freq}`)])} onChange={(freq) => change({ freq })} />
        <NumberField label={t('alerts.field.cooldown')} min={0} max={525_600} step={1} value={draft.cooldownMinutes} onChange={(cooldownMinutes) => change({ cooldownMinutes })} />
        <Text label={t('alerts.field.name')} value={draft.name} onDone={(name) => change({ name: name.slice(0, 80) })} />
        <CheckField label={t('alerts.field.live')} checked={draft.live} onChange={(live) => change({ live })} />
        {error !== null && <ErrorView compact title={t('alerts.failed')} error={error} />}
        {trial !== null && <TrialView trial={trial} />}
      </div>
    </Dialog>
  );
}
