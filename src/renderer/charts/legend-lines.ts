import type { ChartFrame } from './chart-frame.ts';
import type { LegendItem } from './overlay.ts';

/** One legend line a pane, laid over the canvas as plain text nodes. */
export interface LegendLines {
  draw(frame: ChartFrame, index: number, lead: string): void;
  close(): void;
}

/** Opens the legend lines in a host that is positioned. Colours come from classes, so that the theme decides. */
export function openLegendLines(host: HTMLElement): LegendLines {
  let lines: HTMLElement[] = [];
  return {
    draw(frame, index, lead) {
      while (lines.length > frame.panes.length) lines.pop()?.remove();
      while (lines.length < frame.panes.length) {
        const line = host.ownerDocument.createElement('div');
        line.className = 'chart-legend';
        host.append(line);
        lines.push(line);
      }
      frame.panes.forEach((pane, place) => {
        const line = lines[place];
        if (line === undefined) return;
        line.style.top = `${pane.rect.top + 4}px`;
        line.style.right = `${frame.axisWidth + 8}px`;
        const items: LegendItem[] = place === 0 ? [{ label: '', value: lead }] : pane.pane.title === '' ? [] : [{ label: pane.pane.title, value: '' }];
        for (const overlay of pane.pane.overlays) items.push(...overlay.legend(index));
        writeItems(line, items);
      });
    },
    close() {
      for (const line of lines) line.remove();
      lines = [];
    },
  };
}

function writeItems(line: HTMLElement, items: readonly LegendItem[]): void {
  while (line.childElementCount > items.length) line.lastElementChild?.remove();
  items.forEach((item, place) => {
    const existing = line.children[place];
    const entry = existing instanceof HTMLElement ? existing : newEntry(line);
    const [label, value] = entry.children;
    if (!(label instanceof HTMLElement) || !(value instanceof HTMLElement)) return;
    if (label.textContent !== item.label) label.textContent = item.label;
    if (value.textContent !== item.value) value.textContent = item.value;
    const tone = item.color === undefined ? '' : `chart-ink-${item.color}`;
    if (value.className !== tone) value.className = tone;
  });
}

function newEntry(line: HTMLElement): HTMLElement {
  const entry = line.ownerDocument.createElement('span');
  entry.append(line.ownerDocument.createElement('span'), line.ownerDocument.createElement('span'));
  line.append(entry);
  return entry;
}
