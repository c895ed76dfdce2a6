import type { FilePart, FileSink } from './import-file.ts';

/** Bars of one transaction, about those of a part of a large file. */
const fullBars = 65_536;

/** Joins the parts of small files: a transaction for each of ten thousand files would take longer than reading them. */
export class GatheredParts {
  readonly #sink: Pick<FileSink, 'part'>;
  #parts: FilePart[] = [];
  #bars = 0;

  constructor(sink: Pick<FileSink, 'part'>) {
    this.#sink = sink;
  }

  async add(part: FilePart): Promise<void> {
    this.#parts.push(part);
    for (const { columns } of part.series) this.#bars += columns.time.length;
    if (this.#bars >= fullBars) await this.flush();
  }

  async flush(): Promise<void> {
    const [first] = this.#parts;
    const last = this.#parts.at(-1);
    if (first === undefined || last === undefined) return;
    const part: FilePart = {
      format: first.format,
      series: this.#parts.flatMap(({ series }) => series),
      actions: this.#parts.flatMap(({ actions }) => actions),
      rejections: this.#parts.flatMap(({ rejections }) => rejections),
      counts: last.counts,
    };
    this.#parts = [];
    this.#bars = 0;
    await this.#sink.part(part);
  }
}
