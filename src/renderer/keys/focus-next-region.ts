/** Moves the focus to the next part of the window (rail, list, work area, inspector, status bar), round and round. */
export function focusNextRegion(page: Document): void {
  const regions = [...page.querySelectorAll<HTMLElement>('nav, [data-region], footer')];
  const at = regions.findIndex((region) => region.contains(page.activeElement));
  const next = regions[(at + 1) % regions.length];
  if (next === undefined) return;
  const target = next.querySelector<HTMLElement>('[role="grid"], input, button, [tabindex="0"]') ?? next;
  target.focus();
}
