import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { seenOf, withSeen } from '../../ui/records/topic-since.js';

const useText = texts('settings-delegations', {
  nb: {
    lead: 'Hvem som kan avgjøre og oppnevne på vegne av hvem, fra når til når.',
    empty: 'Her står delegeringene, også de som er trukket tilbake.',
    scope: 'Gjelder',
    from: 'Fra',
    to: 'Til',
    valid: 'Tid',
    since: 'fra {{day}}',
    between: '{{from}} til {{until}}',
    revoked: 'trukket tilbake {{day}}',
    document: 'Dokument',
  },
  nn: {
    lead: 'Kven som kan avgjere og oppnemne på vegner av kven, frå når til når.',
    empty: 'Her står delegeringane, også dei som er trekte tilbake.',
    scope: 'Gjeld',
    from: 'Frå',
    to: 'Til',
    valid: 'Tid',
    since: 'frå {{day}}',
    between: '{{from}} til {{until}}',
    revoked: 'trekt tilbake {{day}}',
    document: 'Dokument',
  },
});

type Delegation = Read<'/v1/delegations'>['delegations'][number];

const stepsOf = ({ delegationId, revokedOn }: Delegation): readonly Step[] =>
  revokedOn === null ? [{ operation: 'Delegations_revoke', params: { delegationId } }] : [];
const delegating: Step = {
  operation: 'Delegations_delegate',
  first: ['scope', 'fromRole', 'toRole', 'validFrom', 'validUntil', 'document'],
};

/** Who may act for whom in what. */
export function Delegations() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('LEADER', 'ADMIN');
  const read = useRead('/v1/delegations', {});
  const role = (code: string) => capital(label('authorityRole', code));
  const time = ({ validFrom, validUntil, revokedOn }: Delegation) => (
    <>
      {validUntil === null
        ? say('since', { day: fullDay(validFrom) })
        : say('between', { from: fullDay(validFrom), until: fullDay(validUntil) })}
      {revokedOn !== null && <span className="under">{say('revoked', { day: fullDay(revokedOn) })}</span>}
    </>
  );
  return (
    <Part read={read} lead={say('lead')}>
      {({ delegations, revision }) => (
        <RecordList
          label={say('scope')}
          rows={delegations}
          keyOf={({ delegationId }) => delegationId}
          nameOf={({ scope, toRole }) =>
            `${label('delegationScope', scope)}, ${label('authorityRole', toRole)}`
          }
          empty={say('empty')}
          history={{ what: 'organisasjon', id: 'delegations' }}
          columns={[
            { title: say('scope'), show: ({ scope }) => capital(label('delegationScope', scope)) },
            { title: say('from'), show: ({ fromRole }) => role(fromRole) },
            { title: say('to'), show: ({ toRole }) => role(toRole) },
            { title: say('valid'), show: time },
            { title: say('document'), show: ({ document }) => textOf(document) },
          ]}
          {...(mayChange && withSeen(seenOf('delegations', { revision }), delegating, stepsOf))}
        />
      )}
    </Part>
  );
}
