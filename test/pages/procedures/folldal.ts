import { granting } from './deciding.js';
import type { Desk } from './desk.js';

/**
 * A referral to the coordinating team on its form (F23). The child takes part (F9), the parents are close by (F11); who is considering to
 * coordinate is asked, and may say no (F5, F7); a written message goes to the person and the parents, with a copy to the coordinator (F24).
 */
export async function folldal(desk: Desk): Promise<void> {
  const on = desk.on.bind(desk);
  const at = await desk.as('caseworker');
  await at.follow('Ny henvendelse');
  await at.fill(at.page, [
    ['Hvem som tar kontakt', 'En pårørende'],
    ['Navn på den som tok kontakt', 'Mor Fabelsen'],
    ['Dag', on(13, 'THU')],
    ['Notat mens du snakker', 'Skolen mener at datteren vår bør ha en individuell plan. Hva gjør vi?'],
    ['Det blir', 'En henvendelse som er besvart nå'],
    ['Svaret', 'Skolen kan henvise på skjemaet når dere og hun er enige. Vi sender orientering og samtykke'],
    ['Dato for svaret', on(13, 'THU')],
  ]);
  await at.press('Registrer');
  const year = Number(on(0, 'MON').slice(-4));
  await at.step('Åpne sak med søknad', [
    ['Person', { givenName: 'Fabella', familyName: 'Fabelsen', born: `20.2.${year - 11}` }],
    ['Hva det gjelder', 'Individuell plan'],
    ['Kom inn', on(12, 'TUE')],
    ['Måte', 'Skjema'],
    ['Hvem som søker', 'Foresatt'],
    ['Søker', 'Mor Fabelsen'],
    ['Underskrevet', 'Ja'],
    ['Ønske', 'Hun vil selv at de voksne skal bli enige, uten at hun må være budbringer'],
  ]);
  await at.record('Knytt til en sak', [['Dato', on(12, 'TUE')]]);
  await at.follow(/^sak \d/);
  await at.step('Gi saken til en saksbehandler', [
    ['Saksbehandler', 'Fysioterapeut Tenktlien'],
    ['Dato', on(12, 'TUE')],
  ]);
  await at.follow('Samtykker, plan og gruppe på personens side');
  for (const parent of ['Mor Fabelsen', 'Far Fabelsen']) {
    await at.step('Legg til pårørende eller verge', [
      ['Hvem', parent],
      ['Slag', 'Forelder'],
      ['Gjelder fra', on(12, 'TUE')],
    ]);
  }
  for (const parent of ['Mor Fabelsen', 'Far Fabelsen']) {
    await at.step('Registrer samtykke', [
      ['Hvem som samtykker', 'Foresatt'],
      ['Navn på den som samtykker', parent],
      ['Dato', on(12, 'TUE')],
      ['Hva det gjelder', 'Registrering', 'Individuell plan', 'Koordinator IP', 'Deling av opplysninger'],
    ]);
  }
  await at.follow(/^Åpne sak/);
  await at.step('Registrer informasjon som er gitt', [
    ['Dato', on(12, 'WED')],
    ['Hvem som informerte', 'Fysioterapeut Tenktlien'],
    ['Mottakere', 'Foresatt', 'Personen selv'],
    [
      'Informert om',
      'Retten til individuell plan',
      'Retten til å medvirke',
      'At samtykke er frivillig og kan trekkes tilbake',
    ],
    ['Hvordan', 'I samtale', 'I brev'],
  ]);
  await at.step('Fullfør kartleggingen', [
    ['Hvem som kartla', 'Fysioterapeut Tenktlien'],
    ['Kompetanse', 'Erfaring'],
    ['Fullført dato', on(11, 'THU')],
    [
      'Hva kartleggingen viste',
      'Hun har fortalt selv hva som er viktig for henne. Skole, helsestasjon og fysioterapi må samarbeide over tid',
    ],
  ]);
  await at.step('Registrer hva barnet mener', [
    ['Hvordan', 'I samtale'],
    ['Hvem som snakket med barnet', 'Fysioterapeut Tenktlien'],
    ['Barnets syn', 'Jeg vil at de voksne snakker sammen, og at jeg får være med på møtene'],
    ['Vekten det fikk', 'Hun blir med på møtene når hun selv vil'],
    ['Dato', on(11, 'FRI')],
  ]);
  await at.step('Registrer avgjørelsen', [
    ...granting(
      ['Individuell plan'],
      ['Behovet vil følge henne gjennom skoletiden', 'Tre tjenester må ses i sammenheng'],
    ),
    ['Avgjort', [['Avgjort dato', on(10, 'WED')]]],
    ['Hjemmel', 'Helse- og omsorgstjenesteloven § 7-1'],
  ]);
  await at.step('Registrer at svaret er sendt', [
    ['Mottakere', 'Foresatt'],
    ['Måte', 'Brev'],
    ['Sendt dato', on(10, 'THU')],
  ]);
  await at.step('Registrer ønsket til personen', [
    ['Ønske', 'Hun vil helst ha en hun kjenner fra skolen eller helsestasjonen'],
    ['Hvem som ønsket', 'Foresatt'],
    ['Dato for ønsket', on(10, 'THU')],
  ]);
  const grounds = ['Ønske fra personen', 'Kjenner tjenestene personen har', 'Fordeling mellom enhetene'];
  await at.step('Foreslå koordinator IP', [
    ['Hvem som foreslås', 'Lærer Øvelseng'],
    ['Enhet', 'Skolen'],
    ['Hvorfor denne', ...grounds],
    ['Dato', on(9, 'MON')],
  ]);
  await at.step('Registrer nei fra den som er spurt', [
    ['Grunn', 'Har ikke kapasitet'],
    ['Dato', on(9, 'THU')],
    ['Begrunnelse', 'Er koordinator for to andre elever'],
  ]);
  await at.step('Foreslå koordinator IP', [
    ['Hvem som foreslås', 'Helsesykepleier Prøvekroken'],
    ['Enhet', 'Helsestasjonen'],
    ['Hvorfor denne', ...grounds],
    ['Dato', on(9, 'FRI')],
  ]);
  await at.step('Registrer ja fra den som er spurt', [['Dato for svaret', on(8, 'TUE')]]);
  await at.step('Oppnevn koordinator IP', [
    ['Gjelder fra', on(8, 'WED')],
    ['Er ønsket fulgt?', 'I tråd med personens ønske'],
  ]);
  await at.step('Registrer hvem som fikk vite det', [
    ['Mottakere', 'Personen', 'Verge eller foresatt', 'Koordinator IP'],
    ['Skal ikke få vite det', 'Pårørende'],
    ['Begrunnelse', 'Foreldrene har fått meldingen som foresatte'],
    ['Måte', 'Brev'],
    ['Sendt dato', on(8, 'THU')],
  ]);
  await at.step('Start planen', [
    ['Startet dato', on(6, 'TUE')],
    ['Personen er spurt', 'Ja'],
  ]);
  await at.follow('Samtykker, plan og gruppe på personens side');
  for (const [who, role, unit] of [
    ['Lærer Øvelseng', 'Lærer', 'Skolen'],
    ['Fysioterapeut Tenktlien', 'Fysioterapeut', 'Rehabiliteringstjenesten'],
    ['Mor Fabelsen', 'Foresatt', 'Velg'],
  ] as const) {
    await at.step('Legg til i gruppa', [
      ['Hvem', who],
      ['Rolle i gruppa', role],
      ['Enhet', unit],
      ['Med fra', on(5, 'WED')],
    ]);
  }
  await at.follow(/^Åpne sak/);
  await at.step('Avslutt saken', [
    ['Grunn', 'Ferdig behandlet'],
    ['Avsluttet dato', on(0, 'MON')],
    ['Begrunnelse', 'Planen er i gang, og ansvarsgruppa møtes'],
  ]);
}
