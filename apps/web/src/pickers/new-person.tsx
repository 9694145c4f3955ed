import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useSend } from '../api/send.js';
import { texts } from '../i18n/texts.js';
import { DateField } from '../ui/date-field.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { KeptWithForm, NewPersonFields } from './half-typed.js';
import { useSettled } from '../ui/settled.js';
import { calledBy } from './called.js';
import { CompareWithKnown } from './compare-with-known.js';
import { LikelyNotice } from './likely-notice.js';
import { bornOn, type FoundPerson, likelyDoubles } from './likely-doubles.js';
import { onEnter } from './search-field.js';
import { operations } from '../steps/operations.js';
import { useFaults } from '../steps/use-faults.js';

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
  readonly fields: NewPersonFields;
  readonly set: (fields: NewPersonFields) => void;
  readonly kept: Pick<KeptWithForm, 'keys' | 'at'>;
  readonly done: (subjectId: string, name: string) => void;
}

/** Somebody of the register who may be the one that is typed, and whether that one is being put in. */
interface Compared {
  readonly person: FoundPerson;
  readonly isAdding: boolean;
}

/** Puts in a person who is not in the register yet, in the middle of a form. */
export function NewPerson({ fields, set, kept, done }: Props) {
  const say = useText();
  const id = useId();
  const { givenName, familyName, born, identityNumber, protectedAddress, notThese } = fields;
  const queries = useQueryClient();
  const sending = useSend(kept.keys);
  const { data: doubles = [] } = useQuery(likelyDoubles(useSettled(fields)));
  const [compared, setCompared] = useState<Compared>();
  /** From the first press until it failed or was given up; a second press meanwhile is the same one. */
  const isAdding = useRef(false);
  const { toldBy } = useFaults('Subjects_register');
  const faultOf = (field: string) => toldBy(sending.error).find(({ path }) => path === field)?.message;
  const digits = identityNumber.replace(/\s/g, '');
  const day = bornOn(born);

  const register = () =>
    sending.mutate(
      {
        command: `Subjects_register ${kept.at}`,
        path: operations.Subjects_register.path,
        body: {
          givenName,
          familyName,
          ...(day !== undefined && { birthDate: day }),
          ...(digits !== '' && { identityNumber: digits }),
          ...(protectedAddress && { protectedAddress }),
        },
      },
      {
        onSuccess: (receipt) => done(String(receipt['subjectId']), `${givenName} ${familyName}`.trim()),
        onError: () => (isAdding.current = false),
      },
    );
  /** Nobody is put in who may be registered before the two have been compared; where nobody can be looked for, all the same. */
  async function add(others = notThese) {
    if (isAdding.current) return;
    isAdding.current = true;
    const likely = await queries.fetchQuery(likelyDoubles(fields)).catch(() => []);
    const person = likely.find(({ subjectId }) => !others.includes(subjectId));
    if (person === undefined) register();
    else setCompared({ person, isAdding: true });
  }
  function close() {
    if (compared?.isAdding === true) isAdding.current = false;
    setCompared(undefined);
  }
  function isAnother({ person, isAdding: goesOn }: Compared) {
    const others = [...notThese, person.subjectId];
    set({ ...fields, notThese: others });
    close();
    if (goesOn) void add(others);
  }
  return (
    <>
      <div className="field-group air-small" onKeyDown={onEnter(() => void add())}>
        <Textfield
          id={`${id}-given`}
          label={say('given')}
          value={givenName}
          error={faultOf('givenName')}
          onChange={({ target }) => set({ ...fields, givenName: target.value })}
        />
        <Textfield
          label={say('family')}
          value={familyName}
          error={faultOf('familyName')}
          onChange={({ target }) => set({ ...fields, familyName: target.value })}
        />
        <DateField
          label={say('born')}
          value={born}
          error={faultOf('birthDate')}
          onChange={(typed) => set({ ...fields, born: typed })}
        />
        <Textfield
          label={say('number')}
          inputMode="numeric"
          value={identityNumber}
          error={faultOf('identityNumber')}
          onChange={({ target }) => set({ ...fields, identityNumber: target.value })}
        />
        <Checkbox
          label={say('protected')}
          checked={protectedAddress}
          onChange={({ target }) => set({ ...fields, protectedAddress: target.checked })}
        />
        <LikelyNotice
          doubles={doubles}
          notThese={notThese}
          compare={(person) => setCompared({ person, isAdding: false })}
        />
        {sending.error !== null && <ProblemNotice error={sending.error} />}
        <div>
          <Button type="button" variant="secondary" onClick={() => void add()} loading={sending.isPending}>
            {say('add')}
          </Button>
        </div>
      </div>
      {compared !== undefined && (
        <CompareWithKnown
          typed={fields}
          found={compared.person}
          pick={() => done(compared.person.subjectId, calledBy(compared.person))}
          another={() => isAnother(compared)}
          close={close}
        />
      )}
    </>
  );
}
