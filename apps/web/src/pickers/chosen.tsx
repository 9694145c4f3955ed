import { Button } from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';

const useText = texts('chosen', {
  nb: { change: 'Bytt', changeWhat: 'Bytt {{label}}', unnamed: 'Valgt' },
  nn: { change: 'Byt', changeWhat: 'Byt {{label}}', unnamed: 'Vald' },
});

interface Props {
  readonly label: string;
  /** As it was called when it was chosen; a draft of before knows the id alone. */
  readonly name: string | undefined;
  readonly change: () => void;
}

/** Who or what was chosen, with a way to choose another. */
export function Chosen({ label, name, change }: Props) {
  const say = useText();
  return (
    <div>
      <p className="ds-label picker-label">{label}</p>
      <div className="chosen">
        <div>
          <strong>{name ?? say('unnamed')}</strong>
        </div>
        <Button
          type="button"
          variant="secondary"
          onClick={change}
          aria-label={say('changeWhat', { label: label.toLowerCase() })}
        >
          {say('change')}
        </Button>
      </div>
    </div>
  );
}
