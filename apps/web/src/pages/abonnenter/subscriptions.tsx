import { useState } from 'react';
import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { type ToldOnce, toldOnceIn, ToldOnceNotice } from './told-once.js';
import { useStanding } from './words.js';

const useText = texts('subscribers-subscriptions', {
  nb: {
    lead: 'Andre tjenester som følger saker: hva de får, hvorfor, og hvor langt de er kommet.',
    empty: 'Her står tjenester som får hendelser fra saker, for eksempel arkivet eller innbyggerportalen.',
    name: 'Abonnent',
    what: 'Får',
    why: 'Formål og grunnlag',
    time: 'Gjelder',
    standing: 'Har hentet',
    types_one: 'én type hendelse',
    types_other: '{{count}} typer hendelser',
    plans: 'også hvem som har plan',
    details: 'kan slå opp {{what}}',
    from: 'fra {{day}}',
    until: 'til og med {{day}}',
    paused: 'På pause',
    revoked: 'Trukket tilbake {{day}}',
    last: 'Sist {{at}}',
  },
  nn: {
    lead: 'Andre tenester som følgjer saker: kva dei får, kvifor, og kor langt dei er komne.',
    empty: 'Her står tenester som får hendingar frå saker, til dømes arkivet eller innbyggjarportalen.',
    name: 'Abonnent',
    what: 'Får',
    why: 'Føremål og grunnlag',
    time: 'Gjeld',
    standing: 'Har henta',
    types_one: 'éin type hending',
    types_other: '{{count}} typar hendingar',
    plans: 'også kven som har plan',
    details: 'kan slå opp {{what}}',
    from: 'frå {{day}}',
    until: 'til og med {{day}}',
    paused: 'På pause',
    revoked: 'Trekt tilbake {{day}}',
    last: 'Sist {{at}}',
  },
});

type Subscription = Read<'/v1/subscriptions'>['subscriptions'][number];

function stepsOf({ subscriptionId, revokedOn, isPaused }: Subscription): readonly Step[] {
  if (revokedOn !== null) return [];
  const params = { subscriptionId };
  return [
    { operation: isPaused ? 'Subscriptions_resume' : 'Subscriptions_pause', params },
    { operation: 'Subscriptions_issue', params },
    {
      operation: 'Subscriptions_change',
      params,
      first: ['types', 'plans', 'details', 'purpose', 'legalBasis'],
    },
    { operation: 'Webhooks_register', params, first: ['url', 'contactRole', 'begins', 'beginsOn'] },
    { operation: 'Subscriptions_revoke', params },
  ];
}
const granting: Step = {
  operation: 'Subscriptions_grant',
  first: ['name', 'types', 'plans', 'details', 'purpose', 'legalBasis', 'basisNote', 'begins', 'beginsOn'],
};

/** Which services may follow cases, what of them and why. */
export function Subscriptions() {
  const say = useText();
  const label = useLabel();
  const standing = useStanding();
  const mayChange = useHasRole('ADMIN');
  const [told, setTold] = useState<ToldOnce>();
  const read = useRead('/v1/subscriptions', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ subscriptions }) => (
        <>
          <ToldOnceNotice told={told} />
          <RecordList
            label={say('name')}
            rows={subscriptions}
            keyOf={({ subscriptionId }) => subscriptionId}
            nameOf={({ name }) => textOf(name)}
            empty={say('empty')}
            onRecorded={(receipt) => setTold(toldOnceIn(receipt))}
            columns={[
              { title: say('name'), show: ({ name }) => <strong>{textOf(name)}</strong> },
              {
                title: say('what'),
                show: ({ types, plans, details }) => (
                  <span title={types.map((type) => label('publicEventType', type)).join(', ')}>
                    {[say('types', { count: types.length }), plans && say('plans')]
                      .filter(Boolean)
                      .join(', ')}
                    {details.length > 0 && (
                      <span className="under">
                        {say('details', {
                          what: listOf(details.map((one) => label('subscriptionDetail', one))),
                        })}
                      </span>
                    )}
                  </span>
                ),
              },
              {
                title: say('why'),
                show: ({ purpose, legalBasis }) =>
                  `${textOf(purpose)} (${label('disclosureBasis', legalBasis)})`,
              },
              {
                title: say('time'),
                show: ({ validFrom, validUntil, revokedOn, isPaused }) => {
                  if (revokedOn !== null) return say('revoked', { day: fullDay(revokedOn) });
                  if (isPaused) return <strong>{say('paused')}</strong>;
                  const until = validUntil === null ? '' : ` ${say('until', { day: fullDay(validUntil) })}`;
                  return capital(`${say('from', { day: fullDay(validFrom) })}${until}`);
                },
              },
              {
                title: say('standing'),
                show: (one) => (
                  <>
                    {capital(standing.behind(one))}
                    <span className="under">{say('last', { at: standing.at(one.deliveredAt) })}</span>
                  </>
                ),
              },
            ]}
            {...(mayChange && { add: granting, stepsOf })}
          />
        </>
      )}
    </Part>
  );
}
