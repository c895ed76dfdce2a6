import { useTranslation } from 'react-i18next';
import type { BarsPreview } from '../../shared/contract/imports.ts';
import { formatPercent } from '../../shared/format/format-change.ts';
import { namedText } from '../i18n/named-text.ts';
import type { ImportItem } from '../stores/import-store.ts';
import { ContentsPanel } from './contents-panel.tsx';
import { MappingBar } from './mapping-bar.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OptionField } from './option-field.tsx';
import styles from './preview-view.module.css';
import { QuestionPanel } from './question-panel.tsx';
import { SampleBars } from './sample-bars.tsx';
import { SampleRows } from './sample-rows.tsx';

/** How a file will be read: what was detected, what is asked, its first rows and the bars they become. */
export function PreviewView({ item, preview }: { readonly item: ImportItem; readonly preview: BarsPreview }) {
  const { t } = useTranslation();
  const { plan } = preview;
  const { options } = item;
  const names = plan.symbols.length > 3 ? `${plan.symbols.slice(0, 3).join(', ')} …` : plan.symbols.join(', ');
  return (
    <div className={styles.view} aria-busy={item.state === 'reading'}>
      {preview.contents !== null && <ContentsPanel item={item.id} contents={preview.contents} />}
      {preview.questions.length > 0 && <QuestionPanel item={item.id} questions={preview.questions} />}
      <p className={styles.facts}>
        <strong>{namedText(`import.format.${plan.format}`, plan.format, t)}</strong>
        <span>{t('import.confidence', { percent: formatPercent(plan.confidence) })}</span>
        {plan.compressed && <span>{t('import.compressed')}</span>}
      </p>
      <NotesPanel preview={preview} />
      <MappingBar item={item} />
      <div className={styles.fields}>
        <OptionField item={item.id} field="symbol" settled={options.symbol} detected={names === '' ? null : names} />
        <OptionField item={item.id} field="dateFormat" settled={options.dateFormat} detected={plan.dateFormat} />
        <OptionField item={item.id} field="freq" settled={options.freq} detected={plan.freq} />
        <OptionField item={item.id} field="basis" settled={options.basis} detected={plan.basis} />
        <OptionField item={item.id} field="market" settled={options.market} detected={plan.market} />
        <OptionField item={item.id} field="exchange" settled={options.exchange} detected={plan.exchange} />
        <OptionField item={item.id} field="currency" settled={options.currency} detected={plan.currency} />
        <OptionField item={item.id} field="zone" settled={options.zone} detected={plan.zone} />
        <OptionField item={item.id} field="volumeUnit" settled={options.volumeUnit} detected={plan.volumeUnit} />
        <OptionField item={item.id} field="encoding" settled={options.encoding} detected={plan.encoding} />
        <OptionField item={item.id} field="decimal" settled={options.decimal} detected={plan.decimal} />
      </div>
      <h3 className={styles.heading}>{t('import.sample.file')}</h3>
      <div className={styles.rows}>
        <SampleRows item={item.id} preview={preview} />
      </div>
      <h3 className={styles.heading}>{t('import.sample.bars')}</h3>
      <div className={styles.bars}>
        <SampleBars preview={preview} />
      </div>
    </div>
  );
}
