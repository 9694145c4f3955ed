import type { Phrase } from '#event-sourcing';
import { staffRoles } from '#municipality';
import type { ListedPerson, ListedPlace, ListedUnit } from '#municipality/application/index';
import { isMailAddress, units as usualUnits } from '#vocabulary';
import { type Column, type Columns, columnsIn, type Fault, type Grid, Line, sayOfCell } from '#spreadsheet';
import { inEnglish } from './in-english.js';

const unitColumns = {
  code: { headings: ['kode', 'code'], isNeeded: true },
  nb: { headings: ['navn', 'navn (bokmål)', 'bokmål', 'name'] },
  nn: { headings: ['namn', 'namn (nynorsk)', 'nynorsk'] },
  parent: { headings: ['ligger under', 'ligg under', 'parent'] },
  leader: { headings: ['leder', 'leiar', 'leader'] },
  establishedOn: { headings: ['opprettet', 'oppretta', 'established'] },
  endedOn: { headings: ['avsluttet', 'avslutta', 'ended'] },
} as const satisfies Readonly<Record<string, Column>>;

const staffColumns = {
  number: {
    headings: ['ansattnummer', 'ansattnr', 'ansattnr.', 'tilsettnummer', 'tilsettnr', 'tilsettnr.', 'number'],
  },
  login: { headings: ['innlogging', 'brukernavn', 'brukarnamn', 'login'] },
  name: { headings: ['navn', 'namn', 'name'], isNeeded: true },
  unit: { headings: ['enhet', 'eining', 'unit'], isNeeded: true },
  role: { headings: ['rolle', 'role'] },
  title: { headings: ['tittel', 'title'] },
  represents: { headings: ['kommer fra', 'kjem frå', 'represents'] },
  employer: { headings: ['arbeidsgiver', 'arbeidsgivar', 'employer'] },
  from: { headings: ['fra', 'frå', 'from'] },
  until: { headings: ['til og med', 'until'] },
  telephone: { headings: ['telefon', 'telephone'] },
  email: { headings: ['e-post', 'epost', 'email'] },
} as const satisfies Readonly<Record<string, Column>>;

