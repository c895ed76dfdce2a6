/** The direction a figure's text shows: none where the figure rounds to zero, as it carries no sign then, nor where it is missing. */
export function shownDirection(value: number, text: string): 'rise' | 'fall' | null {
  const isZero = /\d/.test(text) && !/[1-9]/.test(text);
  if (isZero || !(value > 0 || value < 0)) return null;
  return value > 0 ? 'rise' : 'fall';
}
