import { BellOff, BellRing, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText } from '../../../shared/app-error.ts';
import type { Alert } from '../../../shared/contract/alerts.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { alertText } from '../../../shared/i18n/alert-text.ts';
import { Button } from '../../components/button.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetailActions, DetailPart, DetailView } from '../../frame/detail-view.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { OutcomeText } from '../../alerts/outcome-text.tsx';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import { cooldownText, scopeText, stateOf, subjectText, titleOf } from './alert-columns.tsx';
import styles from './alerts-page.module.css';

const shownLines = 8;

/** The chosen alert: what it waits for, how it stands, what it did, and what can be done to it. */
export function AlertDetail({ alert }: { readonly alert: Alert | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { alerts, navigation, notices, watchlists } = useDesk();
  const lists = useStore(watchlists, (state) => state.lists.value);
  const log = useStore(alerts, (state) => state.log.value);
  const [asked, setAsked] = useState<number | null>(null);
  if (alert === null) return <StateView title={t('alerts.choose.title')} hint={t('alerts.choose.hint')} />;
  const { id, symbol, watchlist, freq, condition, live, cooldownMinutes, enabled, problem, fired, lastFiredAt, armedAt } = alert;
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);
  const edit = (): void => {
    alerts.getState().prepare({ id, name: alert.name, symbol: symbol ?? '', watchlist, freq, condition, live, cooldownMinutes });
    navigation.getState().openOverlay('alert');
  };
  const lines = (log ?? []).filter((line) => line.alert === id);
  return (
    <DetailView title={titleOf(alert, language)}>
      <FactsList>
        <Fact name={t('alerts.column.symbol')}>{symbol === null ? scopeText(alert, lists ?? [], t) : <LinkButton onClick={() => navigation.getState().openSymbol(symbol)}>{symbol}</LinkButton>}</Fact>
        <Fact name={t('alerts.column.condition')}><span title={alertText(condition, language)}>{alertText(condition, language)}</span></Fact>
        <Fact name={t('alerts.column.freq')}>{live ? `${t(`chart.frequency.${freq}`)} · ${t('alert.note.live')}` : t(`chart.frequency.${freq}`)}</Fact>
        <Fact name={t('alerts.column.state')}>{t(`alerts.state.${stateOf(alert)}`)}</Fact>
        <Fact name={t('alerts.column.cooldown')}>{cooldownText(cooldownMinutes, t)}</Fact>
        <Fact name={t('alerts.armed')}>{formatMinute(armedAt)}</Fact>
        <Fact name={t('alerts.column.fired')}>{formatCount(fired)}</Fact>
        <Fact name={t('alerts.column.last')}>{formatMinute(lastFiredAt)}</Fact>
      </FactsList>
      {problem !== null && (
        <p className={styles.problem}>
          {t('alerts.problem', { subject: problem.subject, count: problem.subjects, formatted: formatCount(problem.subjects), message: errorText(problem.error.code, problem.error.params, language) })}
        </p>
      )}
      <DetailActions>
        <Button icon={<Pencil size={16} aria-hidden />} onClick={edit}>{t('alerts.edit')}</Button>
        <Button icon={enabled ? <BellOff size={16} aria-hidden /> : <BellRing size={16} aria-hidden />} onClick={() => attempt(alerts.getState().enable(id, !enabled))}>{t(enabled ? 'alerts.disable' : 'alerts.enable')}</Button>
        {asked === id ? (
          <Button look="primary" onClick={() => attempt(alerts.getState().remove(id))}>{t('alerts.remove.sure', { count: fired, formatted: formatCount(fired) })}</Button>
        ) : (
          <Button icon={<Trash2 size={16} aria-hidden />} onClick={() => setAsked(id)}>{t('alerts.remove')}</Button>
        )}
      </DetailActions>
      {lines.length > 0 && (
        <DetailPart title={t('alerts.log')}>
          <ul>
            {lines.slice(0, shownLines).map((line) => (
              <li key={line.id} className={styles.line}>
                <span>{line.bar.slice(0, 16).replace('T', ' ')}</span>
                <span className={styles.muted}>{symbol === null ? (line.subject === '*' ? t('alert.anywhere') : subjectText(line.subject, t)) : ''}</span>
                <OutcomeText percent={line.after20 ?? line.after10 ?? line.after5} />
              </li>
            ))}
          </ul>
        </DetailPart>
      )}
    </DetailView>
  );
}
