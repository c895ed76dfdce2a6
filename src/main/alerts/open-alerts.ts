import type { AppEvent } from '../../shared/contract/event.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { parseTradingDate } from '../../shared/time.ts';
import type { BarSource } from '../api/bar-source.ts';
import type { Ports } from '../ports.ts';
import type { Http } from '../providers/http.ts';
import type { Sources } from '../providers/sources.ts';
import type { AskUniverse } from '../universe/universe-answers.ts';
import { AlertEngine } from './alert-engine.ts';
import { alertNote } from './alert-note.ts';
import { failingSources } from './failing-sources.ts';
import type { UniverseScan } from './universe-alerts.ts';

interface AlertsOptions {
  readonly from: BarSource;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'notifier'>;
  readonly ask: AskUniverse;
  readonly sources: Sources;
  readonly http: Http;
  readonly language: () => Language;
  readonly emit: (event: AppEvent) => void;
}

/** The alerts of a workspace, looked at after each commit from now on. */
export function openAlerts({ from, ports: { clock, log, notifier }, ask, sources, http, language, emit }: AlertsOptions): AlertEngine {
  const nameOf = (subject: string): string => {
    const instrument = from.store.read.instrument(subject);
    const [first, second] = language() === 'zh' ? [instrument?.nameZh, instrument?.nameEn] : [instrument?.nameEn, instrument?.nameZh];
    return first ?? second ?? instrument?.code ?? subject;
  };
  return new AlertEngine({
    from, clock, log, emit,
    scan: (rule) => scanRule(ask, rule),
    failedSources: failingSources(sources, http, clock),
    notify: (fired) => notifier?.notify(alertNote(fired, language(), nameOf)),
  });
}

/** What the universe's last day adds to the session before it. */
async function scanRule(ask: AskUniverse, text: string): Promise<UniverseScan | null> {
  const { answer } = await ask('scan.run', { text, metric: 'score', keep: false, diff: true, record: false });
  const [scan] = answer.scans;
  const date = parseTradingDate(answer.asOf);
  if (date === null || scan?.diff == null) return null;
  const closes = new Map(scan.matches.map(({ symbol, close }) => [symbol, close]));
  return { date, entered: scan.diff.entered.map(({ symbol }) => ({ symbol, close: closes.get(symbol) ?? null })) };
}
