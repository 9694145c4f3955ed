import { Button } from '@digdir/designsystemet-react';
import { useRead } from '../api/read.js';
import { texts } from '../i18n/texts.js';
import { Comparison } from './comparison.js';
import type { NewPersonFields } from './half-typed.js';
import { registeredFacts, typedFacts } from './known-facts.js';
import type { FoundPerson } from './likely-doubles.js';

const useText = texts('compare-with-known', {
  nb: {
    typed: 'Den du legger inn',
    known: 'Den som er registrert',
    yes: 'Ja, velg den som er registrert',
    no: 'Nei, det er en annen person',
    unsure: 'Vet ikke ennå',
  },
  nn: {
    typed: 'Den du legg inn',
    known: 'Den som er registrert',
    yes: 'Ja, vel den som er registrert',
    no: 'Nei, det er ein annan person',
    unsure: 'Veit ikkje enno',
  },
});

interface Props {
  readonly typed: NewPersonFields;
  readonly found: FoundPerson;
  readonly pick: () => void;
  readonly another: () => void;
  readonly close: () => void;
}

/** Whoever is typed beside somebody who is registered: they are chosen, or said to be another. */
export function CompareWithKnown({ typed, found, pick, another, close }: Props) {
  const say = useText();
  const { subjectId } = found;
  const { data } = useRead('/v1/subjects/{subjectId}', { params: { path: { subjectId } } }, { every: 0 });
  const read = data?.subjectId === subjectId ? data : undefined;
  return (
    <Comparison
      one={{ title: say('typed'), known: typedFacts(typed) }}
      other={{ title: say('known'), known: registeredFacts(found, read) }}
      close={close}
    >
      <Button type="button" variant="secondary" onClick={pick}>
        {say('yes')}
      </Button>
      <Button type="button" variant="secondary" onClick={another}>
        {say('no')}
      </Button>
      <Button type="button" variant="tertiary" onClick={close}>
        {say('unsure')}
      </Button>
    </Comparison>
  );
}
