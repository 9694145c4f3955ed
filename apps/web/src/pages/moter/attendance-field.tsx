import { Checkbox, Field, Fieldset, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { useKnownNames } from '../../pickers/known-names.js';
import { PartyPicker } from '../../pickers/party-picker.js';
import { controlId, useForm } from '../../steps/form-context.js';
import { textOf } from '../../ui/opened.js';
import { type Candidate, type Present, presentIn, type Standing } from './attendants.js';
import type { Meeting } from './meeting.js';

const useText = texts('attendance-field', {
  nb: {
    present: 'Til stede',
    count_one: 'Én er til stede.',
    count_other: '{{count}} er til stede.',
    quorate: 'Nemnda er vedtaksfør.',
    inquorate: 'Nemnda er ikke vedtaksfør: minst {{quorum}} må være til stede.',
    substitute: 'varamedlem',
    substituteFor: 'Møter for',
    choose: 'Velg',
    add: 'Legg til en som er til stede',
  },
  nn: {
    present: 'Til stades',
    count_one: 'Éin er til stades.',
    count_other: '{{count}} er til stades.',
    quorate: 'Nemnda er vedtaksfør.',
    inquorate: 'Nemnda er ikkje vedtaksfør: minst {{quorum}} må vere til stades.',
    substitute: 'varamedlem',
    substituteFor: 'Møter for',
    choose: 'Vel',
    add: 'Legg til ein som er til stades',
  },
});

interface Props extends Pick<Meeting, 'kind'> {
  readonly candidates: readonly Candidate[];
  readonly quorum: number | undefined;
  readonly nameOf: (one: Standing) => string;
}

/** Those who may be there, each to be ticked off; of the unit others can be added. */
export function AttendanceField({ candidates, kind, quorum, nameOf }: Props) {
  const say = useText();
  const form = useForm();
  const known = useKnownNames();
  const present = presentIn({ attendance: form.valueAt('attendance') });
  const added = present.filter((one) => !candidates.some(({ party }) => party.partyId === one.partyId));
  const all = [
    ...candidates,
    ...added.map(({ partyId }): Candidate => ({
      party: { partyId, name: null },
      unit: null,
      isSubstitute: false,
    })),
  ];
  const set = (one: Standing | undefined, partyId: string) =>
    form.set('attendance', [...present.filter((other) => other.partyId !== partyId), ...(one ? [one] : [])]);
  const fault = form.faultAt('attendance');
  return (
    <>
      <Fieldset id={controlId(form, 'attendance')} tabIndex={-1}>
        <Fieldset.Legend>{say('present')}</Fieldset.Legend>
        <ul className="candidates">
          {all.map((candidate) => {
            const { partyId } = candidate.party;
            const standing = present.find((one) => one.partyId === partyId);
            return (
              <CandidateRow
                key={partyId}
                candidate={candidate}
                name={nameOf(standing ?? { partyId })}
                kind={kind}
                members={candidates.filter(({ isSubstitute }) => !isSubstitute)}
                present={standing}
                set={set}
              />
            );
          })}
        </ul>
        <p role="status">
          {say('count', { count: present.length })}{' '}
          {quorum !== undefined && say(present.length >= quorum ? 'quorate' : 'inquorate', { quorum })}
        </p>
        {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
      </Fieldset>
      {kind === 'UNIT' && (
        <PartyPicker
          key={added.length}
          id="attendant"
          label={say('add')}
          value={undefined}
          choose={(partyId) => partyId !== undefined && set({ partyId, name: known(partyId) ?? '' }, partyId)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly candidate: Candidate;
  readonly name: string;
  readonly kind: Meeting['kind'];
  readonly members: readonly Candidate[];
  readonly present: Present | undefined;
  readonly set: (one: Present | undefined, partyId: string) => void;
}

/** One who may be there; of the board in whose place, of the unit from where. */
function CandidateRow({ candidate, name, kind, members, present, set }: RowProps) {
  const say = useText();
  const label = useLabel();
  const { unit, isSubstitute } = candidate;
  const { partyId } = candidate.party;
  return (
    <li>
      <Checkbox
        value={partyId}
        label={name}
        description={isSubstitute ? say('substitute') : unit === null ? undefined : label('unit', unit)}
        checked={present !== undefined}
        onChange={({ target }) =>
          set(target.checked ? { partyId, ...(unit !== null && { unit }) } : undefined, partyId)
        }
      />
      {present !== undefined && isSubstitute && kind === 'BOARD' && (
        <Field>
          <Label>{say('substituteFor')}</Label>
          <Select
            value={present.substituteFor ?? ''}
            onChange={({ target: { value } }) =>
              set(value === '' ? { partyId } : { partyId, substituteFor: value }, partyId)
            }
          >
            <Select.Option value="">{say('choose')}</Select.Option>
            {members.map((member) => (
              <Select.Option key={member.party.partyId} value={member.party.partyId}>
                {textOf(member.party.name)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </li>
  );
}
