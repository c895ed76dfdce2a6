import { Play } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestAnswer, BacktestTradeRow } from '../../../shared/contract/backtest-figures.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import { Button } from '../../components/button.tsx';
import { csvText } from '../../components/csv-text.ts';
import { DataTable } from '../../components/data-table.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { saveText } from '../../components/save-text.ts';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useRun } from '../../stores/use-run.ts';
import { useScope } from '../../universe/use-scope.ts';
import { BacktestFacts } from './backtest-facts.tsx';
import { EquityCurve } from './equity-curve.tsx';
import { ScanFrame } from './scan-frame.tsx';
import styles from './scan-tools.module.css';
import { tradeColumns } from './trade-columns.tsx';

interface BacktestViewProps {
  readonly title: string;
  readonly text: string;
  /** The choice between matches and back-test. */
  readonly choice: ReactNode;
}

const none: readonly BacktestTradeRow[] = [];
type Options = Readonly<Record<'capital' | 'positionPercent' | 'maxPositions' | 'commissionRate' | 'slippageTicks', number>>;

/** What trading a rule would have come to: orders on the next open, with costs, lots, limits and suspensions. */
export function BacktestView({ title, text, choice }: BacktestViewProps) {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  const scope = useScope();
  const [options, setOptions] = useState<Options>({ capital: 1_000_000, positionPercent: 10, maxPositions: 10, commissionRate: 0.0003, slippageTicks: 1 });
  const [exit, setExit] = useState('');
  const [tried, setTried] = useState<MethodInput<'scan.backtest'>>({ text });
  const run = useRun('scan.backtest', { ...scope, ...tried });
  const { answer, isOther, reload } = run;
  const columns = useMemo(() => tradeColumns(t), [t]);
  const trades = answer.value?.trades ?? none;
  const change = (part: Partial<Options>): void => setOptions({ ...options, ...part });
  const tools = (
    <div className={styles.stack}>
      <div className={styles.row}>{choice}</div>
      <div className={styles.tools}>
        <NumberField label={t('backtest.capital')} value={options.capital} min={1} max={1e12} step={1} onChange={(capital) => change({ capital })} />
        <NumberField label={t('backtest.positionPercent')} value={options.positionPercent} min={0.1} max={100} step={0.1} onChange={(positionPercent) => change({ positionPercent })} />
        <NumberField label={t('backtest.maxPositions')} value={options.maxPositions} min={1} max={1_000} step={1} onChange={(maxPositions) => change({ maxPositions })} />
        <NumberField label={t('backtest.commission')} value={options.commissionRate} min={0} max={0.1} step={0.0001} onChange={(commissionRate) => change({ commissionRate })} />
        <NumberField label={t('backtest.slippage')} value={options.slippageTicks} min={0} max={1_000} step={1} onChange={(slippageTicks) => change({ slippageTicks })} />
      </div>
      <div className={styles.row}>
        <input type="text" aria-label={t('backtest.exit')} placeholder={t('backtest.exit.hint')} maxLength={2_000} spellCheck={false} value={exit} onChange={(event) => setExit(event.target.value)} className={styles.wide} />
        <Button look="primary" icon={<Play size={16} aria-hidden />} onClick={() => setTried({ text, ...options, ...(exit.trim() === '' ? {} : { exit: exit.trim() }) })}>{t('rule.run')}</Button>
      </div>
    </div>
  );
  return (
    <ScanFrame title={title} hint={t('backtest.hint')} answer={answer} isOther={isOther} onRetry={() => void reload()} run={run} tools={tools} needsRanks={false} onExport={trades.length === 0 ? null : () => saveText(csvText(columns, trades), `${title}-trades`, 'csv')}>
      {(found: BacktestAnswer) => (
        <>
          <EquityCurve points={found.equity} />
          {found.trades.length === 0 ? (
            <p className={styles.none}>{t('backtest.none')}</p>
          ) : (
            <div className={styles.grow}>
              <DataTable id="trades" label={t('backtest.trades')} rows={found.trades} columns={columns} rowId={tradeId} onOpen={(id) => navigation.getState().openSymbol(id.slice(0, id.indexOf(' ')))} />
            </div>
          )}
          <Inspector>
            <BacktestFacts answer={found} />
          </Inspector>
        </>
      )}
    </ScanFrame>
  );
}

function tradeId({ symbol, entryDate, quantity }: BacktestTradeRow): string {
  return `${symbol} ${entryDate} ${String(quantity)}`;
}
