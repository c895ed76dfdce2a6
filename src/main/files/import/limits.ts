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
  /** One file of an archive; all of them together keep to `bytes`. */
  unzippedBytes: 500 * 2 ** 20,
  archiveFiles: 100_000,
  /** Times its size that a file or archive may unpack to, once it unpacks to more than `archiveFreeBytes`. Bars pack to a tenth, seldom to a fiftieth. */
  archiveRatio: 200,
  archiveFreeBytes: 16 * 2 ** 20,
  /** Rejections kept with the batch; counts go on. */
  keptRejections: 10_000,
  rejectionText: 200,
} as const;
