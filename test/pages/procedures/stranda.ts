import type { Answers, Clerk } from '../../support/clerk.js';
import { granting } from './deciding.js';
import type { Desk } from './desk.js';

const items = ['Individuell plan', 'Personleg koordinator'];

/**
 * One address for all (S1), applications in writing (S7), the unit's recommendation and the board's final approval (S6), a
 * personal coordinator as the plan is made (S2, S4), and word to the unit when somebody leaves the group (S10). In nynorsk (S11).
 */
export async function stranda(desk: Desk): Promise<void> {
  const on = desk.on.bind(desk);
  let at = await desk.as('admin');
  await at.follow('Innstillingar');
  await at.follow('Delegering');
  for (const [what, who] of [
    ['Å oppnemne koordinator', 'Koordinerande eining'],
    ['Å godkjenne søknader', 'Tildelingsnemnda'],
  ] as const) {
    await at.step('Gi fullmakt', [
      ['Kva det gjeld', what],
      ['Kven som delegerer', 'Kommunedirektøren'],
      ['Kven som får fullmakta', who],
      ['Gjeld frå', '1.1.2026'],
    ]);
  }

  at = await desk.as('caseworker');
  await at.follow('Møte');
  for (const [who, role] of [
    ['Nemndleiar Liksomset', 'Leiar'],
    ['Nemndmedlem Eksempelgard', 'Medlem'],
    ['Nemndmedlem Skisseås', 'Medlem'],
  ] as const) {
    await at.press('Legg til medlem');
    await at.record('Ein ny medlem i nemnda', [
      ['Kven', who],
      ['Rolle', role],
      ['Gjeld frå', '1.1.2026'],
    ]);
  }
  await at.press('Endre kor mange som må vere til stades');
  await at.record('Kor mange må vere til stades?', [
    ['Kor mange som må vere til stades', '2'],
    ['Gjeld frå', '1.1.2026'],
  ]);

  await at.follow('Ny førespurnad');
  await at.fill(at.page, [
    ['Kven som tek kontakt', 'Ei teneste i kommunen'],
    ['Namn på den som tok kontakt', 'Sjukepleiar Øvingseid'],
    ['Dag', on(14, 'TUE')],
    ['Notat medan du snakkar', 'Ein brukar har mange tenester inne og bed om éin å halde seg til'],
    ['Det blir', 'Ein førespurnad som har fått svar no'],
    ['Svaret', 'Søknaden må vere skriftleg. Vi hjelper til med å skrive han'],
    ['Dato for svaret', on(14, 'TUE')],
  ]);
  await at.press('Registrer');
  await at.step('Opne sak med søknad', [
    ['Person', { givenName: 'Utkast', familyName: 'Prøvenes', born: '30.11.1972' }],
    ['Kva det gjeld', ...items],
    ['Kom inn', on(13, 'MON')],
    ['Måte', 'Telefon'],
    ['Kven som søkjer', 'Personen sjølv'],
    ['Skriftleg', 'Nei'],
  ]);
  await at.record('Knyt til ei sak', [['Dato', on(13, 'MON')]]);
  await at.follow(/^sak \d/);
  await at.step('Skriv ned søknaden', [
    ['Det personen seier', 'Eg vil ha éin plan som alle held seg til'],
    ['Kven som sa det', 'Personen sjølv'],
    ['Sagt dato', on(13, 'MON')],
    ['Skriven dato', on(13, 'TUE')],
    ['Kven som skreiv ned', 'Sakshandsamar Utkastdal'],
    ['Underskriven', 'Ja'],
  ]);
  await at.step('Registrer samtykke', [
    ['Kven som samtykkjer', 'Personen sjølv'],
    ['Dato', on(13, 'MON')],
    ['Kva det gjeld', 'Registrering', 'Individuell plan', 'Personleg koordinator', 'Deling av opplysningar'],
  ]);
  await at.step('Gi saka til ein saksbehandlar', [
    ['Saksbehandlar', 'Sakshandsamar Utkastdal'],
    ['Dato', on(13, 'TUE')],
  ]);
  await at.step('Gi nokon kartlegginga', [
    ['Kven som skal kartleggje', 'Vernepleiar Prøveheim'],
    ['Eining', 'Habiliteringstenesta'],
    ['Dato', on(13, 'WED')],
    ['Frist', on(11, 'WED')],
  ]);
  await at.step('Fullfør kartlegginga', [
    ['Kven som kartla', 'Vernepleiar Prøveheim'],
    ['Kompetanse', 'Fagutdanning'],
    ['Fullført dato', on(12, 'FRI')],
    ['Kva kartlegginga viste', 'Heimetenesta, legen og habiliteringa må sjåast i samanheng'],
  ]);
  await at.step('Skriv innstilling', [
    [
      'Individuell plan',
      [
        ['Utfall', 'Delvis innvilga'],
        ['Grunngiving', 'I første omgang ut året'],
      ],
    ],
    ...granting(['Personleg koordinator'], ['Behovet vil vare', 'Tre tenester er inne samtidig'], 'nn'),
    ['Dato', on(11, 'MON')],
  ]);

  await boardApproves(
    at,
    ['Saker som er klare og ikkje står på noko møte', `Utkast Prøvenes, ${desk.firstNumber}`],
    'Nemnda slutta seg til tilrådinga',
  );
  await at.step('Registrer avgjerda', [
    ...granting([], ['Behovet vil vare', 'Tre tenester er inne samtidig'], 'nn'),
    ['Heimel', 'Helse- og omsorgstenestelova §§ 7-1 og 7-2'],
  ]);
  await at.step('Registrer at svaret er sendt', [['Måte', 'Brev']]);
  await at.step('Registrer ønsket til personen', [
    ['Ønske', 'Sjukepleiaren som kjem heim til meg'],
    ['Kven som ønskte', 'Personen sjølv'],
  ]);
  await at.step('Oppnemn personleg koordinator', [
    ['Kven som blir oppnemnd', 'Sjukepleiar Øvingseid'],
    ['Eining', 'Heimetenesta'],
    ['Er ønsket følgt?', 'I tråd med ønsket til personen'],
  ]);
  await at.step('Start planen', [['Personen er spurd', 'Ja']]);
  await at.follow('Samtykke, plan og gruppe på sida til personen');
  for (const [who, role, unit] of [
    ['Vernepleiar Prøveheim', 'Vernepleiar', 'Habiliteringstenesta'],
    ['Lege Tenktestad', 'Lege', 'Helse og familie'],
  ] as const) {
    await at.step('Legg til i gruppa', [
      ['Kven', who],
      ['Rolle i gruppa', role],
      ['Eining', unit],
    ]);
  }

  // What the board decided, the board amends: the unit recommends it, and until it is approved the decision stands.
  await at.follow(/^Opne sak/);
  await at.step('Skriv innstilling', [
    [
      'Individuell plan',
      [
        ['Utfall', 'Innvilga'],
        ['Grunngiving', ''],
      ],
    ],
  ]);
  await boardApproves(
    at,
    ['Ei anna sak', desk.firstNumber],
    'Nemnda gjorde om avgjerda slik eininga tilrådde',
  );
  await at.step('Gjer om avgjerda', [
    ['Grunn', 'Til fordel for personen'],
    ['Grunngiving', 'Planen er i bruk, og behovet vil vare lenger enn året'],
    ['Heimel', 'Helse- og omsorgstenestelova § 7-1'],
  ]);
  await at.step('Registrer at svaret er sendt', [['Måte', 'Brev']]);
  await at.follow('Samtykke, plan og gruppe på sida til personen');
  await at.press(/Lege Tenktestad/);
  await at.record('Registrer at ein sluttar i gruppa', [
    ['Grunn', 'Behovet er opphøyrt'],
    ['Grunngiving', 'Utgreiinga er ferdig'],
  ]);
  await at.follow(/^Opne sak/);
  await at.step('Avslutt saka', [
    ['Grunn', 'Ferdig handsama'],
    ['Grunngiving', 'Koordinator og plan er på plass'],
  ]);
}

