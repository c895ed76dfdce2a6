import { useTranslation } from 'react-i18next';
import type { Indicator, PresetName } from '../../../analysis/indicators/indicator.ts';
import type { ParameterValue } from '../../../analysis/indicators/parameter.ts';
import { resolveParameters } from '../../../analysis/indicators/resolve-parameters.ts';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { namedText } from '../../i18n/named-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './parameter-editor.module.css';
import { presetText } from './preset-text.ts';

type Values = Readonly<Record<string, ParameterValue>>;

/** The parameters of an indicator, each within its range, and the conventions of known platforms. */
export function ParameterEditor({ indicator, values, onChange }: { readonly indicator: Indicator; readonly values: Values; readonly onChange: (values: Values) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const presets = Object.keys(indicator.presets) as PresetName[];
  const named = presets.find((preset) => sameValues(values, resolveParameters(indicator, {}, preset)));
  return (
    <div className={styles.editor}>
      {presets.length > 1 && (
        <div className={styles.field}>
          <span className={styles.label}>{t('chart.indicators.preset')}</span>
          <SelectField
            label={t('chart.indicators.preset')}
            value={named ?? null}
            placeholder={t('chart.indicators.custom')}
            choices={presets.map((preset) => ({ value: preset, label: presetText(preset, t) }))}
            onChange={(preset) => onChange(resolveParameters(indicator, {}, preset))}
          />
        </div>
      )}
      {Object.entries(indicator.parameters).map(([name, parameter]) =>
        parameter.kind === 'number' ? (
          <NumberField key={name} label={parameter.label[language]} min={parameter.min} max={parameter.max} step={parameter.step} value={Number(values[name])} onChange={(value) => onChange({ ...values, [name]: value })} />
        ) : (
          <div key={name} className={styles.field}>
            <span className={styles.label}>{parameter.label[language]}</span>
            <SelectField label={parameter.label[language]} value={String(values[name])} choices={parameter.options.map((option) => ({ value: option, label: namedText(`parameter.option.${option}`, option, t) }))} onChange={(value) => onChange({ ...values, [name]: value })} />
          </div>
        ),
      )}
    </div>
  );
}

function sameValues(left: Values, right: Values): boolean {
  return Object.keys(right).every((name) => left[name] === right[name]);
}
