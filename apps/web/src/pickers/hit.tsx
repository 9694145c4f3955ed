import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.js';

const useText = texts('hit', {
  nb: { pick: 'Velg', pickWhat: 'Velg {{what}}' },
  nn: { pick: 'Vel', pickWhat: 'Vel {{what}}' },
});

interface Props {
  readonly name: string;
  readonly facts?: ReactNode;
  /** What is picked, for whoever hears the button alone. */
  readonly what: string;
  readonly pick: () => void;
  /** What else there is to say of it. */
  readonly children?: ReactNode;
}

/** One of what was found, with the button that picks it. */
export function Hit({ name, facts, what, pick, children }: Props) {
  const say = useText();
  return (
    <li>
      <span>
        <strong>{name}</strong> {facts !== undefined && <span className="quiet">{facts}</span>}
      </span>
      <Button type="button" variant="secondary" onClick={pick} aria-label={say('pickWhat', { what })}>
        {say('pick')}
      </Button>
      {children}
    </li>
  );
}
