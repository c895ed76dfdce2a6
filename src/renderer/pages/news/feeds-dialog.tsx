import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText, type ErrorReply } from '../../../shared/app-error.ts';
import type { NewsFeed } from '../../../shared/contract/news.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { errorReplyOf } from '../../stores/error-reply.ts';
import { CheckField } from '../symbol/check-field.tsx';
import styles from './feeds-dialog.module.css';

/** The feeds that news come from: added by the user, each switched on or off, with how it fared. */
export function FeedsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { news } = useDesk();
  const feeds = useStore(news, (state) => state.feeds);
  const [address, setAddress] = useState('');
  const [error, setError] = useState<ErrorReply | null>(null);
  const save = (next: readonly Pick<NewsFeed, 'url' | 'title' | 'enabled'>[]): void => {
    setError(null);
    news.getState().saveFeeds(next).catch((thrown: unknown) => setError(errorReplyOf(thrown)));
  };
  const change = (url: string, part: Partial<NewsFeed>): void => save(feeds.map((feed) => (feed.url === url ? { ...feed, ...part } : feed)));
  const add = (): void => {
    if (address === '') return;
    save([...feeds, { url: address, title: '', enabled: true }]);
    setAddress('');
  };
  return (
    <Dialog title={t('news.feeds')} width="medium" onClose={onClose} footer={<Button look="primary" onClick={onClose}>{t('action.close')}</Button>}>
      <div className={styles.content}>
        <p className={styles.hint}>{t('news.feeds.hint')}</p>
        <ul className={styles.feeds}>
          {feeds.map((feed) => (
            <li key={feed.url} className={styles.feed}>
              <CheckField label={feed.title === '' ? new URL(feed.url).host : feed.title} checked={feed.enabled} onChange={(enabled) => change(feed.url, { enabled })} />
              <TextField label={t('news.feeds.title', { url: feed.url })} value={feed.title} placeholder={t('news.feeds.name')} onDone={(title) => change(feed.url, { title })} />
              <IconButton label={t('news.feeds.remove', { url: feed.url })} icon={<Trash2 size={16} aria-hidden />} onClick={() => save(feeds.filter(({ url }) => url !== feed.url))} />
              <p className={styles.state}>
                <span className={styles.url}>{feed.url}</span>
                <span>{feed.succeededAt === null ? t('news.feeds.never') : t('news.feeds.succeeded', { time: `${formatMinute(feed.succeededAt)} UTC` })}</span>
                {feed.failure !== null && <span className={styles.failure}>{errorText(feed.failure.error.code, feed.failure.error.params, language)}</span>}
              </p>
            </li>
          ))}
        </ul>
        {feeds.length === 0 && <p className={styles.hint}>{t('news.feeds.none')}</p>}
        <div className={styles.add}>
          <TextField label={t('news.feeds.address')} value={address} maxLength={1_000} placeholder="URL: https://…" onDone={setAddress} />
          <Button icon={<Plus size={16} aria-hidden />} onClick={add}>{t('news.feeds.add')}</Button>
        </div>
        {error !== null && <ErrorView compact title={t('news.feeds.failed')} error={error} />}
      </div>
    </Dialog>
  );
}
