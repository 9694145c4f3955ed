import { same } from '#event-sourcing';
import { staffRoles } from '#municipality';
import { units } from '#vocabulary';
import { date, type Table, text } from '../lists/table.js';
import type { Saying } from '../lists/saying.js';
import { shownIn } from '../trail/trail.entries.js';
import type { StaffLine } from './staff.queries.js';

type Engagement = StaffLine['engagements'][number];

/** A line of what goes out: somebody in one unit. */
export interface EngagedLine {
  readonly person: StaffLine;
  readonly engagement: Engagement | undefined;
  /** It is about nobody in the register of persons. */
  readonly subject: null;
}

/** Somebody in several units has a line for each. */
export const engagedLines = (people: readonly StaffLine[]): EngagedLine[] =>
  people.flatMap((person) => {
    const { engagements } = person;
    const lines = engagements.length === 0 ? [undefined] : engagements;
    return lines.map((engagement) => ({ person, engagement, subject: null }));
  });

const substitutes = (engagement: Engagement | undefined, say: Saying) =>
  (engagement?.substitutes ?? [])
    .map(({ party, from, until }) => `${say.party(party)} (${from ?? ''} – ${until ?? ''})`)
    .join(', ') || null;

/** Who works where, as it goes out. */
export const staffTable: Table<EngagedLine> = {
  title: ['Ansatte', 'Tilsette'],
  name: 'staff',
  columns: [
    text(['Navn', 'Namn'], ({ person }, say) => say.party(person.party)),
    text(['Enhet', 'Eining'], ({ person, engagement }, say) =>
      say.word(units, engagement?.unit ?? person.unit),
    ),
    text(same('Rolle'), ({ engagement }, say) => say.word(staffRoles, engagement?.role ?? null)),
    text(same('Tittel'), ({ engagement }, say) => shownIn(say.language, engagement?.title ?? null)),
    text(['Kommer fra', 'Kjem frå'], ({ engagement }, say) =>
      say.word(units, engagement?.represents ?? null),
    ),
    text(['Arbeidsgiver', 'Arbeidsgivar'], ({ engagement }, say) =>
      shownIn(say.language, engagement?.employer ?? null),
    ),
    date(['Fra', 'Frå'], ({ engagement }) => engagement?.from),
    date(same('Til og med'), ({ engagement }) => engagement?.until),
    text(same('Vara'), ({ engagement }, say) => substitutes(engagement, say)),
    text(same('Telefon'), ({ person }, say) => shownIn(say.language, person.telephone)),
    text(same('E-post'), ({ person }, say) => shownIn(say.language, person.email)),
  ],
};
