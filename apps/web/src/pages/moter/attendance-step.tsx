import { Checkbox, Field, Fieldset, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { useKnownNames } from '../../pickers/known-names.js';
import { PartyPicker } from '../../pickers/party-picker.js';
import { StepForm } from '../../steps/step-form.js';
import { textOf } from '../../ui/opened.js';
import { Waiting } from '../../ui/waiting.js';
import { candidatesFor, type Candidate, type Present } from './attendants.js';
import type { Meeting } from './meeting.js';

const useText = texts('attendance-step', {
  nb: {
    title: 'Hvem er til stede?',
    present: 'Til stede',
    lead: 'Når dette er registrert, er møtet holdt, og hver sak kan føres. Den som ikke er til stede, lar du stå tom.',
    count_one: 'Én er til stede.',
    count_other: '{{count}} er til stede.',
    quorate: 'Nemnda er vedtaksfør.',
    inquorate: 'Nemnda er ikke vedtaksfør: minst {{quorum}} må være til stede.',
    substitute: 'varamedlem',
    substituteFor: 'Møter for',
    choose: 'Velg',
    add: 'Legg til en som er til stede',
    record: 'Registrer at møtet holdes',
  },
  nn: {
    title: 'Kven er til stades?',
    present: 'Til stades',
    lead: 'Når dette er registrert, er møtet halde, og kvar sak kan førast. Den som ikkje er til stades, lèt du stå tom.',
    count_one: 'Éin er til stades.',
    count_other: '{{count}} er til stades.',
    quorate: 'Nemnda er vedtaksfør.',
    inquorate: 'Nemnda er ikkje vedtaksfør: minst {{quorum}} må vere til stades.',
    substitute: 'varamedlem',
    substituteFor: 'Møter for',
    choose: 'Vel',
    add: 'Legg til ein som er til stades',
    record: 'Registrer at møtet blir halde',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly close: () => void;
}

/** Waits for who is expected, so that they stand there from the first. */
export function AttendanceStep({ meeting, close }: Props) {
  const { kind } = meeting;
  const board = useRead('/v1/board', {}, { enabled: kind === 'BOARD' });
  const held = useRead('/v1/meetings', { params: { query: { kind, when: 'PAST', limit: 10 } } });
  const meetingId = held.data?.meetings.find(({ heldOn }) => heldOn !== null)?.meetingId;
  const before = useRead(
    '/v1/meetings/{meetingId}',
    { params: { path: { meetingId: meetingId ?? '' } } },
    { enabled: kind === 'UNIT' && meetingId !== undefined },
  );
  const waits = [board, held, before].some(({ isLoading }) => isLoading);
  if (waits) return <Waiting />;
  const candidates = candidatesFor({ meeting, board: board.data, before: before.data });
  return <WhoIsThere {...{ meeting, close, candidates }} quorum={board.data?.quorum ?? undefined} />;
}

/** What they are called; who was just found goes by the name that was shown then. */
function useNames(all: readonly Candidate[]) {
  const known = useKnownNames();
  return (id: string) =>
    textOf(all.find(({ party }) => party.partyId === id)?.party.name) || (known(id) ?? '');
}

interface WhoProps extends Props {
  readonly candidates: readonly Candidate[];
  readonly quorum: number | undefined;
}

function WhoIsThere({ meeting: { meetingId, meetsOn, kind, leader }, close, candidates, quorum }: WhoProps) {
  const say = useText();
  const [added, setAdded] = useState<readonly Candidate[]>([]);
  const [present, setPresent] = useState<readonly Present[]>([]);
  const all = [...candidates, ...added];
  const set = (one: Present | undefined, partyId: string) =>
    setPresent((before) => [...before.filter((other) => other.partyId !== partyId), ...(one ? [one] : [])]);
  const nameOf = useNames(all);
  return (
    <StepForm
      operation="MeetingsOfUnit_hold"
      params={{ meetingId }}
      preset={{ heldOn: meetsOn, attendance: present }}
      hide={leader === null ? ['heldOn', 'attendance', 'ledBy'] : ['heldOn', 'attendance']}
      choices={{ ledBy: present.map(({ partyId }) => ({ value: partyId, label: nameOf(partyId) })) }}
      title={say('title')}
      lead={say('lead')}
      submitLabel={say('record')}
      onDone={close}
      onCancel={close}
    >
      <Fieldset>
        <Fieldset.Legend>{say('present')}</Fieldset.Legend>
        <ul className="candidates">
          {all.map((candidate) => (
            <CandidateRow
              key={candidate.party.partyId}
              candidate={candidate}
              name={nameOf(candidate.party.partyId)}
              kind={kind}
              members={candidates.filter(({ isSubstitute }) => !isSubstitute)}
              present={present.find(({ partyId }) => partyId === candidate.party.partyId)}
              set={set}
            />
          ))}
        </ul>
        <p role="status">
          {say('count', { count: present.length })}{' '}
          {quorum !== undefined && say(present.length >= quorum ? 'quorate' : 'inquorate', { quorum })}
        </p>
      </Fieldset>
      {kind === 'UNIT' && (
        <PartyPicker
          key={added.length}
          id="attendant"
          label={say('add')}
          value={undefined}
          choose={(partyId) => {
            if (partyId === undefined) return;
            if (!all.some(({ party }) => party.partyId === partyId)) {
              setAdded([...added, { party: { partyId, name: null }, unit: null, isSubstitute: false }]);
            }
            set({ partyId }, partyId);
          }}
        />
      )}
    </StepForm>
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
