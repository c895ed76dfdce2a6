import { useTranslation } from 'react-i18next';
import {
  alertComparisons, chanAlertFacts, chanPointTypes, hamaEvents, hamaSetNames, healthTroubles, moveDirections, priceCrossings, type AlertCondition, type ChanPointType,
} from '../../shared/alert-condition.ts';
import { readyRules } from '../../analysis/universe/rules/ready-rules.ts';
import { NumberField } from '../components/number-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { CheckField } from '../pages/symbol/check-field.tsx';
import styles from './alert-dialog.module.css';

interface ConditionFieldsProps {
  readonly condition: AlertCondition;
  readonly onChange: (condition: AlertCondition) => void;
}

/** What a kind of alert needs to know. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation();
  switch (condition.kind) {
    case 'price':
      return (
        <>
          <Choice label={t('alerts.field.when')} value={condition.crosses} choices={priceCrossings.map((value) => [value, t(`alerts.crosses.${value}`)])} onChange={(crosses) => onChange({ ...condition, crosses })} />
          <NumberField label={t('alerts.field.price')} min={-1e12} max={1e12} step={0.0001} value={condition.price} onChange={(price) => onChange({ ...condition, price })} />
        </>
      );
    case 'move':
      return (
        <>
          <Choice label={t('alerts.field.when')} value={condition.moves} choices={moveDirections.map((value) => [value, t(`alerts.moves.${value}`)])} onChange={(moves) => onChange({ ...condition, moves })} />
          <NumberField label={t('alerts.field.percent')} min={0.01} max={1_000} step={0.01} value={condition.percent} onChange={(percent) => onChange({ ...condition, percent })} />
          <NumberField label={t('alerts.field.bars')} min={1} max={250} step={1} value={condition.bars} onChange={(bars) => onChange({ ...condition, bars })} />
        </>
      );
    case 'indicator':
      return (
        <>
          <Text label={t('alerts.field.left')} value={condition.left} onDone={(left) => onChange({ ...condition, left })} />
          <Choice label={t('alerts.field.comparison')} value={condition.comparison} choices={alertComparisons.map((value) => [value, t(`alerts.comparison.${value}`)])} onChange={(comparison) => onChange({ ...condition, comparison })} />
          <Text label={t('alerts.field.right')} value={condition.right} onDone={(right) => onChange({ ...condition, right })} />
          <p className={styles.hint}>{t('alerts.hint.indicator')}</p>
        </>
      );
    case 'hama':
      return (
        <>
          <Choice label={t('alerts.field.set')} value={condition.set} choices={hamaSetNames.map((value) => [value, value])} onChange={(set) => onChange({ ...condition, set })} />
          <Choice label={t('alerts.field.when')} value={condition.event} choices={hamaEvents.map((value) => [value, t(`alerts.hama.${value}`)])} onChange={(event) => onChange({ ...condition, event })} />
        </>
      );
    case 'chan':
      return (
        <>
          <Choice label={t('alerts.field.when')} value={condition.fact} choices={chanAlertFacts.map((value) => [value, t(`alerts.chan.${value}`)])} onChange={(fact) => onChange({ ...condition, fact })} />
          {(condition.fact === 'buy' || condition.fact === 'sell') && (
            <fieldset className={styles.types}>
              <legend>{t('alerts.field.types')}</legend>
              {chanPointTypes.map((type) => (
                <CheckField key={type} label={type} checked={condition.types.includes(type)} onChange={(on) => onChange({ ...condition, types: toggled(condition.types, type, on) })} />
              ))}
            </fieldset>
          )}
          <p className={styles.hint}>{t('alerts.hint.chan')}</p>
        </>
      );
    case 'rule':
      return (
        <>
          <Choice label={t('alerts.field.ready')} value={null} placeholder={t('alerts.ready.none')} choices={Object.values(readyRules).map((rule) => [rule, rule])} onChange={(rule) => onChange({ ...condition, rule })} />
          <Text label={t('alerts.field.rule')} value={condition.rule} onDone={(rule) => onChange({ ...condition, rule })} />
          <p className={styles.hint}>{t('alerts.hint.rule')}</p>
        </>
      );
    case 'health':
      return (
        <>
          <Choice label={t('alerts.field.when')} value={condition.trouble} choices={healthTroubles.map((value) => [value, t(`alerts.trouble.${value}`)])} onChange={(trouble) => onChange({ ...condition, trouble })} />
          {condition.trouble === 'stale' && <NumberField label={t('alerts.field.sessions')} min={1} max={250} step={1} value={condition.sessions} onChange={(sessions) => onChange({ ...condition, sessions })} />}
        </>
      );
  }
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly placeholder?: string;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, value, placeholder, choices, onChange }: ChoiceProps<Value>) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <SelectField
        label={label}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        choices={choices.map(([id, text]) => ({ value: id, label: text }))}
        onChange={(chosen) => {
          const found = choices.find(([id]) => id === chosen);
          if (found !== undefined) onChange(found[0]);
        }}
      />
    </div>
  );
}

export function Text({ label, value, placeholder, onDone }: { readonly label: string; readonly value: string; readonly placeholder?: string; readonly onDone: (value: string) => void }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <TextField label={label} value={value} maxLength={1_000} {...(placeholder === undefined ? {} : { placeholder })} onDone={onDone} />
    </div>
  );
}

function toggled(types: readonly ChanPointType[], type: ChanPointType, on: boolean): readonly ChanPointType[] {
  return chanPointTypes.filter((one) => (one === type ? on : types.includes(one)));
}
