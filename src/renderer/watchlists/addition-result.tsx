import { useTranslation } from 'react-i18next';
import type { WatchlistAddition } from '../../shared/contract/watchlists.ts';
import { Button } from '../components/button.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './watchlist-form.module.css';

interface AdditionResultProps {
  readonly done: WatchlistAddition;
  readonly onChange: (done: WatchlistAddition) => void;
}

/** What became of the symbols: counts, those without bars, and those of which one meaning has to be chosen. */
export function AdditionResult({ done, onChange }: AdditionResultProps) {
  const { t } = useTranslation();
  const { watchlists, notices } = useDesk();
  const settle = (line: number, key: string): void => {
    const rest = done.unclear.filter((one) => one.line !== line);
    watchlists
      .getState()
      .add(done.watchlist.id, key, [])
      .then((added) => onChange({ ...done, added: done.added + added.added, known: done.known + added.known, unclear: rest }))
      .catch(notices.getState().showThrown);
  };
  return (
    <div className={styles.form} role="status">
      <ul className={styles.done}>
        <li>{t('watchlist.added', { count: done.added })}</li>
        {done.known > 0 && <li>{t('watchlist.known', { count: done.known })}</li>}
        {done.missing.length > 0 && <li>{t('watchlist.missing', { symbols: shortList(done.missing) })}</li>}
      </ul>
      {done.unclear.length > 0 && (
        <div>
          <p className={styles.hint}>{t('watchlist.unclear')}</p>
          <ul className={styles.done}>
            {done.unclear.slice(0, 50).map(({ line, text, candidates }) => (
              <li key={`${line} ${text}`}>
                <span className={styles.hint}>{t('watchlist.line', { line })}</span>
                <span className={styles.code}>{text}</span>
                {candidates.length === 0 && <span className={styles.hint}>{t('watchlist.unread')}</span>}
                {candidates.map((key) => (
                  <Button key={key} onClick={() => settle(line, key)}>{key}</Button>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function shortList(symbols: readonly string[]): string {
  return symbols.length > 12 ? `${symbols.slice(0, 12).join(', ')} … (${symbols.length})` : symbols.join(', ');
}
