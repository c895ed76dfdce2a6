import { AppError } from '../../shared/app-error.ts';

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads `30s`, `5m`, `1h`, `1d`. Throws `app.usage`. */
export function durationMs(text: string, name: string): number {
  const match = /^(\d{1,5})([smhd])$/.exec(text);
  const unit = units[match?.[2] ?? ''];
  if (match === null || unit === undefined) throw new AppError('app.usage', { problem: `${name} ${text}: 30s, 5m, 1h` });
  return Number(match[1]) * unit;
}
