import { Button, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type Read, useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Empty } from '../../ui/empty.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { TableFrame } from '../../ui/table-frame.js';
import { Waiting } from '../../ui/waiting.js';
import { OpenStep } from '../../steps/open-step.js';
import { RecordedSince } from '../../ui/recorded-since.js';

const useText = texts('board', {
  nb: {
    title: 'Tildelingsnemnda',
    quorum_one: 'Nemnda er vedtaksfør når minst én er til stede.',
    quorum_other: 'Nemnda er vedtaksfør når minst {{count}} er til stede.',
    noQuorum:
      'Det er ikke registrert hvor mange som må være til stede. Nemnda kan ikke behandle saker før det er gjort.',
    name: 'Navn',
    role: 'Rolle',
    from: 'Fra',
    until: 'Til og med',
    step: 'Handling',
    sitsNot: 'sitter ikke i dag',
    empty: 'Ingen sitter i nemnda',
    emptyLead: 'Her står medlemmer og varamedlemmer, med de dagene de sitter fra og til.',
    appoint: 'Legg til medlem',
    appointTitle: 'Et nytt medlem i nemnda',
    end: 'Registrer siste dag',
    endTitle: '{{name}} går ut av nemnda',
    setQuorum: 'Endre hvor mange som må være til stede',
    quorumTitle: 'Hvor mange må være til stede?',
  },
  nn: {
    title: 'Tildelingsnemnda',
    quorum_one: 'Nemnda er vedtaksfør når minst éin er til stades.',
    quorum_other: 'Nemnda er vedtaksfør når minst {{count}} er til stades.',
    noQuorum:
      'Det er ikkje registrert kor mange som må vere til stades. Nemnda kan ikkje behandle saker før det er gjort.',
    name: 'Namn',
    role: 'Rolle',
    from: 'Frå',
    until: 'Til og med',
    step: 'Handling',
    sitsNot: 'sit ikkje i dag',
    empty: 'Ingen sit i nemnda',
    emptyLead: 'Her står medlemmer og varamedlemmer, med dei dagane dei sit frå og til.',
    appoint: 'Legg til medlem',
    appointTitle: 'Ein ny medlem i nemnda',
    end: 'Registrer siste dag',
    endTitle: '{{name}} går ut av nemnda',
    setQuorum: 'Endre kor mange som må vere til stades',
    quorumTitle: 'Kor mange må vere til stades?',
  },
});

type Member = Read<'/v1/board'>['members'][number];
type Open = 'appoint' | 'quorum' | Member;

/** The board that approves what the unit recommends: who sits on it, from when until when, and how many it takes to decide. */
export function Board() {
  const say = useText();
  const mayChange = useHasRole('CASEWORKER');
  const [open, setOpen] = useState<Open>();
  const { data, error, refetch } = useRead('/v1/board', {});
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const { members, quorum, revision } = data;
  return (
    <section aria-labelledby="board">
      <h2 id="board">{say('title')}</h2>
      <p className="air-small">{quorum === null ? say('noQuorum') : say('quorum', { count: quorum })}</p>
      {members.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('emptyLead')}</p>
        </Empty>
      ) : (
        <Members members={members} {...(mayChange && { end: setOpen })} />
      )}
      {mayChange && open === undefined && (
        <div className="row air-small no-print">
          <Button variant="secondary" onClick={() => setOpen('appoint')}>
            {say('appoint')}
          </Button>
          <Button variant="tertiary" onClick={() => setOpen('quorum')}>
            {say('setQuorum')}
          </Button>
        </div>
      )}
      {open !== undefined && (
        <BoardStep
          key={typeof open === 'string' ? open : open.memberId}
          step={open}
          quorum={quorum}
          revision={revision}
          close={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

interface StepProps {
  readonly step: Open;
  readonly quorum: number | null;
  readonly revision: string | null;
  readonly close: () => void;
}

function BoardStep({ step, quorum, revision, close }: StepProps) {
  const say = useText();
  const ways = {
    ...(revision !== null && { revision }),
    changes: <BoardSince />,
    onDone: close,
    onCancel: close,
  };
  if (step === 'appoint') {
    return <OpenStep operation="Board_appoint" params={{}} title={say('appointTitle')} {...ways} />;
  }
  if (step === 'quorum') {
    return (
      <OpenStep
        operation="Board_quorum"
        params={{}}
        title={say('quorumTitle')}
        {...(quorum !== null && { preset: { quorum } })}
        {...ways}
      />
    );
  }
  const { memberId, party } = step;
  return (
    <OpenStep
      operation="Board_end"
      params={{ memberId }}
      title={say('endTitle', { name: textOf(party.name) })}
      {...ways}
    />
  );
}

/** What was recorded of the board while the form stood open. */
function BoardSince() {
  const { data } = useRead('/v1/board/audit-trail', { params: { query: { limit: 200 } } });
  return <RecordedSince entries={data?.entries} />;
}

interface MembersProps {
  readonly members: readonly Member[];
  readonly end?: (member: Member) => void;
}

function Members({ members, end }: MembersProps) {
  const say = useText();
  const label = useLabel();
  return (
    <TableFrame label={say('title')}>
      <Table>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{say('name')}</Table.HeaderCell>
            <Table.HeaderCell>{say('role')}</Table.HeaderCell>
            <Table.HeaderCell>{say('from')}</Table.HeaderCell>
            <Table.HeaderCell>{say('until')}</Table.HeaderCell>
            {end && <Table.HeaderCell className="no-print">{say('step')}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {members.map((member) => (
            <Table.Row key={member.memberId}>
              <Table.HeaderCell scope="row">
                {textOf(member.party.name)}
                {!member.sits && <span className="under">{say('sitsNot')}</span>}
              </Table.HeaderCell>
              <Table.Cell>{capital(label('boardRole', member.role))}</Table.Cell>
              <Table.Cell>
                <FullDay day={member.validFrom} />
              </Table.Cell>
              <Table.Cell>{member.validUntil !== null && <FullDay day={member.validUntil} />}</Table.Cell>
              {end && (
                <Table.Cell className="no-print">
                  <button type="button" className="link-button" onClick={() => end(member)}>
                    {say('end')}
                    <span className="ds-sr-only">: {textOf(member.party.name)}</span>
                  </button>
                </Table.Cell>
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </TableFrame>
  );
}