/** What a file says, with everything that is wrong in it and what of it is not read. */
export interface Listed<T> {
  readonly listed: readonly T[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Phrase[];
}

/** Units by their usual words; those of a list by the words that it has. */
export const unitWords = (
  listed: readonly Pick<ListedUnit, 'code' | 'nb' | 'nn'>[],
): ReadonlyMap<string, string> =>
  new Map([
    ...usualUnits.codes.flatMap((code) =>
      usualUnits.words[code].map((word) => [word.toLowerCase(), code] as const),
    ),
    ...listed.flatMap(({ code, nb, nn }) => [nb, nn].map((word) => [word.toLowerCase(), code] as const)),
  ]);

/** The units of a file, each after the one that it stands under. */
export function unitsIn(grid: Grid): Listed<ListedUnit> {
  const { at, others, faults: headings } = columnsIn(grid, unitColumns);
  const faults: Fault[] = [...grid.faults, ...headings];
  const words = unitWords(namedIn(grid, at));
  const found = new Map<string, ListedUnit>();
  grid.rows.slice(1).forEach((cells, index) => {
    const line = new Line<keyof typeof unitColumns>(index + 2, cells, at, faults);
    if (line.isEmpty) return;
    const code = line.needed('code', 60);
    const [nb, nn] = [line.text('nb', 100), line.text('nn', 100)];
    const [establishedOn, endedOn] = [line.day('establishedOn'), line.day('endedOn')];
    const parent = line.unit('parent', words);
    const leader = line.text('leader', 255);
    if (nb === undefined && nn === undefined) {
      line.fault(at.nb === undefined ? 'nn' : 'nb', sayOfCell('empty'));
    }
    if (code === undefined) return;
    if (!/^[A-Z][A-Z0-9_]{0,59}$/.test(code)) {
      line.fault('code', inEnglish('is no code: capital letters A–Z, digits and _, such as HOME_CARE.'));
    }
    if (found.has(code)) line.fault('code', inEnglish(`stands in row ${found.get(code)?.row} too.`));
    found.set(code, {
      row: line.row,
      code,
      nb: nb ?? nn ?? '',
      nn: nn ?? nb ?? '',
      parent,
      leader,
      establishedOn,
      endedOn,
    });
  });
  return { listed: inOrder(found, faults), faults, notes: others };
}

/** The units of a file by their words alone, so that one may stand under another by its word, wherever that stands. */
const namedIn = ({ rows }: Grid, at: Columns<keyof typeof unitColumns>['at']) =>
  rows.slice(1).flatMap((cells, index) => {
    const line = new Line<keyof typeof unitColumns>(index + 2, cells, at, []);
    const [code, nb, nn] = [line.text('code', 60), line.text('nb', 100), line.text('nn', 100)];
    return code === undefined ? [] : [{ code, nb: nb ?? code, nn: nn ?? code }];
  });

/** Parents first. Those that stand under themselves are faults. */
function inOrder(units: ReadonlyMap<string, ListedUnit>, faults: Fault[]): ListedUnit[] {
  const done = new Set<ListedUnit>();
  for (const unit of units.values()) {
    const above: ListedUnit[] = [];
    for (let one: ListedUnit | undefined = unit; one !== undefined && !done.has(one);) {
      if (above.includes(one)) {
        faults.push({
          row: unit.row,
          what: inEnglish('the unit stands under itself, by the rows that follow its parent.'),
        });
        break;
      }
      above.push(one);
      one = units.get(one.parent ?? '');
    }
    for (const one of above.toReversed()) done.add(one);
  }
  return [...done];
}

/** The staff of a file, each with every row of theirs. `issuer`: of the logins. */
export function staffIn(
  grid: Grid,
  { words, issuer }: { readonly words: ReadonlyMap<string, string>; readonly issuer: string | undefined },
): Listed<ListedPerson> {
  const { at, others, faults: headings } = columnsIn(grid, staffColumns);
  const faults: Fault[] = [...grid.faults, ...headings];
  if (at.number === undefined && at.login === undefined) {
    faults.push({
      row: 1,
      what: inEnglish('there is no column ansattnummer, and none innlogging: one of them tells who it is.'),
    });
  }
  if (at.login !== undefined && issuer === undefined) {
    faults.push({
      row: 1,
      column: at.login + 1,
      what: inEnglish('say with --issuer who issues these logins.'),
    });
  }
  const people = new Map<string, ListedPerson & { readonly places: ListedPlace[] }>();
  const numbers = new Map<string, string>();
  grid.rows.slice(1).forEach((cells, index) => {
    const line = new Line<keyof typeof staffColumns>(index + 2, cells, at, faults);
    if (line.isEmpty) return;
    const [number, subject] = [line.text('number', 255), line.text('login', 255)];
    const name = line.needed('name', 200);
    const unit = line.unit('unit', words, true);
    const [telephone, email] = [line.text('telephone', 50), line.text('email', 254)];
    if (email !== undefined && !isMailAddress(email)) {
      line.fault('email', inEnglish('is no address that a message can be sent to: write one alone.'));
    }
    const role = line.codeOf('role', staffRoles) ?? 'EMPLOYEE';
    const place = {
      row: line.row,
      unit: unit ?? '',
      role,
      represents: line.unit('represents', words),
      title: line.text('title', 200),
      employer: line.text('employer', 200),
      from: line.day('from'),
      until: line.day('until'),
    };
    const key = number ?? subject;
    if (key === undefined) {
      line.fault(
        at.number === undefined ? 'login' : 'number',
        inEnglish('is empty: nothing tells who this is.'),
      );
      return;
    }
    if (name === undefined) return;
    const known = people.get(key);
    if (subject !== undefined && (numbers.get(subject) ?? key) !== key) {
      line.fault('login', inEnglish('is that of another row with another number.'));
    }
    if (subject !== undefined) numbers.set(subject, key);
    const login = subject === undefined || issuer === undefined ? undefined : { issuer, subject };
    if (known === undefined) {
      people.set(key, { row: line.row, number, login, name, telephone, email, places: [place] });
      return;
    }
    const said = { name, login: subject, telephone, email };
    const before = { ...known, login: known.login?.subject };
    for (const column of Object.keys(said) as (keyof typeof said)[]) {
      const differs = said[column] !== undefined && said[column] !== (before[column] ?? said[column]);
      if (differs) {
        line.fault(
          column,
          inEnglish(`is another than before, and the person the same as in row ${known.row}.`),
        );
      }
    }
    const twice = known.places.find(
      (one) =>
        one.unit === place.unit &&
        one.role === place.role &&
        one.represents === place.represents &&
        one.from === place.from,
    );
    if (twice) {
      line.fault(
        'unit',
        inEnglish(`says the same as row ${twice.row}: the same person, unit, role and first day.`),
      );
    }
    known.places.push(place);
    people.set(key, {
      ...known,
      login: known.login ?? login,
      telephone: known.telephone ?? telephone,
      email: known.email ?? email,
    });
  });
  return { listed: [...people.values()], faults, notes: others };
}
