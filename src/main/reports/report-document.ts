/** Text with its language settled; renderers escape it. */
export type Cell = string | number | null;

export interface TableColumn {
  readonly title: string;
  readonly align: 'start' | 'end';
  /** Fixed decimals for numbers of this column; without it the shortest text. */
  readonly decimals?: number;
}

/** A finished chart: SVG without ids, scripts, links or style attributes. */
interface ChartFigure {
  readonly svg: string;
  readonly caption: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string; readonly tone: Tone }[] }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'chart'; readonly figure: ChartFigure }
  | { readonly kind: 'callout'; readonly tone: 'info' | 'warning' | 'danger'; readonly text: string };

/** Direction of a figure, never shown by colour alone. */
export type Tone = 'rise' | 'fall' | 'flat';

/** A chapter is built on its own: one that fails becomes a callout and the others stand. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report before it has a format. The same document is rendered to every format. */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly language: 'en' | 'zh';
  readonly direction: string;
  /** Set for the demo workspace: stands on every page. */
  readonly watermark: string | null;
  readonly chapters: readonly Chapter[];
  readonly footer: string;
}
