import { type Read, useRead, useReadPages } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { Freshness } from '../../ui/freshness.js';
import { textOf, writtenOf } from '../../ui/opened.js';
import { RecordedSince } from '../../ui/recorded-since.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { MoreButton } from '../../ui/more-button.js';

const useText = texts('settings-staff', {
  nb: {
    lead: 'Hvem som arbeider hvor i dag, hvem som er vikar for dem, og hvordan de nås.',
    empty: 'Her står ansatte og andre som kommunen samarbeider med.',
    name: 'Navn',
    where: 'Arbeider',
    nowhere: 'ingen ansettelse registrert',
    since: 'siden {{day}}',
    between: '{{from}} til {{until}}',
    represents: 'for {{unit}}',
    substitutes: 'Vikarer',
    reach: 'Telefon og e-post',
    more: 'Vis flere',
  },
  nn: {
    lead: 'Kven som arbeider kvar i dag, kven som er vikar for dei, og korleis dei blir nådde.',
    empty: 'Her står tilsette og andre som kommunen samarbeider med.',
    name: 'Namn',
    where: 'Arbeider',
    nowhere: 'inga tilsetjing registrert',
    since: 'sidan {{day}}',
    between: '{{from}} til {{until}}',
    represents: 'for {{unit}}',
    substitutes: 'Vikarar',
    reach: 'Telefon og e-post',
    more: 'Vis fleire',
  },
});

type Person = Read<'/v1/staff'>['staff'][number];
type Engagement = Person['engagements'][number];
/** Somebody in one engagement; of who has none the one row is without. */
interface Row {
  readonly person: Person;
  readonly engagement: Engagement | undefined;
}

const rowsOf = (person: Person): readonly Row[] =>
  person.engagements.length === 0
    ? [{ person, engagement: undefined }]
    : person.engagements.map((engagement) => ({ person, engagement }));

function stepsOf({ person, engagement }: Row): readonly Step[] {
  const { partyId } = person.party;
  const seen = { revision: person.revision, changes: <PartySince partyId={partyId} /> };
  const ofPerson: readonly Step[] = [
    {
      operation: 'Engagements_setContact',
      params: { partyId },
      ...seen,
      preset: { telephone: writtenOf(person.telephone), email: writtenOf(person.email) },
    },
    {
      operation: 'Engagements_engage',
      params: { partyId },
      ...seen,
      first: ['unit', 'role', 'title', 'engagedFrom', 'engagedUntil'],
    },
  ];
  if (engagement === undefined) return ofPerson;
  // What began under a registration that was merged ends there, and nobody new stands in.
  const { partyId: under, engagementId, revision, substitutes } = engagement;
  const seenThere = { revision, changes: <PartySince partyId={under} /> };
  const params = { partyId: under, engagementId };
  return [
    ...ofPerson,
    ...(under === partyId
      ? [{ operation: 'Engagements_nameSubstitute', params, ...seenThere } as const]
      : []),
    ...substitutes.map(({ substitutionId }): Step => ({
      operation: 'Engagements_endSubstitution',
      params: { partyId: under, substitutionId },
      ...seenThere,
    })),
    { operation: 'Engagements_end', params, ...seenThere },
  ];
}

/** What was recorded of somebody while the form stood open. */
function PartySince({ partyId }: { readonly partyId: string }) {
  const { data } = useRead('/v1/parties/{partyId}/audit-trail', {
    params: { path: { partyId }, query: { limit: 200 } },
  });
  return <RecordedSince entries={data?.entries} />;
}

/** Who works where, who stands in for them, and how they are reached. */
export function Staff() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('LEADER', 'ADMIN');
  const pages = useReadPages('/v1/staff', { params: { query: { limit: 50 } } }, { every: 60_000 });
  const { data, error, refetch } = pages;
  const [first] = data?.pages ?? [];
  if (data === undefined || first === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const timeOf = (from: string, until: string | null) =>
    until === null
      ? say('since', { day: fullDay(from) })
      : say('between', { from: fullDay(from), until: fullDay(until) });
  const where = ({ engagement, person }: Row) => {
    if (engagement === undefined) {
      return person.unit === null ? say('nowhere') : capital(label('unit', person.unit));
    }
    const { unit, role, title, represents, from, until } = engagement;
    const facts = [
      textOf(title) || label('staffRole', role),
      represents !== null && say('represents', { unit: label('unit', represents) }),
      timeOf(from, until),
    ].filter(Boolean);
    return (
      <>
        {capital(label('unit', unit))}
        <span className="under">{facts.join(', ')}</span>
      </>
    );
  };
  return (
    <>
      <p className="quiet">{say('lead')}</p>
      <div className="row apart">
        <Freshness currentTo={first.currentTo} />
        <div className="row no-print">
          <DownloadButtons path="/v1/staff" variant="tertiary" />
        </div>
      </div>
      <RecordList
        label={say('name')}
        rows={data.pages.flatMap((page) => page.staff.flatMap(rowsOf))}
        keyOf={({ person, engagement }) => engagement?.engagementId ?? person.party.partyId}
        nameOf={({ person }) => textOf(person.party.name)}
        empty={say('empty')}
        historyOf={({ person }) => ({ what: 'ansatt', id: person.party.partyId })}
        columns={[
          { title: say('name'), show: ({ person }) => <strong>{textOf(person.party.name)}</strong> },
          { title: say('where'), show: where },
          {
            title: say('substitutes'),
            show: ({ engagement }) =>
              engagement?.substitutes.map(({ substitutionId, party, from, until }) => (
                <span key={substitutionId} className="line">
                  {textOf(party.name)}
                  <span className="under">{timeOf(from, until)}</span>
                </span>
              )),
          },
          {
            title: say('reach'),
            show: ({ person }) => (
              <>
                {textOf(person.telephone)}
                <span className="under">{textOf(person.email)}</span>
              </>
            ),
          },
        ]}
        {...(mayChange && { add: registering, stepsOf })}
      />
      <MoreButton pages={pages} label={say('more')} />
    </>
  );
}

const registering: Step = { operation: 'Parties_register', first: ['kind', 'name', 'unit'] };
