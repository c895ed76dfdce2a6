import { describe, expect, test } from 'vitest';
import { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import { chanReport, type ChanReport } from '../../../src/analysis/chan/chan-report.ts';
import { stepRows, type StepRow } from '../../../src/analysis/chan/chan-step.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { hasReference } from '../../reference-data.ts';
import { differences } from './chan-differences.ts';
import { readReferenceJson, readSp500 } from './chan-reference.ts';

type Expected = Partial<ChanReport> & { macd?: readonly (readonly number[])[] };

interface Golden {
  symbols: Record<string, Expected>;
}

const files = ['data/chan-golden-dev.json', 'data/chan-golden-variants-dev.json.gz', 'data/chan-golden-step-dev.json.gz', 'data/sp500-5yr.csv.gz'];

describe.skipIf(!files.every(hasReference))('the reference vectors of Chan (needs the reference data)', () => {
  const bars = hasReference('data/sp500-5yr.csv.gz') ? readSp500() : new Map<string, BarColumns>();

  test('the default configuration gives every element of every symbol', () => {
    const { symbols } = readReferenceJson('data/chan-golden-dev.json') as Golden;
    expect(Object.keys(symbols)).toHaveLength(10);
    expect(compareAll(bars, {}, symbols)).toEqual([]);
  });

  test('the MACD of every symbol', () => {
    const { symbols } = readReferenceJson('data/chan-golden-dev.json') as Golden;
    const found = Object.entries(symbols).flatMap(([symbol, { macd = [] }]) => {
      const { histogram } = load(bars, symbol, {}).momentum;
      expect(macd.length).toBeGreaterThan(20);
      return macd.flatMap(([bar = -1, , , expected]) => differences(histogram[bar], expected, `${symbol} bar ${bar}`));
    });
    expect(found).toEqual([]);
  });

  const { variants } = hasReference('data/chan-golden-variants-dev.json.gz')
    ? (readReferenceJson('data/chan-golden-variants-dev.json.gz') as { variants: Record<string, Golden & { overrides: unknown }> })
    : { variants: {} };
  test.each(Object.entries(variants))('the variant %s gives every element of every symbol', (_, { overrides, symbols }) => {
    expect(Object.keys(symbols)).toHaveLength(10);
    expect(compareAll(bars, overrides, symbols)).toEqual([]);
  });

  const { symbols: stepped } = hasReference('data/chan-golden-step-dev.json.gz')
    ? (readReferenceJson('data/chan-golden-step-dev.json.gz') as { symbols: Record<string, { rows: StepRow[] }> })
    : { symbols: {} };
  test.each(Object.entries(stepped))('%s: after every bar the counters are those of the reference, and the end equals the batch', (symbol, { rows }) => {
    const step = stepRows(parseChanConfig(), barsOf(bars, symbol));
    expect(step.rows).toEqual(rows);
    expect(chanReport(step.engine, '1d')).toEqual(chanReport(load(bars, symbol, {}), '1d'));
  });
});

function compareAll(bars: Map<string, BarColumns>, overrides: unknown, symbols: Record<string, Expected>): string[] {
  return Object.entries(symbols).flatMap(([symbol, expected]) => {
    const report: Record<string, unknown> = { ...chanReport(load(bars, symbol, overrides), '1d') };
    const parts = Object.entries(expected).filter(([name]) => name !== 'macd');
    return parts.flatMap(([name, part]) => differences(report[name], part, `${symbol}.${name}`));
  });
}

function load(bars: Map<string, BarColumns>, symbol: string, overrides: unknown): ChanEngine {
  const engine = new ChanEngine(parseChanConfig(overrides));
  engine.load(barsOf(bars, symbol));
  return engine;
}

function barsOf(bars: Map<string, BarColumns>, symbol: string): BarColumns {
  const found = bars.get(symbol);
  if (found === undefined) throw new Error(`no bars of ${symbol}`);
  return found;
}
