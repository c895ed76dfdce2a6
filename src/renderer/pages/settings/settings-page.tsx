import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { preferenceChoices, type Preference, type PreferenceKey } from '../../../shared/preferences.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useDesk } from '../../desk-context.ts';
import { CheckField } from '../symbol/check-field.tsx';
import { backgroundFlags } from './background-flags.ts';
import { DirectionPreview } from './direction-preview.tsx';
import { directionTitles } from './direction-titles.ts';
import styles from './settings-page.module.css';

/** How the window looks and speaks; every choice shows its effect at once. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { preferences, health, flags, notices } = useDesk();
  const { values, error } = useStore(preferences);
  const info = useStore(health, (state) => state.info);
  const onOff = useStore(flags, (state) => state.values);
  const background = info === null ? [] : backgroundFlags(info);
  const set = <K extends PreferenceKey>(key: K) => (value: Preference<K>): void => void preferences.getState().set(key, value);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('settings.title')}</h1>
      {error !== null && <ErrorView compact title={t('settings.failed')} error={error} />}
      <h2 className={styles.section}>{t('settings.appearance')}</h2>
      <Setting label={t('settings.language')} hint={t('settings.language.hint')}>
        <SegmentedControl
          label={t('settings.language')}
          value={values['ui.language']}
          onChange={set('ui.language')}
          segments={preferenceChoices['ui.language'].map((value) => ({ value, label: t(`settings.language.${value}`) }))}
        />
      </Setting>
      <Setting label={t('settings.theme')} hint={t('settings.theme.hint')}>
        <SegmentedControl
          label={t('settings.theme')}
          value={values['ui.theme']}
          onChange={set('ui.theme')}
          segments={preferenceChoices['ui.theme'].map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        />
      </Setting>
      <Setting label={t('settings.density')} hint={t('settings.density.hint')}>
        <SegmentedControl
          label={t('settings.density')}
          value={values['ui.density']}
          onChange={set('ui.density')}
          segments={(['compact', 'normal', 'comfortable'] as const).map((value) => ({ value, label: t(`settings.density.${value}`) }))}
        />
      </Setting>
      <Setting label={t('settings.direction')} hint={t('settings.direction.hint')}>
        <div role="radiogroup" aria-label={t('settings.direction')} className={styles.presets}>
          {preferenceChoices['ui.direction'].map((preset) => (
            <DirectionPreview
              key={preset}
              preset={preset}
              title={t(directionTitles[preset])}
              isChosen={values['ui.direction'] === preset}
              onChoose={set('ui.direction')}
            />
          ))}
        </div>
      </Setting>
      {background.length > 0 && (
        <>
          <h2 className={styles.section}>{t('settings.background')}</h2>
          {background.map((name) => (
            <Setting key={name} label={t(`settings.${name}`)} hint={t(`settings.${name}.hint`)}>
              <CheckField label={t('settings.on')} checked={onOff.get(`desktop.${name}`) ?? false} onChange={(on) => void flags.getState().set(`desktop.${name}`, on).catch(notices.getState().showThrown)} />
            </Setting>
          ))}
        </>
      )}
      {info !== null && (
        <>
          <h2 className={styles.section}>{t('settings.about')}</h2>
          <Setting label={t('settings.version')}>{info.version}</Setting>
          <Setting label={t('settings.host')}>{t(`settings.host.${info.host}`)}</Setting>
        </>
      )}
    </div>
  );
}

function Setting({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.setting}>
      <div>
        <h3 id={id}>{label}</h3>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.control}>{children}</div>
    </section>
  );
}
