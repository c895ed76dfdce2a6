import { BellPlus, BellRing } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { PageView } from '../../frame/page-view.tsx';
import { ageOfRows } from '../../freshness/age-of-rows.ts';
import { watchedRows } from './watched-rows.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { emptyDraft } from '../../stores/alerts-store.ts';
import { alertColumns, logColumns } from './alert-columns.tsx';
import { AlertDetail } from './alert-detail.tsx';

/** The alerts, and the log of what they told with what happened afterwards. */
export function AlertsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { alerts, navigation, symbols, watchlists } = useDesk();
  const { alerts: list, log, view, chosen } = useStore(alerts);
  const lists = useStore(watchlists, (state) => state.lists.value);
  const columns = useMemo(() => alertColumns(t, language, lists ?? []), [t, language, lists]);
  const lineColumns = useMemo(() => logColumns(t, language), [t, language]);
  const rows = useStore(symbols, (state) => state.rows.value);
  // An alert knows no more than the bars it looks at.
  const age = useMemo(() => ageOfRows(watchedRows(list.value ?? [], lists ?? [], rows ?? [])), [list.value, lists, rows]);
  useEffect(() => void alerts.getState().load(), [alerts]);
  const [line, setLine] = useState<string | null>(null);
  const alert = list.value?.find(({ id }) => id === chosen) ?? null;
  const make = (): void => {
    const symbol = navigation.getState().symbol ?? symbols.getState().rows.value?.[0]?.symbol ?? '';
    alerts.getState().prepare({ ...emptyDraft, symbol });
    navigation.getState().openOverlay('alert');
  };
  const makeButton = (
    <Button look="primary" icon={<BellPlus size={16} aria-hidden />} onClick={make}>
      {t('alerts.new')}
    </Button>
  );

  const body = (): React.ReactNode => {
    const shown = view === 'alerts' ? list : log;
    if (shown.state === 'loading') return <SkeletonRows />;
    if (shown.value === null) return <ErrorView title={t('alerts.failed.load')} error={shown.error} onRetry={() => void alerts.getState().load()} />;
    if (view === 'log') {
      if (log.value === null || log.value.length === 0) return <StateView icon={<BellRing size={24} aria-hidden />} title={t('alerts.log.empty')} hint={t('alerts.log.hint')} />;
      return (
        <DataTable
          id="alertLog"
          label={t('alerts.log')}
          rows={log.value}
          columns={lineColumns}
          rowId={({ id }) => String(id)}
          selected={line}
          onSelect={(id) => {
            setLine(id);
            alerts.getState().choose(log.value?.find((one) => String(one.id) === id)?.alert ?? null);
          }}
          onOpen={(id) => {
            const subject = log.value?.find((one) => String(one.id) === id)?.subject;
            if (subject?.includes(':') === true) navigation.getState().openSymbol(subject);
          }}
        />
      );
    }
    if (list.value === null || list.value.length === 0) return <StateView icon={<BellRing size={24} aria-hidden />} title={t('alerts.empty')} hint={t('alerts.empty.hint')} action={makeButton} />;
    return (
      <DataTable
        id="alerts"
        label={t('alerts.title')}
        rows={list.value}
        columns={columns}
        rowId={({ id }) => String(id)}
        selected={chosen === null ? null : String(chosen)}
        onSelect={(id) => alerts.getState().choose(Number(id))}
        onOpen={(id) => {
          const symbol = list.value?.find((one) => String(one.id) === id)?.symbol;
          if (symbol != null) navigation.getState().openSymbol(symbol);
        }}
      />
    );
  };
  const isEmpty = list.value?.length === 0;
  const choices = (
    <SegmentedControl
      label={t('alerts.view')}
      value={view}
      segments={[{ value: 'alerts', label: t('alerts.title') }, { value: 'log', label: t('alerts.log') }]}
      onChange={alerts.getState().show}
    />
  );
  return (
    <PageView title={t('alerts.title')} choices={choices} age={age} actions={!isEmpty && makeButton}>
      {body()}
      {!isEmpty && (
        <Inspector>
          <AlertDetail alert={alert} />
        </Inspector>
      )}
    </PageView>
  );
}
