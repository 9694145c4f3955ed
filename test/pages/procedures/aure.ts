import type { Answers } from '../../support/clerk.js';
import { granting } from './deciding.js';
import type { Desk } from './desk.js';

const items = ['Individuell plan', 'Brukerkoordinator', 'Ansvarsgruppe'];

/**
 * The service office refers to the contact point (U11). An employee informs and reports the need (U10), the unit has it mapped (U14);
 * application with consent (U1, U2), the unit's meeting after the intake on a Tuesday (U15, U18), information and an answer in writing (U12), a coordinator
 * as well (U16), and another one later on without a gap, to whom the first leaves what is open (U7).
 */
export async function aure(desk: Desk): Promise<void> {
  const on = desk.on.bind(desk);
  let at = await desk.as('admin');
  await at.follow('Innstillinger');
  await at.follow('Kontaktkort');
  await at.step('Legg ut kontaktkortet', [
    ['Kontaktpunkt', 'Kontaktpunktet i KOE'],
    ['Telefon', '00 00 00 00'],
    ['Felles e-post', 'koe@aure.example'],
    ['Gjelder fra', '1.1.2026'],
  ]);

  at = await desk.as('service_office');
  await at.follow('Ny henvendelse');
  await at.fill(at.page, [
    ['Hvem som tar kontakt', 'En pårørende'],
    ['Navn på den som tok kontakt', 'Bror Skissmo'],
    ['Dag', on(14, 'WED')],
    ['Notat mens du snakker', 'Broren min faller mellom stolene. Hvem kan hjelpe ham?'],
  ]);
  await at.press('Registrer');
  await at.step('Vis til kontakten', [['Dato', on(14, 'WED')]]);

  at = await desk.as('caseworker');
  await at.follow('Saker');
  await at.choose('Henvendelser');
  await at.follow('Ingen nevnt');
  await at.step('Åpne sak med behov', [
    ['Person', { givenName: 'Skisse', familyName: 'Skissmo', born: '4.5.1961' }],
    ['Kom inn', on(13, 'MON')],
    ['Måte', 'Telefon'],
    ['Den som meldte er', 'En ansatt'],
    ['Enheten som meldte', 'Hjemmetjenesten'],
    ['Ønsker personen det?', 'Ønsket oppfølging'],
    ['Informert dato', on(13, 'MON')],
    ['Behovet', 'Hjemmetjenesten, Nav og psykisk helsetjeneste er inne uten å vite om hverandre'],
  ]);
  await at.record('Knytt til en sak', [['Dato', on(13, 'MON')]]);
  await at.follow(/^sak \d/);
  await at.step('Gi saken til en saksbehandler', [
    ['Saksbehandler', 'Saksbehandler Prøvlia'],
    ['Dato', on(13, 'MON')],
  ]);
  await at.step('Gi noen kartleggingen', [
    ['Hvem som skal kartlegge', 'Ergoterapeut Tenktnes'],
    ['Enhet', 'Rehabiliteringstjenesten'],
    ['Dato', on(13, 'WED')],
    ['Frist', on(11, 'WED')],
  ]);
  await at.step('Fullfør kartleggingen', [
    ['Hvem som kartla', 'Ergoterapeut Tenktnes'],
    ['Kompetanse', 'Fagutdanning'],
    ['Fullført dato', on(12, 'THU')],
    ['Hva kartleggingen viste', 'Behovet er varig. Han vil selv ha én å ringe til'],
  ]);
  await at.step('Registrer søknaden', [
    ['Hva det gjelder', ...items],
    ['Kom inn', on(11, 'MON')],
    ['Måte', 'Skjema'],
    ['Hvem som søker', 'Personen selv'],
    ['Underskrevet', 'Ja'],
    ['Ønske', 'Jeg vil at de som hjelper meg, snakker sammen'],
    ['Hvem som samtykket', 'Personen selv'],
    ['Samtykkets dato', on(11, 'MON')],
    [
      'Hva samtykket gjelder',
      'Registrering',
      'Individuell plan',
      'Brukerkoordinator',
      'Deling av opplysninger',
    ],
  ]);
  await at.step('Registrer informasjon som er gitt', [
    ['Dato', on(11, 'MON')],
    ['Hvem som informerte', 'Ergoterapeut Tenktnes'],
    ['Mottakere', 'Personen selv'],
    [
      'Informert om',
      'Retten til individuell plan',
      'Retten til brukerkoordinator',
      'At planen er et samarbeidsdokument ved siden av vedtakene om tjenester',
      'Retten til å klage',
    ],
    ['Hvordan', 'I samtale', 'Med brosjyre'],
  ]);

  await at.follow('Møter');
  await at.press('Planlegg møte');
  await at.record('Planlegg møte', [
    ['Møtedag', 'i dag'],
    ['Klokkeslett', '10.30'],
    ['Sted', 'Møterommet på helsetunet, rett etter inntaksmøtet'],
    ['Inviterte enheter', 'Hjemmetjenesten', 'Rehabiliteringstjenesten', 'Nav'],
  ]);
  await at.press('Sett opp saker');
  await at.record(
    'Sett opp saker',
    [['Saker som er klare og ikke står på noe møte', `Skisse Skissmo, ${desk.firstNumber}`]],
    'Sett på sakslista',
  );
  await at.press('Registrer fremmøtet');
  await at.record(
    'Hvem er til stede?',
    [
      ['Legg til en som er til stede', 'Hjelpepleier Eksempelhaug'],
      ['Legg til en som er til stede', 'Ergoterapeut Tenktnes'],
      ['Legg til en som er til stede', 'Veileder Utkastvik'],
    ],
    'Registrer at møtet holdes',
  );
  await at.record('Hva gjør møtet?', [['Hva møtet gjorde', 'Behandlet']], 'Før saken, gå til neste');
  await at.press(/^1 Skisse Skissmo/);
  await at.follow('Skriv avgjørelsen på saken');
  await at.record('Registrer avgjørelsen', [
    ...granting(items, ['Behovet vil vare', 'Tre tjenester må ses i sammenheng']),
    ['Hjemmel', 'Helse- og omsorgstjenesteloven §§ 7-1 og 7-2'],
  ]);
  await at.step('Registrer at svaret er sendt', [['Måte', 'Brev']]);
  await at.step('Registrer ønsket til personen', [
    ['Ønske', 'En fra hjemmetjenesten, for de er her hver dag'],
    ['Hvem som ønsket', 'Personen selv'],
  ]);
  const appointed: Answers = [
    ['Enhet', 'Hjemmetjenesten'],
    ['Er ønsket fulgt?', 'I tråd med personens ønske'],
  ];
  await at.step('Oppnevn brukerkoordinator', [['Hvem som oppnevnes', 'Sykepleier Øvelsøy'], ...appointed]);
  await at.step('Start planen', [['Personen er spurt', 'Ja']]);
  await at.follow('Samtykker, plan og gruppe på personens side');
  for (const [who, role, unit] of [
    ['Ergoterapeut Tenktnes', 'Ergoterapeut', 'Rehabiliteringstjenesten'],
    ['Veileder Utkastvik', 'Rådgiver', 'Nav'],
  ] as const) {
    await at.step('Legg til i gruppa', [
      ['Hvem', who],
      ['Rolle i gruppa', role],
      ['Enhet', unit],
    ]);
  }
  await at.follow(/^Åpne sak/);
  await at.step('Skriv overføringen', [
    ['Det som står åpent', 'Nav venter på svar om tiltaksplassen'],
    ['Neste møter', 'Ansvarsgruppa om tre uker'],
    ['Personens ønsker', 'Vil ha en telefon før noen kommer på døra'],
  ]);
  await at.press('Oppnevn en som tar over');
  await at.record('Oppnevn en som tar over', [
    ['Hvem som oppnevnes', 'Hjelpepleier Eksempelhaug'],
    ['Gjelder fra', 'i morgen'],
    ...appointed,
  ]);
  await at.step('Kvitter for overføringen');
  await at.step('Avslutt saken', [
    ['Grunn', 'Ferdig behandlet'],
    ['Begrunnelse', 'Plan, brukerkoordinator og ansvarsgruppe er på plass'],
  ]);
}
