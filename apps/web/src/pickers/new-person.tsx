import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { isProblem } from '../api/problem.js';
import { useSend } from '../api/send.js';
import { readDay } from '../dates/read-day.js';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';
import { DateField } from '../ui/date-field.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { KeptWithForm, NewPersonFields } from './half-typed.js';
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
  readonly fields: NewPersonFields;
  readonly set: (fields: NewPersonFields) => void;
  readonly kept: Pick<KeptWithForm, 'keys' | 'at'>;
  readonly done: (subjectId: string, name: string) => void;
}

/** Puts in a person who is not in the register yet, in the middle of a form. */
export function NewPerson({ fields, set, kept, done }: Props) {
  const say = useText();
  const id = useId();
  const { givenName, familyName, born, identityNumber, protectedAddress } = fields;
  const sending = useSend(kept.keys);
  const faultOf = (field: string) =>
    isProblem(sending.error)
      ? sending.error.body.errors?.find(({ path }) => path === field)?.message
      : undefined;
  const digits = identityNumber.replace(/\s/g, '');
  const day = readDay(born, 'behind', language());
  const add = () =>
    sending.mutate(
      {
        command: `Subjects_register ${kept.at}`,
        path: operations.Subjects_register.path,
        body: {
          givenName,
          familyName,
          ...(day.kind === 'day' && { birthDate: day.day }),
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
      {sending.error !== null && <ProblemNotice error={sending.error} />}
      <div>
        <Button type="button" variant="secondary" onClick={add} loading={sending.isPending}>
          {say('add')}
        </Button>
      </div>
    </div>
  );
}
