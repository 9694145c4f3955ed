import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { isProblem } from '../api/problem.js';
import { useSend } from '../api/send.js';
import type { Day } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { DateField } from '../ui/date-field.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { onEnter } from './search-field.js';
import { operations } from '../steps/operations.js';

const useText = texts('new-person', {
  nb: {
    given: 'Fornavn',
    family: 'Etternavn',
    born: 'Fødselsdato',
    number: 'Fødselsnummer eller D-nummer (kan stå tomt)',
    protected: 'Har fortrolig adresse (kode 6 eller 7)',
    add: 'Legg inn personen',
  },
  nn: {
    given: 'Fornamn',
    family: 'Etternamn',
    born: 'Fødselsdato',
    number: 'Fødselsnummer eller D-nummer (kan stå tomt)',
    protected: 'Har fortruleg adresse (kode 6 eller 7)',
    add: 'Legg inn personen',
  },
});

interface Props {
  /** What was searched for: a name is taken over, with its last word as the family's. */
  readonly typed: string;
  readonly done: (subjectId: string, name: string) => void;
}

/** Puts in a person who is not in the register yet, in the middle of a form. */
export function NewPerson({ typed, done }: Props) {
  const say = useText();
  const id = useId();
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const [givenName, setGiven] = useState(words.length > 1 ? words.slice(0, -1).join(' ') : '');
  const [familyName, setFamily] = useState(words.at(-1) ?? '');
  const [born, setBorn] = useState<{ typed: string; day?: Day | undefined }>({ typed: '' });
  const [identityNumber, setNumber] = useState('');
  const [protectedAddress, setProtected] = useState(false);
  const sending = useSend();
  const faultOf = (field: string) =>
    isProblem(sending.error)
      ? sending.error.body.errors?.find(({ path }) => path === field)?.message
      : undefined;
  const digits = identityNumber.replace(/\s/g, '');
  const add = () =>
    sending.mutate(
      {
        path: operations.Subjects_register.path,
        body: {
          givenName,
          familyName,
          ...(born.day !== undefined && { birthDate: born.day }),
          ...(digits !== '' && { identityNumber: digits }),
          ...(protectedAddress && { protectedAddress }),
        },
      },
      { onSuccess: (receipt) => done(String(receipt['subjectId']), `${givenName} ${familyName}`.trim()) },
    );
  return (
    <div className="field-group air-small" onKeyDown={onEnter(add)}>
      <Textfield
        id={`${id}-given`}
        label={say('given')}
        value={givenName}
        error={faultOf('givenName')}
        onChange={({ target }) => setGiven(target.value)}
      />
      <Textfield
        label={say('family')}
        value={familyName}
        error={faultOf('familyName')}
        onChange={({ target }) => setFamily(target.value)}
      />
      <DateField
        label={say('born')}
        value={born.typed}
        error={faultOf('birthDate')}
        onChange={(text, day) => setBorn({ typed: text, day })}
      />
      <Textfield
        label={say('number')}
        inputMode="numeric"
        value={identityNumber}
        error={faultOf('identityNumber')}
        onChange={({ target }) => setNumber(target.value)}
      />
      <Checkbox
        label={say('protected')}
        checked={protectedAddress}
        onChange={({ target }) => setProtected(target.checked)}
      />
      {sending.error !== null && <ProblemNotice error={sending.error} />}
      <div>
        <Button type="button" variant="secondary" onClick={add} loading={sending.isPending}>
          {say('add')}
        </Button>
      </div>
    </div>
  );
}
