import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorReply } from '../../shared/app-error.ts';
import { Button } from './button.tsx';

/** Puts code, parameters and English text on the clipboard, for a report. */
export function CopyDetails({ error }: { readonly error: ErrorReply }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(JSON.stringify(error, null, 2));
    setCopied(true);
  };
  return (
    <Button look="quiet" icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} onClick={() => void copy()}>
      {copied ? t('action.copied') : t('action.copyDetails')}
    </Button>
  );
}
