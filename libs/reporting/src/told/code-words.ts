import { type Pair, same } from '#event-sourcing/codes';
import type { Dimension } from './dimension.js';
import { participationDimensions } from './participation-codes.js';

const sources: Dimension['codes'] = {
  SUBJECT: ['Personen selv', 'Personen sjølv'],
  REPRESENTATIVE: ['Verge eller fullmektig', 'Verje eller fullmektig'],
  EMPLOYEE: ['Ansatt i kommunen', 'Tilsett i kommunen'],
  GUARDIAN: ['Foreldre eller foresatte', 'Foreldre eller føresette'],
  SPECIALIST_SERVICE: ['Spesialisthelsetjenesten', 'Spesialisthelsetenesta'],
  NEXT_OF_KIN: ['Pårørende', 'Pårørande'],
  OTHER: ['Andre', 'Andre'],
};
const kinds: Dimension['codes'] = {
  CHILD: same('Barnekoordinator'),
  ORDINARY: same('Koordinator'),
  ORDINARY_ONLY: ['Bare vanlig koordinator', 'Berre vanleg koordinator'],
  TEMPORARY: ['Midlertidig', 'Mellombels'],
  NO: ['Ingen koordinator', 'Ingen koordinator'],
};
const yesOrNo: Dimension['codes'] = { YES: same('Ja'), NO: same('Nei') };
const ages: Dimension['codes'] = {
  '0-5': same('0–5 år'),
  '6-12': same('6–12 år'),
  '13-17': same('13–17 år'),
  '0-17': same('0–17 år'),
  '18-24': same('18–24 år'),
  '25-66': same('25–66 år'),
  '18-66': same('18–66 år'),
  '67+': ['67 år og over', '67 år og over'],
  UNKNOWN: ['Ukjent alder', 'Ukjend alder'],
};

const items: Dimension['codes'] = {
  INDIVIDUAL_PLAN: same('Individuell plan'),
  COORDINATOR: same('Koordinator'),
  CHILD_COORDINATOR: same('Barnekoordinator'),
  GROUP: ['Ansvarsgruppe', 'Ansvarsgruppe'],
};
const outcomes: Dimension['codes'] = {
  GRANTED: ['Innvilget', 'Innvilga'],
  PARTLY: ['Delvis innvilget', 'Delvis innvilga'],
  REFUSED: ['Avslått', 'Avslått'],
  MEDHOLD: ['Medhold', 'Medhald'],
  DELVIS: ['Delvis medhold', 'Delvis medhald'],
  IKKE: ['Ikke medhold', 'Ikkje medhald'],
  OPPHEVET: ['Opphevet', 'Oppheva'],
  AVVIST: ['Avvist', 'Avvist'],
  CHANGED: ['Tatt til følge', 'Teke til følgje'],
  UPHELD: ['Fastholdt', 'Halde fast ved'],
};
const states: Dimension['codes'] = {
  MET: ['Holdt', 'Halden'],
  MISSED: ['Ikke holdt', 'Ikkje halden'],
  LAPSED: ['Falt bort', 'Fall bort'],
};

