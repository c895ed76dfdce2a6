import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useDesk } from '../../desk-context.ts';
import type { FigureAge } from '../../freshness/figure-age.ts';
import { FreshnessBadge } from '../../freshness/freshness-badge.tsx';
import type { PageId } from '../page-id.ts';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly area: string;
  /** The page where there is more of it. */
  readonly page?: PageId;
  /** How old its figures are; null as long as there are none. */
  readonly age?: FigureAge | null;
  /** What the panel can be set to, beside its title. */
  readonly choice?: ReactNode;
  readonly children: ReactNode;
}

/** One panel of the dashboard. */
export function Panel({ title, area, page, age = null, choice, children }: PanelProps) {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  return (
    <section aria-label={title} className={styles.panel} data-area={area}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {choice}
        <FreshnessBadge age={age} />
        <span className={styles.space} />
        {page !== undefined && (
          <Button look="quiet" aria-label={t('dashboard.moreOf', { title })} onClick={() => navigation.getState().openPage(page)}>
            {t('dashboard.more')}
          </Button>
        )}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
