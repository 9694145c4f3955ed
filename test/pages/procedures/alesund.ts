import { granting } from './deciding.js';
import type { Desk } from './desk.js';

const items = ['Individuell plan', 'Koordinator'];

/** The unit assesses who is entitled (A8, A10), with reasons for each condition (A1); the person chooses a coordinator without a plan (A3, A4). */
export async function alesund(desk: Desk): Promise<void> {
  const on = desk.on.bind(desk);
  const at = await desk.as('caseworker');
  await at.follow('Ny henvendelse');
  await at.fill(at.page, [
    ['Hvem som tar kontakt', 'En bruker'],
    ['Navn på den som tok kontakt', 'Eksempline Liksomøy'],
    ['Dag', on(11, 'WED')],
    ['Notat mens du snakker', 'Jeg får hjelp fra mange steder. Har jeg rett til en koordinator?'],
    ['Det blir', 'En henvendelse som er besvart nå'],
    [
      'Svaret',
      'Ja, hvis behovet er langvarig og tjenestene bør ses i sammenheng. Du kan velge koordinator uten individuell plan',
    ],
    ['Dato for svaret', on(11, 'WED')],
  ]);
  await at.press('Registrer');
  await at.step('Åpne sak med søknad', [
    ['Person', { givenName: 'Eksempline', familyName: 'Liksomøy', born: '9.9.1988' }],
    ['Hva det gjelder', ...items],
    ['Kom inn', on(10, 'MON')],
    ['Måte', 'Digital post'],
    ['Hvem som søker', 'Personen selv'],
    ['Skriftlig', 'Ja'],
    ['Underskrevet', 'Ja'],
    ['Ønske', 'Jeg vil ha én å forholde meg til'],
    ['Hvem som samtykket', 'Personen selv'],
    ['Samtykkets dato', on(10, 'MON')],
    ['Hva samtykket gjelder', 'Registrering', 'Individuell plan', 'Koordinator', 'Deling av opplysninger'],
  ]);
  await at.record('Knytt til en sak', [['Dato', on(10, 'MON')]]);
  await at.follow(/^sak \d/);
  await at.step('Gi saken til en saksbehandler', [
    ['Saksbehandler', 'Rådgiver Tenktvåg'],
    ['Dato', on(10, 'TUE')],
  ]);
  await at.step('Gi noen kartleggingen', [
    ['Hvem som skal kartlegge', 'Vernepleier Prøveneset'],
    ['Enhet', 'Habiliteringstjenesten'],
    ['Dato', on(10, 'TUE')],
    ['Frist', on(8, 'TUE')],
  ]);
  await at.step('Fullfør kartleggingen', [
    ['Hvem som kartla', 'Vernepleier Prøveneset'],
    ['Kompetanse', 'Fagutdanning'],
    ['Fullført dato', on(9, 'THU')],
    ['Hva kartleggingen viste', 'Behandling, bolig og arbeid henger sammen, og ingen ser helheten'],
  ]);
  await at.step('Registrer avgjørelsen', [
    ...granting(items, [
      'Behovet har vart i to år og vil fortsette',
      'Psykisk helsetjeneste, behandlingstjenesten og hjemmetjenesten bør ses i sammenheng',
    ]),
    ['Avgjort', [['Avgjort dato', on(8, 'MON')]]],
    ['Hjemmel', 'Helse- og omsorgstjenesteloven §§ 7-1 og 7-2'],
  ]);
  await at.step('Registrer at svaret er sendt', [
    ['Måte', 'Digital post'],
    ['Sendt dato', on(8, 'TUE')],
  ]);
  await at.step('Registrer ønsket til personen', [
    ['Ønske', 'Helst en som har tid til å være med på møter'],
    ['Hvem som ønsket', 'Personen selv'],
    ['Dato for ønsket', on(8, 'WED')],
  ]);
  await at.step('Foreslå koordinator', [
    ['Hvem som foreslås', 'Miljøterapeut Eksempelvik'],
    ['Enhet', 'Psykisk helsetjeneste'],
    ['Hvorfor denne', 'Kjenner tjenestene personen har', 'Har mulighet til å følge opp'],
    ['Dato', on(7, 'MON')],
  ]);
  await at.step('Oppnevn koordinator', [
    ['Gjelder fra', on(6, 'MON')],
    ['Er ønsket fulgt?', 'I tråd med personens ønske'],
  ]);
  await at.follow('Samtykker, plan og gruppe på personens side');
  await at.step('Registrer at personen takker nei til plan', [
    ['Dato', on(5, 'THU')],
    ['Hvem som sa det', 'Personen selv'],
    ['Måte', 'Personlig oppmøte'],
    ['Begrunnelse', 'Koordinatoren er nok for meg nå'],
  ]);
  await at.follow(/^Åpne sak/);
  await at.step('Avslutt saken', [
    ['Grunn', 'Ferdig behandlet'],
    ['Avsluttet dato', on(0, 'MON')],
    ['Begrunnelse', 'Koordinatoren er på plass'],
  ]);
}
