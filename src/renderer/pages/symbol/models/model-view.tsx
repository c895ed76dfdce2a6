import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../../components/error-view.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import type { ModelAnswers, ModelPart } from './model-answers.ts';
import styles from './model-view.module.css';
import type { ModelState } from './use-model.ts';

interface ModelViewProps<Part extends ModelPart> {
  readonly state: ModelState<Part>;
  readonly title: string;
  readonly children: (value: ModelAnswers[Part]) => ReactNode;
}

/** A model's answer, or why there is none yet. The answer of the symbol before stays for a moment, then gives way. */
export function ModelView<Part extends ModelPart>({ state, title, children }: ModelViewProps<Part>) {
  const { t } = useTranslation();
  if (state.kind === 'unseen') return <p className={styles.note}>{t('model.panel.unseen')}</p>;
  if (state.kind === 'failed') return <ErrorView compact title={t('model.panel.failed', { title })} error={state.error} onRetry={state.retry} />;
  if (state.kind === 'loading') return <SkeletonRows />;
  return (
    <div className={styles.view} data-other={state.isOther || undefined} aria-busy={state.isOther}>
      {children(state.value)}
    </div>
  );
}
