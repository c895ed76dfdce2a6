import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorText, type ErrorReply } from '../../shared/app-error.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Button } from './button.tsx';
import { CopyDetails } from './copy-details.tsx';
import styles from './error-view.module.css';

interface ErrorViewProps {
  readonly title?: string | undefined;
  readonly error: ErrorReply;
  readonly onRetry?: (() => void) | undefined;
  readonly compact?: boolean;
}

/** What failed, why, and the ways on. Never a stack. */
export function ErrorView({ title, error, onRetry, compact = false }: ErrorViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div role="alert" className={compact ? styles.compact : styles.error}>
      <h2 className={styles.title}>{title ?? t('error.title')}</h2>
      <p className={styles.text}>{errorText(error.code, error.params, language)}</p>
      <div className={styles.actions}>
        {onRetry !== undefined && (
          <Button icon={<RotateCw size={16} aria-hidden />} onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        <CopyDetails error={error} />
      </div>
    </div>
  );
}
