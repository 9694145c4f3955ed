import type { Block, LetterDocument, Line } from './document.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const inline = (line: Line): string =>
  line.map(({ text, strong }) => (strong ? `<strong>${escaped(text)}</strong>` : escaped(text))).join('');
const lines = (all: readonly Line[]): string => all.map(inline).join('<br>');
const row = (cells: readonly Line[], cell: 'th' | 'td'): string =>
  `<tr>${cells.map((line) => `<${cell}${cell === 'th' ? ' scope="col"' : ''}>${inline(line)}</${cell}>`).join('')}</tr>`;

function element(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inline(block.line)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${lines(block.lines)}</p>`;
    case 'box':
      return `<aside><p>${lines(block.lines)}</p></aside>`;
    case 'list': {
      const tag = block.isOrdered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table><thead>${row(block.head, 'th')}</thead><tbody>${block.rows.map((one) => row(one, 'td')).join('')}</tbody></table>`;
  }
}

/** The letter as a page of its own, without scripts or styles from anywhere. */
export const html = ({ language, title, blocks }: LetterDocument): string =>
  `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><main>\n${blocks.map(element).join('\n')}\n</main></body></html>\n`;
