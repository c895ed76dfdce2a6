/** Bounds of one import: a hostile or mistaken file ends in an error, never in exhausted memory. */
export const importLimits = {
  /** Inflated size. */
  bytes: 16 * 2 ** 30,
  rows: 100_000_000,
  columns: 200,
  lineBytes: 1 << 20,
  symbols: 100_000,
  /** Files that can only be read whole: XLSX, JSON. */
  wholeFileBytes: 50 * 2 ** 20,
  /** The one file of an archive. */
  unzippedBytes: 500 * 2 ** 20,
  /** Rejections kept with the batch; counts go on. */
  keptRejections: 10_000,
  rejectionText: 200,
} as const;
