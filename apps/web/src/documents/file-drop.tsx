import { Button, ValidationMessage } from '@digdir/designsystemet-react';
import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react';
import { texts } from '../i18n/texts.js';

const useText = texts('document-drop', {
  nb: {
    label: 'Fila',
    drop: 'Slipp fila her, eller velg den. PDF, bilde (PNG, JPEG), Word eller ren tekst, høyst 25 MB.',
    choose: 'Velg fil',
    other: 'Velg en annen fil',
    chosen: 'Valgt: {{name}}',
  },
  nn: {
    label: 'Fila',
    drop: 'Slepp fila her, eller vel ho. PDF, bilete (PNG, JPEG), Word eller rein tekst, høgst 25 MB.',
    choose: 'Vel fil',
    other: 'Vel ei anna fil',
    chosen: 'Vald: {{name}}',
  },
});

interface Props {
  readonly file: File | undefined;
  readonly error: string | undefined;
  readonly choose: (file: File) => void;
}

/** A file that is dropped here, or chosen. */
export function FileDrop({ file, error, choose }: Props) {
  const say = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  function take([first]: Iterable<File> & readonly File[]) {
    if (first) choose(first);
  }
  function changed({ target }: ChangeEvent<HTMLInputElement>) {
    take([...(target.files ?? [])]);
    target.value = '';
  }
  function over(event: DragEvent, is: boolean) {
    event.preventDefault();
    setIsOver(is);
  }
  return (
    <div
      className={isOver ? 'file-drop is-over' : 'file-drop'}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        take([...event.dataTransfer.files]);
      }}
    >
      <label htmlFor={id}>{say('label')}</label>
      <p id={`${id}-drop`} className="quiet">
        {say('drop')}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.docx,.txt"
        aria-describedby={`${id}-drop`}
        onChange={changed}
        className="ds-sr-only"
        tabIndex={-1}
      />
      <Button type="button" variant="secondary" onClick={() => input.current?.click()}>
        {say(file === undefined ? 'choose' : 'other')}
      </Button>
      <p role="status">{file !== undefined && say('chosen', { name: file.name })}</p>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </div>
  );
}
