/**
 * Copies the fields of an object, not what they refer to; the returned function puts them back and may be called more than once.
 */
export function rememberFields(target: object): () => void {
  const fields = { ...target };
  return () => {
    Object.assign(target, fields);
  };
}

/** Remembers a list from `from` on: which members it has there and their fields. What lies before must stay as it is. */
export function rememberTail(list: (object | null)[], from: number): () => void {
  const members = list.slice(from);
  const restores = members.flatMap((member) => (member === null ? [] : [rememberFields(member)]));
  return () => {
    list.length = Math.min(list.length, from);
    list.push(...members);
    for (const restore of restores) restore();
  };
}
