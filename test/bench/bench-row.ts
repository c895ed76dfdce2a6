/** One line of the benchmark table. */
export interface BenchRow {
  readonly name: string;
  /** The budget as written in the product's documents; empty where a figure is only reported. */
  readonly budget: string;
  readonly measured: number;
  readonly unit: string;
  /** measured ÷ budget, null where there is none; above 1 is over budget. */
  readonly ratio: number | null;
}
