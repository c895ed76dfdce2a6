import type { Indicator } from '../../../analysis/indicators/indicator.ts';
import type { ParameterValue } from '../../../analysis/indicators/parameter.ts';
import type { ChosenIndicator } from './chart-settings.ts';

/** Adds an indicator with its defaults; its key is the first free number after its id. */
export function addIndicator(chosen: readonly ChosenIndicator[], { id }: Pick<Indicator, 'id'>): readonly ChosenIndicator[] {
  const taken = new Set(chosen.map(({ key }) => key));
  let number = 1;
  while (taken.has(`${id}${number}`)) number++;
  return [...chosen, { key: `${id}${number}`, id, parameters: {} }];
}

export function removeIndicator(chosen: readonly ChosenIndicator[], key: string): readonly ChosenIndicator[] {
  return chosen.filter((candidate) => candidate.key !== key);
}

/** Moves an indicator by places, earlier ones first; its pane moves with it. */
export function moveIndicator(chosen: readonly ChosenIndicator[], key: string, by: number): readonly ChosenIndicator[] {
  const at = chosen.findIndex((candidate) => candidate.key === key);
  const moved = chosen[at];
  if (moved === undefined) return chosen;
  const others = chosen.toSpliced(at, 1);
  return others.toSpliced(Math.min(others.length, Math.max(0, at + by)), 0, moved);
}

export function setParameters(chosen: readonly ChosenIndicator[], key: string, parameters: Readonly<Record<string, ParameterValue>>): readonly ChosenIndicator[] {
  return chosen.map((candidate) => (candidate.key === key ? { ...candidate, parameters } : candidate));
}

/** Indicators whose id or either name holds every word of a text. */
export function searchIndicators(indicators: readonly Indicator[], text: string): readonly Indicator[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return indicators.filter(({ id, name }) => {
    const hay = `${id} ${name.en} ${name.zh}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}

/** Moves an indicator past the next one in `panes` (the keys of those with panes), whatever lies between them in the list. */
export function movePane(chosen: readonly ChosenIndicator[], panes: readonly string[], key: string, by: 1 | -1): readonly ChosenIndicator[] {
  const other = panes[panes.indexOf(key) + by];
  const from = chosen.findIndex((candidate) => candidate.key === key);
  const to = chosen.findIndex((candidate) => candidate.key === other);
  return from === -1 || to === -1 ? chosen : moveIndicator(chosen, key, to - from);
}
