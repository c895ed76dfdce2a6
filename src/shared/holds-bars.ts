const kinds = /\.(csv|tsv|txt|xlsx?|json|jsonl|ndjson|zip|day|lc1|lc5)(\.gz)?$/i;
const hidden = /(^|\/)(\.|__MACOSX\/)/;

/** Whether a file of a folder may hold bars, by its path in it; hidden files and those of hidden folders do not. */
export function holdsBars(path: string): boolean {
  return kinds.test(path) && !hidden.test(path);
}
