import { Play, Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ErrorReply } from '../../../shared/app-error.ts';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { errorReplyOf } from '../../stores/error-reply.ts';
import { useRun } from '../../stores/use-run.ts';
import { useScope } from '../../universe/use-scope.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleMatches } from './rule-matches.tsx';
import { ruleProblem } from './rule-problem.ts';
import styles from './scan-tools.module.css';

/** A rule being written: tried at once, kept under a name. */
export function DraftView() {
  const { t } = useTranslation();
  const { scan } = useDesk();
  const scope = useScope();
  const draft = useStore(scan, (state) => state.draft);
  const [tried, setTried] = useState<string | null>(null);
  const [error, setError] = useState<ErrorReply | null>(null);
  const matches = useRun('scan.run', tried === null ? null : { ...scope, text: tried });
  const isReadable = draft.text.trim() !== '' && ruleProblem(draft.text) === null;
  const run = (): void => {
    if (!isReadable) return;
    if (tried === draft.text) void matches.reload();
    else setTried(draft.text);
  };
  const save = (): void => {
    setError(null);
    scan.getState().save().catch((thrown: unknown) => setError(errorReplyOf(thrown)));
  };
  const editor = (
    <div className={styles.stack}>
      <RuleEditor text={draft.text} onChange={(text) => scan.setState({ draft: { ...draft, text } })} onRun={run} />
      <div className={styles.row}>
        <Button look="primary" icon={<Play size={16} aria-hidden />} disabled={!isReadable} aria-keyshortcuts="Control+Enter" onClick={run}>{t('rule.run')}</Button>
        <input type="text" aria-label={t('rule.name')} placeholder={t('rule.name')} maxLength={80} value={draft.name} onChange={(event) => scan.setState({ draft: { ...draft, name: event.target.value } })} className={styles.input} />
        <Button icon={<Save size={16} aria-hidden />} disabled={!isReadable || draft.name.trim() === ''} onClick={save}>{t('rule.save')}</Button>
      </div>
      {error !== null && <ErrorView compact title={t('rule.save.failed')} error={error} />}
    </div>
  );
  if (tried === null) {
    return (
      <div className={styles.inspector}>
        <h1 className={styles.title}>{t('rule.draft')}</h1>
        {editor}
        <p className={styles.note}>{t('rule.untried')}</p>
      </div>
    );
  }
  return <RuleMatches title={t('rule.draft')} run={matches} tools={editor} />;
}
