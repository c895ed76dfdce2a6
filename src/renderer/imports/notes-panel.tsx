import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/app-error.ts';
import type { BarsPreview } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { formatPrice } from '../../shared/format/format-price.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './notes-panel.module.css';

/** What was settled but is open to doubt, and the figures that settle the unit of the volume. */
export function NotesPanel({ preview }: { readonly preview: BarsPreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unitCheck, volumeUnit } = preview.plan;
  const unit = volumeUnit === null ? t('import.detect.none') : t(`import.volumeUnit.${volumeUnit}`);
  return (
    <>
      {preview.notes.map(({ code, params }) => (
        <p key={code} role="note" className={styles.note}>
          <TriangleAlert size={16} aria-hidden /> {errorText(code, params, language)}
        </p>
      ))}
      {unitCheck !== null && (
        <p className={styles.check}>
          {t('import.unitCheck', { perUnit: formatPerUnit(unitCheck.perUnit), close: formatPrice(unitCheck.close), times: times(unitCheck), unit })}
        </p>
      )}
    </>
  );
}

function formatPerUnit(value: number): string {
  return value >= 10_000 ? formatCount(Math.round(value)) : formatPrice(value);
}

/** How many closes one unit costs, to three digits. */
function times({ perUnit, close }: { readonly perUnit: number; readonly close: number }): string {
  return String(Number((perUnit / close).toPrecision(3)));
}
