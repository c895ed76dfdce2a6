import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { menuIndicators, parseChartSettings, startSettings } from '../../../src/renderer/pages/symbol/chart-settings.ts';
import { addIndicator, moveIndicator, removeIndicator, searchIndicators, setParameters } from '../../../src/renderer/pages/symbol/chosen-list.ts';
import { offeredFrequencies } from '../../../src/renderer/pages/symbol/offered-frequencies.ts';
import { pictureName } from '../../../src/renderer/pages/symbol/save-picture.ts';

describe('chart settings', () => {
  test('come back as they were kept', () => {
    const changed = { ...startSettings, freq: '1w' as const, scale: 'log' as const, volume: false, weights: { price: 80 }, panel: 'chan' as const };
    expect(parseChartSettings(JSON.stringify(changed))).toEqual(changed);
  });

  test('take their start values where the kept text is damaged, part by part', () => {
    const kept = { freq: '7d', scale: 'log', indicators: [{ key: 'a', id: 'gone', parameters: {} }, { key: 'b', id: 'rsi', parameters: {} }], weights: { price: 'x' }, chan: { parts: ['strokes', 'moons'] } };
    const read = parseChartSettings(JSON.stringify(kept));
    expect([read.freq, read.scale, read.indicators.map(({ key }) => key), read.weights, read.chan.parts]).toEqual(['1d', 'log', ['b'], {}, ['strokes']]);
  });

  test('never throw, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseChartSettings(text).indicators.every(({ id }) => menuIndicators.some((indicator) => indicator.id === id))).toBe(true);
    }));
  });

  test('offer the whole registry but HAMA, which has a panel of its own', () => {
    const ids = menuIndicators.map(({ id }) => id);
    expect([ids.includes('macd'), ids.includes('hama'), menuIndicators.some(({ inputs }) => inputs.includes('benchmark'))]).toEqual([true, false, true]);
  });
});

describe('the list of chosen indicators', () => {
  const [first, second] = menuIndicators;
  if (first === undefined || second === undefined) throw new Error('no indicators');
  const chosen = addIndicator(addIndicator(addIndicator([], first), second), first);

  test('gives two of a kind keys of their own', () => {
    expect(chosen.map(({ key }) => key)).toEqual([`${first.id}1`, `${second.id}1`, `${first.id}2`]);
  });

  test('moves, changes and removes one without touching the others', () => {
    expect(moveIndicator(chosen, `${first.id}2`, -5).map(({ key }) => key)).toEqual([`${first.id}2`, `${first.id}1`, `${second.id}1`]);
    expect(setParameters(chosen, `${second.id}1`, { period: 9 }).map(({ parameters }) => parameters)).toEqual([{}, { period: 9 }, {}]);
    expect(removeIndicator(chosen, `${second.id}1`).map(({ key }) => key)).toEqual([`${first.id}1`, `${first.id}2`]);
  });

  test('is searched by id and by both names', () => {
    expect(searchIndicators(menuIndicators, 'rsi').map(({ id }) => id)).toContain('rsi');
    expect(searchIndicators(menuIndicators, '布林').map(({ id }) => id)).toContain('bollinger');
    expect(searchIndicators(menuIndicators, 'no such thing')).toEqual([]);
  });
});

describe('what is offered', () => {
  test('is every frequency from the shortest stored one on', () => {
    expect(offeredFrequencies([{ freq: '1d', bars: 5 }])).toEqual(['1d', '1w', '1M']);
    expect(offeredFrequencies([{ freq: '30m', bars: 5 }, { freq: '1d', bars: 5 }])).toEqual(['30m', '1h', '4h', '1d', '1w', '1M']);
    expect(offeredFrequencies([{ freq: '1w', bars: 5 }, { freq: '1m', bars: 0 }])).toEqual(['1w']);
    expect(offeredFrequencies([])).toEqual([]);
  });

  test('a picture is named after its symbol in characters that every file system takes', () => {
    expect([pictureName('XNYS:BRK.B', '1d'), pictureName('../..:\\', '1w'), pictureName('XSHG:600519', '1M')]).toEqual(['XNYS-BRK.B-1d', 'chart-1w', 'XSHG-600519-1M']);
  });
});
