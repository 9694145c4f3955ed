import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf, writtenOf } from '../../ui/opened.js';
import { RecordedSince } from '../../ui/recorded-since.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('settings-units', {
  nb: {
    lead: 'Enhetene slik de står i dag, under dem de hører til. En kode er fast og kan ikke endres, navnet kan.',
    empty:
      'Her står enhetene kommunen har lagt inn selv. De vanlige enhetene kan brukes uten at de står her.',
    name: 'Enhet',
    leader: 'Leder',
    noLeader: 'ingen registrert',
    since: 'Siden',
    state: 'Status',
    ended: 'lagt ned {{day}}',
    merged: 'slått sammen med {{unit}} {{day}}',
    active: 'i bruk',
  },
  nn: {
    lead: 'Einingane slik dei står i dag, under dei dei høyrer til. Ein kode er fast og kan ikkje endrast, namnet kan.',
    empty:
      'Her står einingane kommunen har lagt inn sjølv. Dei vanlege einingane kan brukast utan at dei står her.',
    name: 'Eining',
    leader: 'Leiar',
    noLeader: 'ingen registrert',
    since: 'Sidan',
    state: 'Status',
    ended: 'lagd ned {{day}}',
    merged: 'slått saman med {{unit}} {{day}}',
    active: 'i bruk',
  },
});

type Unit = Read<'/v1/units'>['units'][number];

/** What can be recorded of a unit that works. */
function stepsOf({ unit, nb, nn, endedOn, leader, revision }: Unit): readonly Step[] {
  if (endedOn !== null) return [];
  const seen = {
    params: { unit },
    revision,
    changes: <UnitSince unit={unit} />,
  };
  return [
    { operation: 'Units_rename', ...seen, preset: { nb: writtenOf(nb), nn: writtenOf(nn) } },
    {
      operation: 'Units_nameLeader',
      ...seen,
      ...(leader !== null && { preset: { leaderId: leader.partyId } }),
    },
    { operation: 'Units_move', ...seen },
    { operation: 'Units_merge', ...seen },
    { operation: 'Units_end', ...seen },
  ];
}

/** What was recorded of the unit while the form stood open. */
function UnitSince({ unit }: { readonly unit: string }) {
  const { data } = useRead('/v1/units/{unit}/audit-trail', {
    params: { path: { unit }, query: { limit: 200 } },
  });
  return <RecordedSince entries={data?.entries} />;
}

/** The units as a tree: founded, renamed, led, moved, merged and ended. */
export function Units() {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const mayChange = useHasRole('ADMIN');
  const read = useRead('/v1/units', {});
  const nameOf = ({ nb, nn }: Unit) => capital(words({ nb: textOf(nb), nn: textOf(nn) }));
  const stateOf = ({ endedOn, mergedInto }: Unit) => {
    if (endedOn === null) return say('active');
    const day = fullDay(endedOn);
    return mergedInto === null
      ? say('ended', { day })
      : say('merged', { day, unit: label('unit', mergedInto) });
  };
  return (
    <Part read={read} lead={say('lead')}>
      {({ units }) => (
        <RecordList
          label={say('name')}
          rows={units}
          keyOf={({ unit }) => unit}
          nameOf={nameOf}
          empty={say('empty')}
          historyOf={({ unit }) => ({ what: 'enhet', id: unit })}
          columns={[
            {
              title: say('name'),
              show: (unit) => (
                <span className="tree-name" data-level={Math.min(unit.level, 4)}>
                  <strong>{nameOf(unit)}</strong>
                  <span className="under">{unit.unit}</span>
                </span>
              ),
            },
            { title: say('leader'), show: ({ leader }) => textOf(leader?.name) || say('noLeader') },
            { title: say('since'), show: ({ establishedOn }) => <FullDay day={establishedOn} /> },
            { title: say('state'), show: stateOf },
          ]}
          {...(mayChange && { add: founding, stepsOf })}
        />
      )}
    </Part>
  );
}

const founding: Step = {
  operation: 'Units_establish',
  first: ['unit', 'nb', 'nn', 'parent', 'establishedOn'],
};
