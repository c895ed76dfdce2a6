import { Download, ListPlus, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { preferenceChoices } from '../../shared/preferences.ts';
import { Button } from '../components/button.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { SegmentedControl } from '../components/segmented-control.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { DirectionPreview } from '../pages/settings/direction-preview.tsx';
import { directionTitles } from '../pages/settings/direction-titles.ts';
import styles from './first-run.module.css';
import { useDirectionPreset } from './use-direction-preset.ts';

/** What an empty workspace shows: language, colours on a real little chart, then the demo or one's own files. */
export function FirstRun() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { preferences, navigation, workspace } = useDesk();
  const direction = useStore(preferences, ({ values }) => values['ui.direction']);
  const { opening, error } = useStore(workspace);
  const set = preferences.getState().set;
  const chooseDirection = useDirectionPreset(language);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('firstRun.title')}</h1>
      <p className={styles.hint}>{t('firstRun.hint')}</p>
      <h2 className={styles.step}>{t('firstRun.language')}</h2>
      <SegmentedControl label={t('settings.language')} value={language} onChange={(value) => void set('ui.language', value)} segments={(['en', 'zh'] as const).map((value) => ({ value, label: t(`settings.language.${value}`) }))} />
      <h2 className={styles.step}>{t('firstRun.direction')}</h2>
      <div role="radiogroup" aria-label={t('settings.direction')} className={styles.presets}>
        {preferenceChoices['ui.direction'].map((preset) => (
          <DirectionPreview key={preset} preset={preset} title={t(directionTitles[preset])} isChosen={direction === preset} onChoose={chooseDirection} />
        ))}
      </div>
      <h2 className={styles.step}>{t('firstRun.begin')}</h2>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <Button look="primary" icon={<Download size={16} aria-hidden />} onClick={() => navigation.getState().openOverlay('import')}>
            {t('firstRun.import')}
          </Button>
          <p className={styles.hint}>{t('firstRun.import.hint')}</p>
        </div>
        <div className={styles.choice}>
          <Button icon={<Sparkles size={16} aria-hidden />} disabled={opening !== null} onClick={() => void workspace.getState().open('demo')}>
            {opening === 'demo' ? t('demo.opening') : t('firstRun.demo')}
          </Button>
          <p className={styles.hint}>{t('firstRun.demo.hint')}</p>
        </div>
        <div className={styles.choice}>
          <Button icon={<ListPlus size={16} aria-hidden />} onClick={() => navigation.getState().openOverlay('add-symbols')}>
            {t('firstRun.add')}
          </Button>
          <p className={styles.hint}>{t('firstRun.add.hint')}</p>
        </div>
      </div>
      {error !== null && <ErrorView compact title={t('demo.failed')} error={error} />}
    </div>
  );
}
