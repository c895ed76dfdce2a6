import { AppError } from '../../shared/app-error.ts';

/** A positional that must be there. */
export function requiredText(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new AppError('app.usage', { problem: `${name} is missing` });
  return value;
}

/** One of a list. */
export function choice<const T extends string>(value: string, name: string, choices: readonly T[]): T {
  const found = choices.find((known) => known === value);
  if (found === undefined) throw new AppError('app.usage', { problem: `${name} ${value}: ${choices.join(', ')}` });
  return found;
}

/** A whole number within bounds. */
export function wholeNumber(value: string, name: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) throw new AppError('app.usage', { problem: `${name} ${value}: ${min} – ${max}` });
  return number;
}

/** A number, whatever its size; what is allowed is the contract's affair. */
function numberValue(value: string, name: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new AppError('app.usage', { problem: `${name} ${value}: a number` });
  return number;
}

/** The named flags that are given, as numbers under their names in the contract. */
export function numberFlags<const Name extends string>(values: Readonly<Record<string, unknown>>, flags: Readonly<Record<string, Name>>): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const [flag, name] of Object.entries(flags) as [string, Name][]) {
    const value = values[flag];
    if (typeof value === 'string') found[name] = numberValue(value, `--${flag}`);
  }
  return found;
}

/** A flag with a value, as text; undefined where it is not given. */
export function flagText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A flag that may come several times, as texts. */
export function flagTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
