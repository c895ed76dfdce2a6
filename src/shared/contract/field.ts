import { z } from 'zod';
import { parseTradingDate } from '../time.ts';

/** Text a person wrote: bounded, well-formed Unicode without NUL. */
export function text(maxLength: number, minLength = 0) {
  return z
    .string()
    .min(minLength)
    .max(maxLength)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), { error: 'holds a character that is not text' });
}

/** A whole number within bounds. */
export function whole(min: number, max: number) {
  return z.number().int().min(min).max(max);
}

/** A trading date as `2018-02-07`, from 1800 to 2200. */
export const isoDate = z.string().refine(
  (value) => parseTradingDate(value) !== null && value >= '1800-01-01' && value <= '2200-12-31',
  { error: 'is not a date like 2018-02-07' },
);

/** What a person types for an instrument; resolved in main. */
export const symbolText = text(64, 1);

/** A capability for one file: 32 random bytes as base64url, made in main. */
export const fileToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'is not a file token' });
