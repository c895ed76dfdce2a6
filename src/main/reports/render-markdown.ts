import { cellText } from './render-html.ts';
import type { Block, ReportDocument } from './report-document.ts';

/** The document as Markdown; charts become their captions, since Markdown has none of its own. */
export function renderMarkdown(document: ReportDocument): string {
  const parts = [`# ${escapeText(document.title)}`, escapeText(document.subtitle)];
  if (document.watermark !== null) parts.push(`**${escapeText(document.watermark)}**`);
  for (const { title, blocks } of document.chapters) parts.push(`## ${escapeText(title)}`, ...blocks.map(renderBlock));
  parts.push('---', escapeText(document.footer));
  return `${parts.join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeText(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeText(item)}`).join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => `- ${escapeText(label)}: ${escapeText(value)}`).join('\n');
    case 'chart':
      return `*${escapeText(block.figure.caption)}*`;
    case 'callout':
      return `> ${escapeText(block.text)}`;
    case 'table': {
      const line = (cells: readonly string[]): string => `| ${cells.map(escapeText).join(' | ')} |`;
      const head = line(block.columns.map(({ title }) => title));
      const rule = `| ${block.columns.map(({ align }) => (align === 'end' ? '---:' : '---')).join(' | ')} |`;
      return [head, rule, ...block.rows.map((row) => line(block.columns.map((column, index) => cellText(row[index] ?? null, column))))].join('\n');
    }
  }
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, (character) => `\\${character}`).replace(/\s*[\r\n]+\s*/g, ' ');
}
