import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { ImportOptions } from '../../../shared/contract/imports.ts';
import type { AmountCheck } from './check-amounts.ts';
import type { FormatTraits } from './format.ts';

export interface PlannedUnits {
  readonly volumeUnit: 'shares' | 'lots' | null;
  readonly volumeScale: number;
  readonly amountScale: number;
  readonly notes: readonly ErrorReply[];
}

/** Volume unit and amount scale that a power of ten of amount ÷ volume over price proves. */
const proofs: Readonly<Record<number, readonly ['shares' | 'lots', number]>> = {
  0: ['shares', 1], 2: ['lots', 1], [-1]: ['lots', 1_000], [-3]: ['shares', 1_000], [-2]: ['lots', 10_000], [-4]: ['shares', 10_000],
};

/** An index has no price per share: only an average that no market's shares reach shows that lots were counted. */
const highestAverageSharePrice = 300;

/** Settles what volumes and amounts count, by the person, the product, or the figures; a contradiction becomes a note. */
export function planUnits(options: ImportOptions, traits: FormatTraits, check: AmountCheck | null, chineseIndex: boolean): PlannedUnits {
  const stated = options.volumeUnit ?? traits.volumeUnit;
  if (chineseIndex) {
    const unit = stated ?? (check !== null && check.perUnit > highestAverageSharePrice ? 'lots' : 'shares');
    return units(unit, traits.amountScale ?? 1, []);
  }
  const proof = check?.power === undefined || check.power === null ? undefined : proofs[check.power];
  if (stated === undefined) {
    if (check === null || proof !== undefined) return units(proof?.[0] ?? null, proof?.[1] ?? 1, []);
    return units(null, 1, [doubt(check)]);
  }
  const amountScale = traits.amountScale ?? (options.volumeUnit === undefined ? 1 : proof?.[0] === stated ? proof[1] : 1);
  const agrees = check === null || (proof?.[0] === stated && proof[1] === amountScale);
  // What the product's files usually count yields to figures that prove otherwise; what the person said does not.
  if (!agrees && options.volumeUnit === undefined && proof !== undefined) return units(proof[0], proof[1], [doubt(check)]);
  return units(stated, amountScale, agrees ? [] : [doubt(check)]);
}

function units(volumeUnit: 'shares' | 'lots' | null, amountScale: number, notes: readonly ErrorReply[]): PlannedUnits {
  return { volumeUnit, volumeScale: volumeUnit === 'lots' ? 100 : 1, amountScale, notes };
}

function doubt(check: AmountCheck): ErrorReply {
  return new AppError('import.noteUnit', { perUnit: Number(check.perUnit.toPrecision(6)) }).toReply();
}
