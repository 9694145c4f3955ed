import { Button } from '@digdir/designsystemet-react';
import { type ChangeEvent, useId, useRef } from 'react';
import { texts } from '../../i18n/texts.js';

const useText = texts('import-file', {
  nb: {
    label: 'Velg en fil: Excel (.xlsx) eller CSV, høyst 10 MB og 5000 rader',
    choose: 'Velg fil og prøv den',
    other: 'Velg en annen fil',
    chosen: 'Valgt fil: {{name}}',
  },
  nn: {
    label: 'Vel ei fil: Excel (.xlsx) eller CSV, høgst 10 MB og 5000 rader',
    choose: 'Vel fil og prøv ho',
    other: 'Vel ei anna fil',
    chosen: 'Vald fil: {{name}}',
  },
});

interface Props {
  readonly file: File | undefined;
  readonly isReading: boolean;
  readonly onChoose: (file: File) => void;
}

/** Chooses the file; it is rehearsed at once. The same file may be chosen again, once it is mended. */
export function ChooseFile({ file, isReading, onChoose }: Props) {
  const say = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  function changed({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? [];
    if (chosen) onChoose(chosen);
    target.value = '';
  }
  return (
    <div className="import-choose">
      <label htmlFor={id}>{say('label')}</label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".xlsx,.csv,.txt"
        onChange={changed}
        className="ds-sr-only"
        tabIndex={-1}
      />
      <p className="import-buttons">
        <Button
          variant={file === undefined ? 'primary' : 'secondary'}
          loading={isReading}
          onClick={() => input.current?.click()}
        >
          {say(file === undefined ? 'choose' : 'other')}
        </Button>
        {file !== undefined && <span>{say('chosen', { name: file.name })}</span>}
      </p>
    </div>
  );
}
