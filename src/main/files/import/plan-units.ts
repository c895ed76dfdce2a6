import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { ImportOptions } from '../../../shared/contract/imports.ts';
import type { AmountCheck } from './check-amounts.ts';
import type { FormatTraits } from './format.ts';
import type { TableShape } from './guess-table.ts';
import { headerUnit } from './header-unit.ts';

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
export function planUnits(options: ImportOptions, traits: FormatTraits, table: TableShape, check: AmountCheck | null, chineseIndex: boolean): PlannedUnits {
  const written = writtenUnits(table);
  if (written !== null && options.volumeUnit === undefined) return written;
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
  const note = agrees ? [] : [proof === undefined ? doubt(check) : contradiction(stated, proof[0])];
  return !agrees && options.volumeUnit === undefined && proof !== undefined ? units(proof[0], proof[1], note) : units(stated, amountScale, note);
}

function units(volumeUnit: 'shares' | 'lots' | null, amountScale: number, notes: readonly ErrorReply[]): PlannedUnits {
  return { volumeUnit, volumeScale: volumeUnit === 'lots' ? 100 : 1, amountScale, notes };
}

/** Units that the header itself writes; null where it writes none for the volume. */
function writtenUnits({ header, columns }: TableShape): PlannedUnits | null {
  const cell = (role: string): string => header?.[columns.findIndex((one) => one === role)] ?? '';
  const volumeScale = headerUnit(cell('volume'), 'volume');
  if (volumeScale === null) return null;
  return { volumeUnit: volumeScale === 100 ? 'lots' : 'shares', volumeScale, amountScale: headerUnit(cell('amount'), 'amount') ?? 1, notes: [] };
}

function contradiction(stated: 'shares' | 'lots', proved: 'shares' | 'lots'): ErrorReply {
  return new AppError(stated === proved ? 'import.noteAmount' : proved === 'shares' ? 'import.noteShares' : 'import.noteLots').toReply();
}

function doubt(check: AmountCheck): ErrorReply {
  return new AppError('import.noteUnit', { perUnit: Number(check.perUnit.toPrecision(6)) }).toReply();
}
