import { Download, PanelLeft, PanelRight, RotateCw, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { KeyCaps } from '../components/key-caps.tsx';
import { useDesk } from '../desk-context.ts';
import { commands } from '../keys/commands.ts';
import styles from './top-bar.module.css';
import type { PanelControl } from './use-panel.ts';

/** Search and commands, the age of the data, what can be done at once. In the demo it becomes a banner. */
export function TopBar({ list, inspector }: { readonly list: PanelControl | null; readonly inspector: PanelControl | null }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { navigation, symbols, health, workspace } = desk;
  const newest = useStore(symbols, (state) => state.newest);
  const isRead = useStore(symbols, ({ rows }) => rows.state === 'ready');
  const isDemo = useStore(health, (state) => state.info?.demo ?? false);
  const { openOverlay } = navigation.getState();
  return (
    <header className={styles.bar} data-demo={isDemo || undefined}>
      {list === null ? (
        <span className={styles.noToggle} />
      ) : (
        <IconButton
          label={list.isShown ? t('panel.hideList') : t('panel.showList')}
          keys="Ctrl+B"
          aria-pressed={list.isShown}
          icon={<PanelLeft size={16} aria-hidden />}
          onClick={list.toggle}
        />
      )}
      <button type="button" className={styles.search} aria-keyshortcuts="Control+K" onClick={() => openOverlay('palette')}>
        <Search size={14} aria-hidden />
        <span className={styles.hint}>{t('top.search')}</span>
        <KeyCaps keys="Ctrl+K" />
      </button>
      {isDemo && (
        <strong className={styles.demo} title={t('top.demo')}>
          <span className={styles.long}>{t('top.demo')}</span>
          <span className={styles.short}>{t('top.demo.short')}</span>
        </strong>
      )}
      {isDemo && <Button onClick={() => void workspace.getState().open('user')}>{t('demo.leave')}</Button>}
      <span className={styles.space} />
      <span className={styles.asOf}>
        {newest !== null ? t('top.dataTo', { date: newest.slice(0, 10) }) : isRead ? t('top.noData') : ''}
      </span>
      <IconButton
        label={t('top.reload')}
        keys="F5"
        icon={<RotateCw size={16} aria-hidden />}
        onClick={() => commands.find(({ id }) => id === 'refresh')?.run(desk)}
      />
      <Button icon={<Download size={16} aria-hidden />} onClick={() => openOverlay('import')}>
        {t('top.import')}
      </Button>
      {inspector !== null && (
        <IconButton
          label={inspector.isShown ? t('panel.hideInspector') : t('panel.showInspector')}
          keys="Ctrl+I"
          aria-pressed={inspector.isShown}
          icon={<PanelRight size={16} aria-hidden />}
          onClick={inspector.toggle}
        />
      )}
    </header>
  );
}
