export type SortDirection = 'asc' | 'desc';

/** Figures sort from the top first, texts from A; the second click turns round, the third takes the sorting away (null). */
export function nextSortDirection(sorted: false | SortDirection, figuresFirst: boolean): SortDirection | null {
  const first = figuresFirst ? 'desc' : 'asc';
  if (sorted === false) return first;
  if (sorted !== first) return null;
  return first === 'asc' ? 'desc' : 'asc';
}
