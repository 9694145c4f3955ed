import { Button } from '@digdir/designsystemet-react';
import { handOverFile } from '../api/download.js';
import { openPdf } from '../api/letter-preview.js';
import { texts } from '../i18n/texts.js';

const useText = texts('letter-printed', {
  nb: { pdf: 'Last ned PDF', html: 'Last ned som nettside', text: 'Last ned som ren tekst' },
  nn: { pdf: 'Last ned PDF', html: 'Last ned som nettside', text: 'Last ned som rein tekst' },
});

interface Props {
  readonly of: { readonly pdf: string; readonly html: string; readonly text: string };
  /** What the file is called, without its ending. */
  readonly name: string;
}

/** What was printed, as each of the files that it can be. */
export function PrintedButtons({ of: { pdf, html, text }, name }: Props) {
  const say = useText();
  const files = [
    ['pdf', () => openPdf(pdf, `${name}.pdf`)],
    ['html', () => handOverFile(new Blob([html], { type: 'text/html' }), `${name}.html`)],
    ['text', () => handOverFile(new Blob([text], { type: 'text/plain' }), `${name}.txt`)],
  ] as const;
  return files.map(([key, hand]) => (
    <Button key={key} type="button" variant="secondary" data-size="sm" onClick={hand}>
      {say(key)}
    </Button>
  ));
}
