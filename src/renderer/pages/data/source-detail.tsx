import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceState } from '../../../shared/contract/refresh.ts';
import { Button } from '../../components/button.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetailActions, DetailPart, DetailView } from '../../frame/detail-view.tsx';
import { StateView } from '../../components/state-view.tsx';
import styles from './source-detail.module.css';

/** A source's addresses, and its key, which can be set and removed but never read. */
export function SourceDetail({ source }: { readonly source: SourceState | null }) {
  const { t } = useTranslation();
  const { sources, notices } = useDesk();
  const [key, setKey] = useState('');
  if (source === null) return <StateView title={t('source.choose')} />;
  const keep = (value: string | null): void => void sources.getState().setKey(source.name, value).then(() => setKey(''), notices.getState().showThrown);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (key.trim() !== '') keep(key.trim());
  };
  return (
    <DetailView title={source.title}>
      <DetailPart title={t('source.column.address')}>
        {Object.entries(source.addresses).map(([role, address]) => (
          <p key={role} className={styles.address} title={`sources.${source.name}.${role}`}>{address}</p>
        ))}
      </DetailPart>
      {source.needsKey && (
        <form onSubmit={submit} className={styles.key}>
          <label className={styles.label} htmlFor="source-key">{t('source.key', { source: source.title })}</label>
          <input id="source-key" type="password" autoComplete="off" maxLength={200} value={key} placeholder={source.hasKey ? '••••••••' : ''} onChange={(event) => setKey(event.target.value)} className={styles.input} />
          <DetailActions>
            <Button type="submit" disabled={key.trim() === ''}>{t('source.key.set')}</Button>
            {source.hasKey && <Button onClick={() => keep(null)}>{t('source.key.clear')}</Button>}
          </DetailActions>
          <p className={styles.hint}>{t(source.keysKept ? 'source.key.kept' : 'source.key.session')}</p>
        </form>
      )}
    </DetailView>
  );
}
