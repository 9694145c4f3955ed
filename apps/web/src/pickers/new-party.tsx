import { Button, Fieldset, Radio } from '@digdir/designsystemet-react';
import { useSend } from '../api/send.js';
import { useDraft } from '../drafts/use-draft.js';
import { useCodes } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { operations } from '../steps/operations.js';

const useText = texts('new-party', {
  nb: { kind: 'Hva slags part er {{name}}?', add: 'Legg inn {{name}}' },
  nn: { kind: 'Kva slags part er {{name}}?', add: 'Legg inn {{name}}' },
});

const { path, fields } = operations.Parties_register;
const kinds = fields.find(({ name }) => name === 'kind');

interface Props {
  readonly name: string;
  readonly done: (partyId: string, name: string) => void;
}

/** Puts in somebody who is not in the register yet, in the middle of a form. */
export function NewParty({ name, done }: Props) {
  const say = useText();
  const codes = useCodes('partyKind', kinds?.kind === 'code' ? kinds.codes : undefined);
  const draft = useDraft<{ readonly kind?: string }>({ form: 'NEW_PARTY', place: name }, () => ({}));
  const { kind } = draft.values;
  const sending = useSend(draft.keys);
  const add = () =>
    sending.mutate(
      { command: 'Parties_register', path, body: { name, ...(kind !== undefined && { kind }) } },
      {
        onSuccess: (receipt) => {
          draft.drop();
          done(String(receipt['partyId']), name);
        },
      },
    );
  return (
    <div className="field-group air-small">
      <Fieldset>
        <Fieldset.Legend>{say('kind', { name })}</Fieldset.Legend>
        {codes.map(({ value: code, label: word }) => (
          <Radio
            key={code}
            name="party-kind"
            value={code}
            label={word}
            checked={code === kind}
            onChange={() => draft.setValues({ kind: code })}
          />
        ))}
      </Fieldset>
      {sending.error !== null && <ProblemNotice error={sending.error} />}
      <div>
        <Button type="button" variant="secondary" onClick={add} loading={sending.isPending}>
          {say('add', { name })}
        </Button>
      </div>
    </div>
  );
}
