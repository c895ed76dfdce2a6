const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for HTML and XML, in content and in attributes; control characters that XML forbids are dropped. */
export function escapeMarkup(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Writes SVG elements; coordinates are rounded to a tenth, so that the text is short and the same everywhere. */
export class SvgWriter {
  readonly #parts: string[] = [];

  line(className: string, x1: number, y1: number, x2: number, y2: number): void {
    this.#parts.push(`<line class="${className}" x1="${tenth(x1)}" y1="${tenth(y1)}" x2="${tenth(x2)}" y2="${tenth(y2)}"/>`);
  }

  rectangle(className: string, x: number, y: number, width: number, height: number): void {
    this.#parts.push(`<rect class="${className}" x="${tenth(x)}" y="${tenth(y)}" width="${tenth(width)}" height="${tenth(height)}"/>`);
  }

  /** A path given as its `d` text. */
  path(className: string, d: string): void {
    this.#parts.push(`<path class="${className}" d="${d}"/>`);
  }

  /** A line through the points; NaN breaks it. */
  polyline(className: string, xs: ArrayLike<number>, ys: ArrayLike<number>): void {
    let d = '';
    let drawing = false;
    for (let index = 0; index < xs.length; index += 1) {
      const [x, y] = [xs[index] as number, ys[index] as number];
      if (Number.isNaN(y)) {
        drawing = false;
        continue;
      }
      d += `${drawing ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`;
      drawing = true;
    }
    if (d !== '') this.path(className, d);
  }

  text(className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): void {
    this.#parts.push(`<text class="${className}" x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}">${escapeMarkup(content)}</text>`);
  }

  /** The whole drawing; `label` is what a screen reader says. */
  finish(width: number, height: number, label: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(label)}">${this.#parts.join('')}</svg>`;
  }
}

export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}
