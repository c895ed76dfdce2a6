import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { IconButton } from '../components/icon-button.tsx';
import { useDesk } from '../desk-context.ts';
import { pages } from '../pages/page-registry.ts';
import styles from './nav-rail.module.css';

/** The pages that exist, as icons; settings at the foot. */
export function NavRail() {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  const current = useStore(navigation, (state) => state.page);
  return (
    <nav aria-label={t('nav.label')} className={styles.rail}>
      {pages.map(({ id, title, icon: Icon, keys }) => (
        <IconButton
          key={id}
          large
          side="right"
          label={t(title)}
          keys={keys}
          icon={<Icon size={18} aria-hidden />}
          aria-current={id === current ? 'page' : undefined}
          data-foot={id === 'settings' || undefined}
          onClick={() => navigation.getState().openPage(id)}
        />
      ))}
    </nav>
  );
}
