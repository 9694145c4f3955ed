import { type Block, type LetterDocument, textOf } from './document.js';

/** The letter as text to read aloud, or to send where nothing else goes: one block after the other, an empty line between. */
export const plainText = ({ blocks }: LetterDocument): string => `${blocks.map(asText).join('\n\n')}\n`;

function asText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return textOf(block.line);
    case 'paragraph':
    case 'box':
      return block.lines.map(textOf).join('\n');
    case 'list':
      return block.items
        .map((item, index) => `${block.isOrdered ? `${index + 1}.` : '–'} ${textOf(item)}`)
        .join('\n');
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.map(textOf).join(' · ')).join('\n');
  }
}
