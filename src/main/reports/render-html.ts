import { createHash } from 'node:crypto';
import { formatNumber } from '../../shared/format/format-number.ts';
import type { Block, Cell, ReportDocument, TableColumn } from './report-document.ts';
import { reportStyle } from './report-style.ts';
import { escapeMarkup } from './svg-writer.ts';

const styleHash = createHash('sha256').update(reportStyle).digest('base64');
/** Nothing is loaded and nothing runs: the page is what it was when it was made. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** One self-contained page. The same document gives the same bytes. */
export function renderHtml(document: ReportDocument): string {
  const language = document.language === 'zh' ? 'zh-CN' : 'en';
  const chapters = document.chapters.map(({ id, title, blocks }) => `<section id="${escapeMarkup(id)}"><h2>${escapeMarkup(title)}</h2>${blocks.map(renderBlock).join('')}</section>`);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(document.title)}</title><style>${reportStyle}</style></head><body class="${escapeMarkup(document.direction)}">`,
    document.watermark === null ? '' : `<p class="watermark">${escapeMarkup(document.watermark)}</p>`,
    `<header><h1>${escapeMarkup(document.title)}</h1><p>${escapeMarkup(document.subtitle)}</p></header><main>`,
    ...chapters,
    `</main><footer>${escapeMarkup(document.footer)}</footer></body></html>\n`,
  ].join('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeMarkup(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${block.facts.map(({ label, value, tone }) => `<div><dt>${escapeMarkup(label)}</dt><dd class="${tone}">${escapeMarkup(value)}</dd></div>`).join('')}</dl>`;
    case 'table':
      return renderTable(block.columns, block.rows);
    case 'chart':
      return `<figure>${block.figure.svg}<figcaption>${escapeMarkup(block.figure.caption)}</figcaption></figure>`;
    case 'callout':
      return `<p class="callout ${block.tone}">${escapeMarkup(block.text)}</p>`;
  }
}

function renderTable(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): string {
  const head = columns.map(({ title, align }) => `<th class="${align}" scope="col">${escapeMarkup(title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column, index) => `<td class="${column.align}">${escapeMarkup(cellText(row[index] ?? null, column))}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Missing values are an en dash, negative numbers carry a real minus. */
export function cellText(cell: Cell, { decimals }: TableColumn): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return decimals === undefined ? String(cell).replace('-', '−') : formatNumber(cell, decimals);
}
