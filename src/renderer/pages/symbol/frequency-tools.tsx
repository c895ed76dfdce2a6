import { useTranslation } from 'react-i18next';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { ToolGroup } from './tool-group.tsx';

/** The timeframes: days and longer side by side, minutes and hours in a menu once there are several. */
export function FrequencyTools({ value, offered, onChange }: { readonly value: Frequency; readonly offered: readonly Frequency[]; readonly onChange: (freq: Frequency) => void }) {
  const { t } = useTranslation();
  const tools = offered.map((freq) => ({ value: freq, label: t(`chart.frequency.${freq}`) }));
  const short = tools.filter((tool) => isIntraday(tool.value));
  const inMenu = short.length > 2 ? short : [];
  const isShort = isIntraday(value);
  return (
    <>
      {inMenu.length > 0 && (
        <ChoiceMenu
          label={t('chart.intraday')}
          text={isShort ? t(`chart.frequency.${value}`) : t('chart.intraday')}
          value={isShort ? value : null}
          tools={inMenu}
          isUsed={isShort}
          onChange={onChange}
        />
      )}
      <ToolGroup label={t('chart.frequency')} value={value} tools={tools.filter((tool) => !inMenu.includes(tool))} onChange={onChange} />
    </>
  );
}
