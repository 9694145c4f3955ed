import { Tag } from '@digdir/designsystemet-react';
import { fullDay, shortDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { type Promise, useFollowUp } from './follow-up-context.js';
import { Steps } from './steps.js';

const useText = texts('follow-up-promises', {
  nb: {
    title: 'Hvem har lovet hva',
    none: 'Ingen har lovet noe ennå.',
    moved_one: 'flyttet én gang',
    moved_other: 'flyttet {{count}} ganger',
    overdue: 'Fristen er ute',
    made: 'lovet {{day}}',
    meeting: 'Møtet {{day}}',
  },
  nn: {
    title: 'Kven har lova kva',
    none: 'Ingen har lova noko enno.',
    moved_one: 'flytta éin gong',
    moved_other: 'flytta {{count}} gonger',
    overdue: 'Fristen er ute',
    made: 'lova {{day}}',
    meeting: 'Møtet {{day}}',
  },
});

/** Who promised what by when, what waits before what is done. */
export function Promises() {
  const say = useText();
  const { of } = useFollowUp();
  const waiting = of.promises.filter(({ state }) => state === 'OPEN');
  const done = of.promises.filter(({ state }) => state !== 'OPEN');
  const held = of.meetings.filter(({ heldOn }) => heldOn !== null);
  const choices = {
    meetingId: held.map(({ meetingId, meetsOn }) => ({
      value: meetingId,
      label: say('meeting', { day: fullDay(meetsOn) }),
    })),
  };
  return (
    <Section title={say('title')}>
      {of.promises.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <ul className="lines">
          {[...waiting, ...done].map((one) => (
            <OnePromise key={one.promiseId} one={one} />
          ))}
        </ul>
      )}
      <Steps
        steps={[
          {
            operation: 'Promises_promise',
            choices,
            needless: ({ by }) => [
              ...(by === 'PARTY' ? [] : ['partyId']),
              ...(by === 'SUBJECT' ? ['unit'] : []),
              ...(held.length === 0 ? ['meetingId'] : []),
            ],
          },
        ]}
      />
    </Section>
  );
}

function OnePromise({ one }: { readonly one: Promise }) {
  const say = useText();
  const label = useLabel();
  const { promiseId, what, by, party, unit, dueOn, madeOn, timesMoved, state, reason } = one;
  const isOpen = state === 'OPEN';
  const isOverdue = isOpen && dueOn < today();
  const params = { promiseId };
  const who = party === null ? label('promiser', by) : textOf(party.name);
  return (
    <li>
      <span className="figures">{shortDay(dueOn)}</span>
      <div>
        <p>{textOf(what)}</p>
        <p className="small quiet">
          {capital(
            joined(
              by === 'UNIT' && unit !== null ? label('unit', unit) : who,
              by === 'PARTY' && unit !== null && label('unit', unit),
              say('made', { day: shortDay(madeOn) }),
              timesMoved > 0 && say('moved', { count: timesMoved }),
            ),
          )}
        </p>
        {reason !== null && <p className="small keep-lines">{textOf(reason)}</p>}
        {isOpen && (
          <Steps
            steps={[
              { operation: 'Promises_keep', about: promiseId, params },
              { operation: 'Promises_move', about: promiseId, params },
              { operation: 'Promises_end', about: promiseId, params },
            ]}
          />
        )}
      </div>
      <Tag data-color={isOverdue ? 'warning' : 'neutral'}>
        {isOverdue ? say('overdue') : capital(label('promiseState', state))}
      </Tag>
    </li>
  );
}
