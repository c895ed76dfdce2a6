import type { Rejection } from '../../../shared/contract/imports.ts';
import { importLimits } from './limits.ts';
import { isSkipRule, type RowRule } from './row-rules.ts';

/** Counts of one import, worker side. */
export interface TallyCounts {
  readonly rows: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly repaired: Readonly<Record<string, number>>;
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly skippedBy: Readonly<Record<string, number>>;
}

/** Keeps the books of an import: every row ends as a bar, skipped or rejected. */
export class ImportTally {
  rows = 0;
  #rejected = 0;
  #skipped = 0;
  readonly #repaired: Record<string, number> = {};
  readonly #rejectedBy: Record<string, number> = {};
  readonly #skippedBy: Record<string, number> = {};
  #kept: Rejection[] = [];

  repaired(rule: string, count = 1): void {
    this.#repaired[rule] = (this.#repaired[rule] ?? 0) + count;
  }

  refuse(line: number, rule: RowRule, text: string): void {
    if (isSkipRule(rule)) {
      this.#skipped += 1;
      this.#skippedBy[rule] = (this.#skippedBy[rule] ?? 0) + 1;
      return;
    }
    this.#rejected += 1;
    this.#rejectedBy[rule] = (this.#rejectedBy[rule] ?? 0) + 1;
    if (this.#rejected <= importLimits.keptRejections) this.#kept.push({ line, rule, text: text.slice(0, importLimits.rejectionText).toWellFormed() });
  }

  /** The rejections since the last call. */
  takeRejections(): Rejection[] {
    const taken = this.#kept;
    this.#kept = [];
    return taken;
  }

  counts(): TallyCounts {
    return {
      rows: this.rows, rejected: this.#rejected, skipped: this.#skipped,
      repaired: this.#repaired, rejectedBy: this.#rejectedBy, skippedBy: this.#skippedBy,
    };
  }
}
