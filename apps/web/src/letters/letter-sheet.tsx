import type { LetterPreview } from '../api/letter-preview.js';
import { texts } from '../i18n/texts.js';
import './letters.css';

const useText = texts('letter-sheet', {
  nb: { missing: 'mangler', title: 'Slik blir brevet' },
  nn: { missing: 'manglar', title: 'Slik blir brevet' },
});

type Block = LetterPreview['blocks'][number];
type Line = NonNullable<Block['line']>;

/** The letter, as it will stand on paper. */
export function LetterSheet({
  letter: { blocks, language },
}: {
  readonly letter: Pick<LetterPreview, 'blocks' | 'language'>;
}) {
  const say = useText();
  return (
    <article className="letter-sheet" aria-label={say('title')} lang={language === 'NN' ? 'nn' : 'nb'}>
      {blocks.map((block, index) => (
        <SheetBlock key={index} block={block} />
      ))}
    </article>
  );
}

function SheetBlock({ block }: { readonly block: Block }) {
  const { kind, line = [], lines = [], items = [], head = [], rows = [] } = block;
  if (kind === 'heading') {
    return (
      <p
        className={`letter-heading level-${block.level ?? 1}`}
        role="heading"
        aria-level={(block.level ?? 1) + 3}
      >
        <Runs line={line} />
      </p>
    );
  }
  if (kind === 'list') {
    const all = items.map((item, index) => (
      <li key={index}>
        <Runs line={item} />
      </li>
    ));
    return block.isOrdered ? <ol>{all}</ol> : <ul>{all}</ul>;
  }
  if (kind === 'table') {
    return (
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              {head.map((cell, index) => (
                <th key={index} scope="col">
                  <Runs line={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, at) => (
                  <td key={at}>
                    <Runs line={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <p className={kind === 'box' ? 'letter-box' : undefined}>
      {lines.map((one, index) => (
        <span key={index} className="letter-line">
          <Runs line={one} />
        </span>
      ))}
    </p>
  );
}

/** Stretches of a line; one that nobody has told is a gap. */
function Runs({ line }: { readonly line: Line }) {
  const say = useText();
  return line.map(({ text, strong, field }, index) => {
    if (text === '' && field !== undefined) return <mark key={index}>[{say('missing')}]</mark>;
    return strong ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>;
  });
}