/** The board meets today and approves what was recommended; what it came to is written on the case, which stands open then. */
async function boardApproves(at: Clerk, what: Answers[number], minutes: string): Promise<void> {
  const members = ['Nemndleiar Liksomset', 'Nemndmedlem Eksempelgard', 'Nemndmedlem Skisseås'];
  await at.follow('Møte');
  await at.press('Planlegg møte');
  await at.record('Planlegg møte', [
    ['Slag', 'Møte i tildelingsnemnda'],
    ['Møtedag', 'i dag'],
    ['Klokkeslett', '13.00'],
    ['Stad', 'Rådhuset'],
  ]);
  await at.record('Set opp saker', [what], 'Set på sakslista');
  await at.step('Lås sakslista');
  await at.press('Registrer frammøtet');
  await at.record('Kven er til stades?', [['Til stades', ...members]], 'Registrer at møtet blir halde');
  await at.record('Kva gjer møtet?', [['Kva møtet gjorde', 'Tilrådinga vart godkjend']], 'Før saka');
  await at.press('Skriv referatet');
  await at.record('Skriv referat', [['Referat', minutes]]);
  await at.step('Godkjenn protokollen', [['Godkjend av', ...members.slice(0, 2)]]);
  await at.follow('Registrer kva nemnda kom til, på saka');
  await at.record('Registrer kva nemnda kom til');
}
