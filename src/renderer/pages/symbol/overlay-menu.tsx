import { Popover } from '@base-ui/react/popover';
import { ChevronDown, FileUp, Layers } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chanPresets, type ChanPreset } from '../../../analysis/chan/chan-presets.ts';
import { AppError, errorText, type ErrorReply } from '../../../shared/app-error.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { chanParts, hamaPresets, profiles, type ChartSettings, type HamaPreset, type Profile } from './chart-settings.ts';
import { CheckField } from './check-field.tsx';
import styles from './overlay-menu.module.css';

interface OverlayMenuProps {
  readonly settings: ChartSettings;
  /** Why one of them cannot be drawn on this series. */
  readonly refusals: { readonly hama: ErrorReply | null; readonly chan: ErrorReply | null; readonly float: ErrorReply | null };
  readonly onChange: (part: Partial<ChartSettings>) => void;
}

const presetNames = Object.keys(chanPresets) as ChanPreset[];

/** The text under which a preset is kept: none for the defaults. */
function optionsText(preset: ChanPreset): string {
  return preset === 'standard' ? '' : JSON.stringify(chanPresets[preset]);
}

/** The chart's settings are kept as one text of limited length. */
const longestOptions = 2_000;

/** What is laid over the price: HAMA and the Chan structure, with their sets and parts. */
export function OverlayMenu({ settings, refusals, onChange }: OverlayMenuProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { notices } = useDesk();
  const file = useRef<HTMLInputElement>(null);
  const { hama, chan } = settings;
  const setHama = (part: Partial<ChartSettings['hama']>): void => onChange({ hama: { ...hama, ...part } });
  const setChan = (part: Partial<ChartSettings['chan']>): void => onChange({ chan: { ...chan, ...part } });
  const preset = presetNames.find((name) => optionsText(name) === chan.options);
  const readFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    if (chosen.size > longestOptions) throw new AppError('chan.option', { field: chosen.name, value: `${chosen.size} B`, allowed: `≤ ${longestOptions} B` });
    setChan({ isShown: true, options: (await chosen.text()).trim() });
  };
  const refusal = (error: ErrorReply | null): React.ReactNode => error !== null && <p className={styles.refusal}>{errorText(error.code, error.params, language)}</p>;
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger} title={t('chart.overlays')} data-used={hama.isShown || chan.isShown || settings.levels || settings.scenario || undefined}>
        <Layers size={16} aria-hidden />
        <span className={styles.triggerText}>{t('chart.overlays')}</span>
        <ChevronDown size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="start" sideOffset={4} className={styles.positioner}>
          <Popover.Popup className={styles.popup} aria-label={t('chart.overlays')}>
            <section className={styles.section}>
              <CheckField label={t('hama.show')} checked={hama.isShown} onChange={(isShown) => setHama({ isShown })} />
              <div className={styles.details}>
                <div className={styles.field}>
                  <span className={styles.label}>{t('hama.preset')}</span>
                  <SelectField label={t('hama.preset')} value={hama.preset} choices={hamaPresets.map((value) => ({ value, label: presetText(value, t('chart.preset.daily')) }))} onChange={(value) => setHama({ preset: value as HamaPreset })} />
                </div>
                <CheckField label={t('hama.bands')} checked={hama.showsBands} onChange={(showsBands) => setHama({ showsBands })} />
              </div>
              {refusal(refusals.hama)}
            </section>
            <section className={styles.section}>
              <CheckField label={t('chan.show')} checked={chan.isShown} onChange={(isShown) => setChan({ isShown })} />
              <div className={styles.details}>
                <div className={styles.parts}>
                  {chanParts.map((part) => (
                    <CheckField key={part} label={t(`chan.part.${part}`)} checked={chan.parts.includes(part)} onChange={(on) => setChan({ parts: chanParts.filter((other) => (other === part ? on : chan.parts.includes(other))) })} />
                  ))}
                </div>
                <div className={styles.field}>
                  <span className={styles.label}>{t('chan.options')}</span>
                  <SelectField
                    label={t('chan.options')}
                    value={preset ?? null}
                    placeholder={t('chan.options.own')}
                    choices={presetNames.map((value) => ({ value, label: t(`chan.preset.${value}`) }))}
                    onChange={(value) => setChan({ options: optionsText(value as ChanPreset) })}
                  />
                </div>
                <Button look="quiet" icon={<FileUp size={14} aria-hidden />} onClick={() => file.current?.click()}>
                  {t('chan.options.load')}
                </Button>
                <input ref={file} type="file" accept=".json,application/json" hidden aria-label={t('chan.options.load')} onChange={(event) => {
                  readFile(event.target.files?.[0]).catch(notices.getState().showThrown);
                  // The same file can be read again after it was edited.
                  event.target.value = '';
                }} />
              </div>
              {refusal(refusals.chan)}
            </section>
            <section className={styles.section}>
              <div className={styles.field}>
                <span className={styles.label}>{t('profile.title')}</span>
                <SelectField label={t('profile.title')} value={settings.profile} choices={profiles.map((value) => ({ value, label: t(`profile.${value}`) }))} onChange={(value) => onChange({ profile: value as Profile })} />
              </div>
              {settings.profile === 'chips' && refusal(refusals.float)}
              <CheckField label={t('levels.show')} checked={settings.levels} onChange={(levels) => onChange({ levels })} />
              <CheckField label={t('scenario.show')} checked={settings.scenario} onChange={(scenario) => onChange({ scenario })} />
            </section>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function presetText(preset: HamaPreset, daily: string): string {
  return preset === 'daily' ? daily : preset.replace("'", '\u2032');
}
