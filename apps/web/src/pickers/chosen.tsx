import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.js';

const useText = texts('chosen', {
  nb: { change: 'Bytt', changeWhat: 'Bytt {{label}}' },
  nn: { change: 'Byt', changeWhat: 'Byt {{label}}' },
});

interface Props {
  readonly label: string;
  readonly name: string;
  readonly facts?: ReactNode;
  readonly change: () => void;
}

/** Who or what was chosen, with a way to choose another. */
export function Chosen({ label, name, facts, change }: Props) {
  const say = useText();
  return (
    <div>
      <p className="ds-label picker-label">{label}</p>
      <div className="chosen">
        <div>
          <strong>{name}</strong> {facts !== undefined && <span className="quiet">{facts}</span>}
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