/** How figures are broken down, in words; units have names of their own. */
export const dimensions: Readonly<Record<string, Dimension>> = {
  AGE: { name: ['Alder', 'Alder'], codes: ages },
  AGE3: { name: ['Alder', 'Alder'], codes: ages },
  UNIT: {
    name: ['Enhet', 'Eining'],
    codes: { NOT_STATED: ['Ikke oppgitt', 'Ikkje oppgitt'] },
  },
  PROVENANCE: {
    name: ['Hvor planen kommer fra', 'Kvar planen kjem frå'],
    codes: {
      CONFIRMED: ['Startet eller bekreftet', 'Starta eller stadfesta'],
      REPORTED: ['Meldt fra enhet', 'Meld frå eining'],
      IMPORTED: ['Fra tidligere register', 'Frå tidlegare register'],
    },
  },
  REPORT: {
    name: ['Hvordan planen er kjent', 'Korleis planen er kjend'],
    codes: {
      CONFIRMED: ['Startet eller bekreftet', 'Starta eller stadfesta'],
      IMPORTED: ['Fra tidligere register', 'Frå tidlegare register'],
      REPORTED_UP_TO_DATE: ['Meldt fra enhet', 'Meld frå eining'],
      REPORTED_SILENT: ['Meldt, uten nytt på tolv måneder', 'Meld, utan nytt på tolv månader'],
      REPORTED_INCOMPLETE: ['Meldt, ufullstendig', 'Meld, ufullstendig'],
    },
  },
  REASON: {
    name: ['Grunn', 'Grunn'],
    codes: {
      OWN_WISH: ['Eget ønske', 'Eige ønske'],
      NEED_CEASED: ['Behovet er borte', 'Behovet er borte'],
      MOVED: ['Flyttet', 'Flytta'],
      DECEASED: ['Døde', 'Døydde'],
      TRANSFERRED: ['Overført', 'Overført'],
      TURNED_18: ['Fylte 18 år', 'Fylte 18 år'],
      NOT_FOLLOWED_UP: ['Ikke fulgt opp', 'Ikkje følgd opp'],
      DUPLICATE: ['Registrert to ganger', 'Registrert to gonger'],
      DECLINED: ['Takket nei', 'Takka nei'],
      OTHER: ['Annet', 'Anna'],
    },
  },
  RECENCY: {
    name: ['Sist evaluert', 'Sist evaluert'],
    codes: {
      '0-6': ['Siste 6 måneder', 'Siste 6 månader'],
      '7-12': ['For 7–12 måneder siden', 'For 7–12 månader sidan'],
      OVER_12: ['For over et år siden', 'For over eit år sidan'],
      NEVER: ['Aldri', 'Aldri'],
    },
  },
  REVIEW: {
    name: ['Neste evaluering', 'Neste evaluering'],
    codes: {
      OVERDUE: ['På overtid', 'På overtid'],
      NOT_DUE: ['Ikke forfalt', 'Ikkje forfallen'],
      NO_DATE: ['Uten dato', 'Utan dato'],
    },
  },
  KIND: { name: ['Slag', 'Slag'], codes: kinds },
  COORDINATOR: { name: ['Koordinator', 'Koordinator'], codes: kinds },
  PLAN: {
    name: ['Plan og koordinator', 'Plan og koordinator'],
    codes: {
      BOTH: ['Begge deler', 'Begge delar'],
      COORDINATOR_ONLY: ['Bare koordinator', 'Berre koordinator'],
      PLAN_ONLY: ['Bare plan', 'Berre plan'],
    },
  },
  CAUSE: {
    name: ['Hvordan det ble slik', 'Korleis det vart slik'],
    codes: {
      NEVER: ['Har ikke hatt noen', 'Har ikkje hatt nokon'],
      LEFT: ['Den forrige sluttet', 'Den førre slutta'],
    },
  },
  CASELOAD: {
    name: ['Personer per koordinator', 'Personar per koordinator'],
    codes: {
      '1-2': ['1–2 personer', '1–2 personar'],
      '3-5': ['3–5 personer', '3–5 personar'],
      '6-9': ['6–9 personer', '6–9 personar'],
      '10+': ['10 personer eller flere', '10 personar eller fleire'],
    },
  },
  TRAINED: { name: ['Grunnopplæring', 'Grunnopplæring'], codes: yesOrNo },
  GUIDED: { name: ['Veiledet siste tolv måneder', 'Rettleidd siste tolv månader'], codes: yesOrNo },
  WISH: {
    name: ['Ønsket fulgt', 'Ønsket følgt'],
    codes: { ...yesOrNo, NO_WISH: ['Hadde ikke noe ønske', 'Hadde ikkje noko ønske'] },
  },
  SOURCE: { name: ['Hvem', 'Kven'], codes: sources },
  ITEM: { name: ['Ytelse', 'Yting'], codes: items },
  OUTCOME: { name: ['Utfall', 'Utfall'], codes: outcomes },
  STATE: { name: ['Hvordan det gikk', 'Korleis det gjekk'], codes: states },
  RULE_STATE: {
    name: ['Hvordan det gikk', 'Korleis det gjekk'],
    codes: {
      ...states,
      DECISION_TIME: ['Avgjørelse', 'Avgjerd'],
      PRELIM_REPLY: ['Foreløpig svar', 'Førebels svar'],
    },
  },
  ITEM_OUTCOME: { name: ['Ytelse og utfall', 'Yting og utfall'], codes: { ...items, ...outcomes } },
  ...participationDimensions,
  TYPE: {
    name: ['Slags møte', 'Slags møte'],
    codes: {
      KE: ['Koordinerende enhet', 'Koordinerande eining'],
      KE_SYSTEM: ['Koordinerende enhet, om systemet', 'Koordinerande eining, om systemet'],
      COORDINATION: ['Rundt en person', 'Rundt ein person'],
      PROFESSIONAL: ['Fagmøte', 'Fagmøte'],
    },
  },
  TOPIC: {
    name: ['Om', 'Om'],
    codes: {
      UNIT_PLACEMENT: ['Hvilken enhet som har ansvaret', 'Kva eining som har ansvaret'],
      HANDLING: ['Behandlingen av saken', 'Handsaminga av saka'],
    },
  },
  AMOUNT: {
    name: ['Beløp', 'Beløp'],
    codes: {
      UNDER_50K: same('Under 50 000 kr'),
      '50K_250K': same('50 000–250 000 kr'),
      OVER_250K: same('Over 250 000 kr'),
    },
  },
  STATUS: {
    name: ['Status', 'Status'],
    codes: {
      ACTIVE: ['Har virksom plan', 'Har verksam plan'],
      PAUSED: ['Planen er på pause', 'Planen er på pause'],
      IN_PREPARATION: ['Planen er under arbeid', 'Planen er under arbeid'],
      DECLINED: ['Har takket nei til plan', 'Har takka nei til plan'],
      NONE: ['Bare koordinator', 'Berre koordinator'],
    },
  },
};

