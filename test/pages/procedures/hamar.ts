import { granting } from './deciding.js';
import type { Desk } from './desk.js';

const items = ['Individuell plan', 'Personlig koordinator'];

/**
 * One point of contact (H7), a personal coordinator (H1) whom the person wishes (H3) and whose nearest leader concurs (H2),
 * and a group in the work with the plan (H4).
 */
export async function hamar(desk: Desk): Promise<void> {
  const on = desk.on.bind(desk);
  let at = await desk.as('service_office');
  await at.follow('Ny henvendelse');
  await at.fill(at.page, [
    ['Hvem som tar kontakt', 'En pårørende'],
    ['Navn på den som tok kontakt', 'Datter Oppdiktrud'],
    ['Dag', on(12, 'MON')],
    ['Notat mens du snakker', 'Mor har vært på sykehus, og mange tjenester er inne. Hvem holder i trådene?'],
    ['Det blir', 'En henvendelse som sendes videre'],
    ['Sendes til', 'Koordinerende enhet'],
    ['Sendt videre dato', on(12, 'MON')],
  ]);
  await at.press('Registrer');
  await at.reads('Gjelder ingen som er registrert');

  at = await desk.as('caseworker');
  await at.choose('Alle');
  await at.follow('Svar, henvis, send videre eller avslutt');
  await at.record('Registrer svaret', [
    ['Dato for svaret', on(12, 'TUE')],
    ['Svaret', 'Vi spør moren om hun ønsker individuell plan og koordinator'],
  ]);
  await at.step('Åpne sak med behov', [
    ['Person', { givenName: 'Prøvine', familyName: 'Oppdiktrud', born: '11.3.1954' }],
    ['Kom inn', on(12, 'TUE')],
    ['Den som meldte er', 'En pårørende'],
    ['Ønsker personen det?', 'Ble ikke spurt om sitt ønske'],
  ]);
  await at.record('Knytt til en sak', [['Dato', on(12, 'TUE')]]);
  await at.follow(/^sak \d/);
  await at.step('Gi saken til en saksbehandler', [
    ['Saksbehandler', 'Saksbehandler Eksempelbråten'],
    ['Dato', on(12, 'TUE')],
  ]);
  await at.step('Registrer svaret på behovet', [
    ['Ønsker personen det?', 'Ønsket oppfølging'],
    ['Dato for svaret', on(12, 'THU')],
    ['Hvem som svarte', 'Personen selv'],
    ['Måte', 'Personlig oppmøte'],
    ['Svaret', 'Jeg vil vite hvem jeg skal ringe til'],
    [
      'Behovet, slik personen ser det',
      'Hjemmetjenesten, rehabiliteringen og fastlegen er inne, hver for seg',
    ],
  ]);
  await at.step('Registrer søknaden', [
    ['Hva det gjelder', ...items],
    ['Kom inn', on(11, 'TUE')],
    ['Måte', 'Brev'],
    ['Hvem som søker', 'Personen selv'],
    ['Underskrevet', 'Ja'],
    ['Ønske', 'Jeg vil bo hjemme, og slippe å fortelle alt på nytt'],
    ['Hvem som samtykket', 'Personen selv'],
    ['Samtykkets dato', on(11, 'TUE')],
    [
      'Hva samtykket gjelder',
      'Registrering',
      'Individuell plan',
      'Personlig koordinator',
      'Deling av opplysninger',
    ],
  ]);
  await at.step('Fullfør kartleggingen', [
    ['Hvem som kartla', 'Ergoterapeut Prøvestad'],
    ['Kompetanse', 'Fagutdanning'],
    ['Fullført dato', on(10, 'WED')],
    ['Hva kartleggingen viste', 'Tre tjenester fra ulike virksomheter må ses i sammenheng'],
  ]);
  await at.step('Registrer avgjørelsen', [
    ...granting(items, ['Opptreningen vil ta lang tid', 'Tre tjenester er inne samtidig']),
    ['Avgjort', [['Avgjort dato', on(9, 'WED')]]],
    ['Hjemmel', 'Helse- og omsorgstjenesteloven §§ 7-1 og 7-2'],
  ]);
  await at.step('Registrer at svaret er sendt', [
    ['Måte', 'Brev'],
    ['Sendt dato', on(9, 'THU')],
  ]);

  await at.step('Registrer ønsket til personen', [
    ['Ønske', 'Sykepleieren som kommer hjem til meg, kjenner meg fra før'],
    ['Hvem som ønsket', 'Personen selv'],
    ['Dato for ønsket', on(9, 'FRI')],
  ]);
  await at.step('Foreslå personlig koordinator', [
    ['Hvem som foreslås', 'Sykepleier Øvingsrud'],
    ['Enhet', 'Hjemmetjenesten'],
    ['Hvorfor denne', 'Ønske fra personen', 'Kjenner tjenestene personen har'],
    ['Dato', on(8, 'MON')],
  ]);

  at = await desk.as('unit_leader');
  await at.press('Si deg enig eller uenig i forslaget');
  await at.record('Si ja som leder', [['Dato', on(8, 'WED')]]);

  at = await desk.as('caseworker');
  await at.choose('Alle');
  await at.follow(/Oppnevn/);
  await at.record('Oppnevn personlig koordinator', [
    ['Gjelder fra', on(7, 'MON')],
    ['Er ønsket fulgt?', 'I tråd med personens ønske'],
  ]);
  await at.step('Start planen', [
    ['Startet dato', on(6, 'WED')],
    ['Personen er spurt', 'Ja'],
  ]);
  await at.follow('Samtykker, plan og gruppe på personens side');
  await at.step('Legg til i gruppa', [
    ['Hvem', 'Ergoterapeut Prøvestad'],
    ['Rolle i gruppa', 'Ergoterapeut'],
    ['Enhet', 'Rehabiliteringstjenesten'],
    ['Med fra', on(6, 'WED')],
  ]);
  await at.step('Legg til i gruppa', [
    ['Hvem', 'Fysioterapeut Tenkerud'],
    ['Rolle i gruppa', 'Fysioterapeut'],
    ['Enhet', 'Ekstern tjenesteyter'],
    ['Med fra', on(6, 'WED')],
  ]);
  await at.follow(/^Åpne sak/);
  await at.step('Avslutt saken', [
    ['Grunn', 'Ferdig behandlet'],
    ['Avsluttet dato', on(0, 'MON')],
    ['Begrunnelse', 'Koordinator og plan er på plass'],
  ]);
}
