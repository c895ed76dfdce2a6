import { splitRecords, type TableRecord } from './split-records.ts';

/** The beginning of a text file, decoded. */
export interface TextSample {
  /** The file's name without its folder. */
  readonly name: string;
  readonly lines: readonly string[];
  /** Whether it is the whole file. */
  readonly complete: boolean;
}

/** The sample as records of a delimiter. */
export function sampleRecords(sample: TextSample, delimiter: string): TableRecord[] {
  return splitRecords(sample.lines.join('\n'), 1, delimiter).records;
}
