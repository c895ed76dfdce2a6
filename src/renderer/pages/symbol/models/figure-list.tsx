import { useTranslation } from 'react-i18next';
import type { AskAnswer } from '../../../../shared/contract/ask.ts';
import type { MessageKey } from '../../../../shared/i18n/message-catalog.ts';
import { messageCatalog } from '../../../../shared/i18n/message-catalog.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import styles from './ask-panel.module.css';

type Figures = AskAnswer['statements'][number]['figures'];

/** The figures of a sentence as they came, unrounded; nothing where it has none. */
export function FigureList({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const entries = Object.entries(figures);
  if (entries.length === 0) return null;
  const name = (figure: string): string => {
    const key = `ask.figure.${figure}`;
    return Object.hasOwn(messageCatalog, key) ? messageCatalog[key as MessageKey][language] : figure;
  };
  const value = (figure: Figures[string]): string => {
    if (figure === null) return '–';
    if (typeof figure === 'number') return String(figure).replace('-', '\u2212');
    return 'code' in figure ? modelText(figure.code, language) : figure.text;
  };
  return (
    <details className={styles.figures}>
      <summary>{t('ask.figures')}</summary>
      <dl>
        {entries.map(([figure, found]) => (
          <div key={figure}>
            <dt>{name(figure)}</dt>
            <dd>{value(found)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
