import { useState } from 'react';
import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { useFault } from './faults.js';
import { type ToldOnce, toldOnceIn, ToldOnceNotice } from './told-once.js';
import { useStanding } from './words.js';

const useText = texts('subscribers-receivers', {
  nb: {
    lead: 'Adresser som hendelser sendes til. En ny registreres fra abonnementet den hører til.',
    empty: 'Her står adresser som abonnenter vil ha hendelsene sendt til.',
    address: 'Adresse',
    state: 'Tilstand',
    running: 'I gang',
    failing: 'Tar ikke imot siden {{at}}',
    paused: 'På pause: {{why}}',
    removed: 'Fjernet {{day}}',
    contact: 'varsler {{role}}',
    taken: 'Tatt imot',
    last: 'Sist {{at}}',
    waits: 'Venter',
    waiting_one: 'én venter',
    waiting_other: '{{count}} venter',
    parked_one: 'én er lagt til side',
    parked_other: '{{count}} er lagt til side',
    nothing: 'ingenting',
    next: 'Prøves igjen {{at}}',
    behind: 'Etterslep',
  },
  nn: {
    lead: 'Adresser som hendingar blir sende til. Ei ny blir registrert frå abonnementet ho høyrer til.',
    empty: 'Her står adresser som abonnentar vil ha hendingane sende til.',
    address: 'Adresse',
    state: 'Tilstand',
    running: 'I gang',
    failing: 'Tek ikkje imot sidan {{at}}',
    paused: 'På pause: {{why}}',
    removed: 'Fjerna {{day}}',
    contact: 'varslar {{role}}',
    taken: 'Teke imot',
    last: 'Sist {{at}}',
    waits: 'Ventar',
    waiting_one: 'éi ventar',
    waiting_other: '{{count}} ventar',
    parked_one: 'éi er lagd til side',
    parked_other: '{{count}} er lagde til side',
    nothing: 'ingenting',
    next: 'Blir prøvd igjen {{at}}',
    behind: 'Etterslep',
  },
});

type Receiver = Read<'/v1/webhooks'>['webhooks'][number];

function stepsOf({ endpointId, pausedFor, removedOn }: Receiver): readonly Step[] {
  if (removedOn !== null) return [];
  const params = { endpointId };
  return [
    ...(pausedFor === null
      ? ([
          { operation: 'Webhooks_pause', params },
          { operation: 'Webhooks_test', params },
        ] as const)
      : ([{ operation: 'Webhooks_resume', params }] as const)),
    { operation: 'Webhooks_replay', params, first: ['from', 'fromOn', 'after'] },
    { operation: 'Webhooks_rotate', params },
    { operation: 'Webhooks_remove', params },
  ];
}

/** Where events are sent, what was taken, what waits, and why. */
export function Receivers() {
  const say = useText();
  const label = useLabel();
  const fault = useFault();
  const standing = useStanding();
  const mayChange = useHasRole('ADMIN');
  const [told, setTold] = useState<ToldOnce>();
  const read = useRead('/v1/webhooks', {});
  const stateOf = ({ removedOn, pausedFor, failingSince }: Receiver) => {
    if (removedOn !== null) return say('removed', { day: fullDay(removedOn) });
    if (pausedFor !== null) return say('paused', { why: label('webhookPause', pausedFor) });
    return failingSince === null ? say('running') : say('failing', { at: standing.at(failingSince) });
  };
  return (
    <Part read={read} lead={say('lead')}>
      {({ webhooks }) => (
        <>
          <ToldOnceNotice told={told} />
          <RecordList
            label={say('address')}
            rows={webhooks}
            keyOf={({ endpointId }) => endpointId}
            nameOf={({ url }) => textOf(url)}
            empty={say('empty')}
            onRecorded={(receipt) => setTold(toldOnceIn(receipt))}
            columns={[
              {
                title: say('address'),
                show: ({ url, contactRole }) => (
                  <>
                    <strong>{textOf(url)}</strong>
                    <span className="under">
                      {say('contact', { role: label('webhookContact', contactRole) })}
                    </span>
                  </>
                ),
              },
              {
                title: say('state'),
                show: (one) => (
                  <>
                    {stateOf(one)}
                    {one.fault !== null && <span className="under">{fault(one.fault)}</span>}
                  </>
                ),
              },
              {
                title: say('taken'),
                show: ({ taken, takenAt }) => (
                  <>
                    {taken}
                    <span className="under">{say('last', { at: standing.at(takenAt) })}</span>
                  </>
                ),
              },
              {
                title: say('waits'),
                show: ({ waiting, parked, nextTryAt }) => (
                  <>
                    {capital(
                      [
                        waiting > 0 && say('waiting', { count: waiting }),
                        parked > 0 && say('parked', { count: parked }),
                      ]
                        .filter(Boolean)
                        .join(', ') || say('nothing'),
                    )}
                    {waiting > 0 && nextTryAt !== null && (
                      <span className="under">{say('next', { at: standing.at(nextTryAt) })}</span>
                    )}
                  </>
                ),
              },
              { title: say('behind'), show: (one) => capital(standing.behind(one)) },
            ]}
            {...(mayChange && { stepsOf })}
          />
        </>
      )}
    </Part>
  );
}
