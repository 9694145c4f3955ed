import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useRead } from '../api/read.js';
import { texts } from '../i18n/texts.js';
import { useCalled } from './called.js';
import { Comparison } from './comparison.js';
import { registeredFacts } from './known-facts.js';
import type { FoundPerson } from './likely-doubles.js';

const useText = texts('compare-registered', {
  nb: {
    mayBe: 'Kan være samme person',
    as: 'som {{whom}}.',
    compare: 'Sammenlign de to',
    one: 'Denne',
    other: 'Den andre',
    pickOne: 'Velg denne',
    pickOther: 'Velg den andre',
    unsure: 'Vet ikke ennå',
    merge: 'Er det samme person, slås de to registreringene sammen på siden til den som ikke skal brukes.',
  },
  nn: {
    mayBe: 'Kan vere same person',
    as: 'som {{whom}}.',
    compare: 'Samanlikn dei to',
    one: 'Denne',
    other: 'Den andre',
    pickOne: 'Vel denne',
    pickOther: 'Vel den andre',
    unsure: 'Veit ikkje enno',
    merge:
      'Er det same person, blir dei to registreringane slått saman på sida til den som ikkje skal brukast.',
  },
});

interface Props {
  readonly one: FoundPerson;
  readonly other: FoundPerson;
  readonly pick: (person: FoundPerson) => void;
}

/** Says that somebody may be registered twice, with the two side by side when that is asked for. */
export function CompareRegistered({ one, other, pick }: Props) {
  const say = useText();
  const called = useCalled();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const read = [useRegistered(one, isOpen), useRegistered(other, isOpen)] as const;
  return (
    <div className="likely small">
      <p>
        <strong>{say('mayBe')}</strong> {say('as', { whom: called(other) })}{' '}
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {say('compare')}
        </button>
      </p>
      {isOpen && (
        <Comparison
          one={{ title: say('one'), known: registeredFacts(one, read[0]) }}
          other={{ title: say('other'), known: registeredFacts(other, read[1]) }}
          close={close}
        >
          <Button type="button" variant="secondary" onClick={() => pick(one)}>
            {say('pickOne')}
          </Button>
          <Button type="button" variant="secondary" onClick={() => pick(other)}>
            {say('pickOther')}
          </Button>
          <Button type="button" variant="tertiary" onClick={close}>
            {say('unsure')}
          </Button>
          <p className="small quiet">{say('merge')}</p>
        </Comparison>
      )}
    </div>
  );
}

function useRegistered({ subjectId }: FoundPerson, enabled: boolean) {
  const { data } = useRead(
    '/v1/subjects/{subjectId}',
    { params: { path: { subjectId } } },
    { enabled, every: 0 },
  );
  return data?.subjectId === subjectId ? data : undefined;
}
