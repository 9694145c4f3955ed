import { Alert, Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useRead } from '../../api/read.js';
import type { Receipt } from '../../api/send.js';
import { dayInText, fullDay } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { CasePicker } from '../../pickers/case-picker.js';
import { OpenStep } from '../../steps/open-step.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { calledOf, type Meeting } from './meeting.js';
import { seenOf } from './meeting-since.js';
import { meetingRoute } from './search.js';
import { joined } from '../../ui/joined.js';

const useText = texts('put-on-step', {
  nb: {
    title: 'Sett opp saker',
    legend: 'Saker som er klare og ikke står på noe møte',
    none: 'Ingen saker er klare og uten møte. Du kan likevel sette opp en annen sak under.',
    since: 'klar siden {{day}}',
    meetBy: 'må opp senest {{day}} for at fristen skal holdes',
    proposed: 'passer {{day}}',
    adults: 'Saker om voksne tas best opp {{day}}.',
    other: 'En annen sak',
    record: 'Sett på sakslista',
    refused_one: 'Én sak kom ikke på sakslista. Den venter ikke på et møte lenger, eller mangler noe.',
    refused_other:
      '{{count}} saker kom ikke på sakslista. De venter ikke på et møte lenger, eller mangler noe.',
  },
  nn: {
    title: 'Set opp saker',
    legend: 'Saker som er klare og ikkje står på noko møte',
    none: 'Ingen saker er klare og utan møte. Du kan likevel setje opp ei anna sak under.',
    since: 'klar sidan {{day}}',
    meetBy: 'må opp seinast {{day}} for at fristen skal haldast',
    proposed: 'passar {{day}}',
    adults: 'Saker om vaksne blir best tekne opp {{day}}.',
    other: 'Ei anna sak',
    record: 'Set på sakslista',
    refused_one: 'Éi sak kom ikkje på sakslista. Ho ventar ikkje på eit møte lenger, eller manglar noko.',
    refused_other:
      '{{count}} saker kom ikkje på sakslista. Dei ventar ikkje på eit møte lenger, eller manglar noko.',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly close: () => void;
}

/** Puts cases on the agenda: those that are ready, or another one. */
export function PutOnStep({ meeting, close }: Props) {
  const say = useText();
  const { meetingId, kind } = meeting;
  const { utenNavn = false } = meetingRoute.useSearch();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState(0);
  const { data, error, refetch } = useRead('/v1/meetings/agenda-proposal', {
    params: { query: { kind, limit: 100 } },
  });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const toggle = (caseId: string, on: boolean) =>
    setChosen((before) => [...before.filter((one) => one !== caseId), ...(on ? [caseId] : [])]);
  const done = (receipt: Receipt) => {
    const out = (receipt['cases'] as readonly { refused?: string }[]).filter(
      (one) => one.refused !== undefined,
    );
    if (out.length === 0) return close();
    setRefused(out.length);
    setChosen([]);
  };
  const others = chosen.filter((id) => !data.cases.some(({ caseId }) => caseId === id));
  return (
    <OpenStep
      operation="MeetingsOfUnit_putOn"
      params={{ meetingId }}
      {...seenOf(meeting)}
      title={say('title')}
      preset={{ caseIds: chosen }}
      hide={['caseIds', 'putOn']}
      submitLabel={say('record')}
      onDone={done}
      onCancel={close}
    >
      {refused > 0 && (
        <Alert data-color="warning" role="alert">
          <p>{say('refused', { count: refused })}</p>
        </Alert>
      )}
      {data.adultsOn !== null && kind === 'UNIT' && (
        <p>{say('adults', { day: dayInText(data.adultsOn, language()) })}</p>
      )}
      {data.cases.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Fieldset>
          <Fieldset.Legend>{say('legend')}</Fieldset.Legend>
          {data.cases.map(({ caseId, caseNumber, subject, since, meetBy, proposedOn }) => (
            <Checkbox
              key={caseId}
              value={caseId}
              label={joined(subject && calledOf({ subject, caseNumber }, utenNavn), caseNumber)}
              description={joined(
                say('since', { day: fullDay(since) }),
                meetBy !== null && say('meetBy', { day: fullDay(meetBy) }),
                proposedOn !== null && say('proposed', { day: fullDay(proposedOn) }),
              )}
              checked={chosen.includes(caseId)}
              onChange={({ target }) => toggle(caseId, target.checked)}
            />
          ))}
        </Fieldset>
      )}
      {others.map((id) => (
        <CasePicker
          key={id}
          id={`case-${id}`}
          label={say('other')}
          value={id}
          choose={() => toggle(id, false)}
        />
      ))}
      <CasePicker
        key={others.length}
        id="another-case"
        label={say('other')}
        value={undefined}
        choose={(id) => id !== undefined && toggle(id, true)}
      />
    </OpenStep>
  );
}