/** What a unit is called, in both languages. */
export type UnitName = (code: string) => Pair;

/** As it stands within a sentence; `NAV` stays as it is. */
const within = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const joined = (pairs: readonly Pair[], between: string): Pair => {
  const said = (language: 0 | 1) =>
    pairs.map(({ [language]: text }, at) => (at === 0 ? text : within(text))).join(between);
  return [said(0), said(1)];
};

/** What a cell is called: merged codes by all of their names, ages by their band, two codes at once by both. */
export function labelOf(dimension: string, codes: readonly string[], unitName: UnitName): Pair {
  const band = dimension === 'AGE' || dimension === 'AGE_AT' ? bandOf(codes) : undefined;
  if (band) return band;
  const known = dimensions[dimension]?.codes ?? {};
  const nameOf = (code: string): Pair => {
    if (known[code]) return known[code];
    if (dimension === 'UNIT') return unitName(code);
    const parts = code.split(':');
    return parts.length > 1 ? joined(parts.map(nameOf), ', ') : same(code);
  };
  return joined(codes.map(nameOf), codes.length === 2 ? ' og ' : ', ');
}

/** Ages that follow each other as one band, `18 år og over`; undefined where they do not, or are one already. */
function bandOf(codes: readonly string[]): Pair | undefined {
  const bounds = codes.flatMap((code) => {
    const [, from, to] = /^(\d+)(?:-(\d+)|\+)$/.exec(code) ?? [];
    return from === undefined ? [] : [[Number(from), to === undefined ? Infinity : Number(to)] as const];
  });
  const inOrder = bounds.toSorted(([one], [other]) => one - other);
  const isGapless = inOrder.every(([from], at) => at === 0 || inOrder[at - 1]?.[1] === from - 1);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (bounds.length < 2 || !isGapless || !first || !last) return undefined;
  if (first[0] === 0 && last[1] === Infinity) return ['Alle aldersgrupper', 'Alle aldersgrupper'];
  const band = last[1] === Infinity ? `${first[0]} år og over` : `${first[0]}–${last[1]} år`;
  return bounds.length === codes.length ? same(band) : [`${band} og ukjent alder`, `${band} og ukjend alder`];
}
