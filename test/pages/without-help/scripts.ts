import type { Clerk } from '../../support/clerk.js';
import { granting } from '../procedures/deciding.js';
import type { Desk } from '../procedures/desk.js';

/** What the history says, the whole of it read from the record that stands open. */
async function historyTells(at: Clerk, ...sentences: readonly RegExp[]): Promise<void> {
  await at.follow(/^Hele historikken$/);
  for (const sentence of sentences) await at.reads(sentence);
}

/** What waits for the unit about somebody: why, and the step that it asks for. */
async function inboxTells(at: Clerk, whom: string, ...what: readonly RegExp[]): Promise<void> {
  await at.follow('Min dag');
  await at.choose('Alle');
  const row = at.page
    .getByRole('listitem')
    .filter({ has: at.page.getByRole('link', { name: whom, exact: true }) });
  for (const one of what) await row.filter({ hasText: one }).first().waitFor();
}

/** A case begins with the telephone: by a need that the person wants followed up, or by an application. */
async function somebodyCalls(
  at: Clerk,
  born: string,
  familyName: string,
  what: 'need' | 'application' | 'application by word of mouth',
) {
  await at.follow('Ny henvendelse');
  await at.fill(at.page, [
    ['Person', { givenName: 'Førstegang', familyName, born }],
    ['Hvem som tar kontakt', 'En tjeneste i kommunen'],
    ['Navn på den som tok kontakt', 'Sykepleier Øvelsøy'],
  ]);
  if (what === 'need') {
    await at.fill(at.page, [
      ['Ønsker personen det?', 'Ønsket oppfølging'],
      ['Informert dato', 'i dag'],
      ['Notat mens du snakker', 'Mange tjenester er inne, og ingen ser helheten'],
      ['Det blir', 'En sak: noen har meldt et behov'],
    ]);
  } else {
    await at.fill(at.page, [
      ['Notat mens du snakker', 'Jeg vil ha én å ringe til'],
      ['Det blir', 'En sak: noen søker'],
      ['Hva det gjelder', 'Individuell plan'],
      ['Hvem som søker', 'Personen selv'],
      what === 'application' ? ['Underskrevet', 'Ja'] : ['Skriftlig', 'Nei'],
    ]);
  }
  await at.press('Registrer');
  await at.reads('Registrert. Saken er åpnet.');
  return `Førstegang ${familyName}`;
}

const mapped = [
  ['Hvem som kartla', 'Ergoterapeut Tenktnes'],
  ['Kompetanse', 'Fagutdanning'],
  ['Hva kartleggingen viste', 'Behovet er varig'],
] as const;

/** Applied and mapped; the case stands open. */
async function readyForMeeting(at: Clerk, born: string, familyName: string) {
  const whom = await somebodyCalls(at, born, familyName, 'application');
  await at.step('Fullfør kartleggingen', mapped);
  const number = /\d{4}\/\d+/.exec(await at.page.getByRole('main').innerText())?.[0] ?? '';
  return { whom, number };
}

/** The unit meets today about somebody, and what was applied for is granted. */
async function grantedInMeeting(
  at: Clerk,
  { whom, number }: { readonly whom: string; readonly number: string },
) {
  await at.follow('Møter');
  await at.press('Planlegg møte');
  await at.record('Planlegg møte', [
    ['Møtedag', 'i dag'],
    ['Sted', 'Møterommet'],
    ['Inviterte enheter', 'Hjemmetjenesten', 'Nav'],
  ]);
  await at.press('Sett opp saker');
  const ready = ['Saker som er klare og ikke står på noe møte', `${whom}, ${number}`] as const;
  await at.record('Sett opp saker', [ready], 'Sett på sakslista');
  await at.press('Registrer fremmøtet');
  await at.record(
    'Hvem er til stede?',
    [['Legg til en som er til stede', 'Ergoterapeut Tenktnes']],
    'Registrer at møtet holdes',
  );
  await at.record('Hva gjør møtet?', [['Hva møtet gjorde', 'Behandlet']], 'Før saken, gå til neste');
  await at.press(new RegExp(`^1 ${whom}`));
  await at.follow('Skriv avgjørelsen på saken');
  await at.record('Registrer avgjørelsen', [
    ...granting(['Individuell plan'], ['Behovet vil vare', 'To tjenester må ses i sammenheng']),
    ['Hjemmel', 'Helse- og omsorgstjenesteloven §§ 7-1 og 7-2'],
  ]);
}

export async function reportsNeed(desk: Desk): Promise<void> {
  const at = await desk.as('caseworker');
  const whom = await somebodyCalls(at, '1.2.1950', 'Meldemo', 'need');
  await historyTells(at, /Behov ble meldt .* personen ble informert .* og ønsket oppfølging/);
  await inboxTells(at, whom, /kartlegg/i);
}

export async function refersToContact(desk: Desk): Promise<void> {
  let at = await desk.as('admin');
  await at.follow('Innstillinger');
  await at.follow('Kontaktkort');
  await at.step('Legg ut kontaktkortet', [
    ['Kontaktpunkt', 'Kontaktpunktet i KOE'],
    ['Telefon', '00 00 00 00'],
    ['Gjelder fra', '1.1.2026'],
  ]);
  at = await desk.as('service_office');
  await at.follow('Ny henvendelse');
  await at.fill(at.page, [
    ['Hvem som tar kontakt', 'En pårørende'],
    ['Navn på den som tok kontakt', 'Bror Skissmo'],
    ['Notat mens du snakker', 'Hvem kan hjelpe broren min?'],
  ]);
  await at.press('Registrer');
  await at.step('Vis til kontakten');
  await historyTells(at, /ble .* henvist til kontaktpunktet/);
}

export async function putsInWriting(desk: Desk): Promise<void> {
  const at = await desk.as('caseworker');
  const whom = await somebodyCalls(at, '2.3.1951', 'Skriftmo', 'application by word of mouth');
  await at.step('Registrer informasjon som er gitt', [
    ['Hvem som informerte', 'Ergoterapeut Tenktnes'],
    ['Mottakere', 'Personen selv'],
    ['Informert om', 'Retten til å klage'],
    ['Hvordan', 'I samtale'],
  ]);
  await inboxTells(at, whom, /Skriftlig søknad mangler/i);
  await at.follow(whom);
  await at.step('Skriv ned søknaden', [
    ['Det personen sier', 'Jeg vil ha én å ringe til'],
    ['Hvem som sa det', 'Personen selv'],
    ['Hvem som skrev ned', 'Ergoterapeut Tenktnes'],
    ['Underskrevet', 'Ja'],
  ]);
  await historyTells(at, /Informasjon ble gitt .* retten til å klage/, /«Jeg vil ha én å ringe til»/);
  await inboxTells(at, whom, /kartlegg/i);
}

export async function mapsWithCompetence(desk: Desk): Promise<void> {
  const at = await desk.as('caseworker');
  const whom = await somebodyCalls(at, '3.4.1952', 'Kartmo', 'application');
  await at.step('Fullfør kartleggingen', mapped);
  await historyTells(at, /Ergoterapeut Tenktnes fullførte kartleggingen .*fagutdanning/);
  await inboxTells(at, whom, /møte/i);
}

export async function appointsMapper(desk: Desk): Promise<void> {
  const at = await desk.as('caseworker');
  const whom = await somebodyCalls(at, '4.5.1953', 'Utpekmo', 'need');
  await at.step('Gi noen kartleggingen', [
    ['Hvem som skal kartlegge', 'Ergoterapeut Tenktnes'],
    ['Enhet', 'Rehabiliteringstjenesten'],
    ['Frist', '+14'],
  ]);
  await historyTells(at, /Ergoterapeut Tenktnes .* fikk .* i oppdrag å kartlegge behovet, med frist/);
  await inboxTells(at, whom, /kartlegg/i, /Ergoterapeut Tenktnes/);
}

export async function answersInWriting(desk: Desk): Promise<void> {
  const at = await desk.as('caseworker');
  const ready = await readyForMeeting(at, '5.6.1954', 'Møtemo');
  await grantedInMeeting(at, ready);
  await inboxTells(at, ready.whom, /svar/i);
  await at.follow(ready.whom);
  await at.step('Registrer at svaret er sendt', [['Måte', 'Brev']]);
  await historyTells(
    at,
    /Vilkåret «langvarig behov» .* oppfylt/,
    /Søknaden ble avgjort i møte/,
    /Skriftlig svar ble sendt/,
  );
  await inboxTells(at, ready.whom, /koordinator/i);
}

export async function appointsCoordinator(desk: Desk): Promise<void> {
  const at = await desk.as('caseworker');
  const ready = await readyForMeeting(at, '6.7.1955', 'Oppnevnmo');
  await grantedInMeeting(at, ready);
  await inboxTells(at, ready.whom, /koordinator/i);
  await at.follow(ready.whom);
  await at.step('Registrer samtykke', [
    ['Hvem som samtykker', 'Personen selv'],
    ['Hva det gjelder', 'Registrering', 'Individuell plan', 'Brukerkoordinator'],
  ]);
  await at.step('Oppnevn brukerkoordinator', [
    ['Hvem som oppnevnes', 'Sykepleier Øvelsøy'],
    ['Enhet', 'Hjemmetjenesten'],
    ['Er ønsket fulgt?', 'Personen hadde ikke uttrykt noe ønske'],
  ]);
  await historyTells(at, /Sykepleier Øvelsøy .* ble oppnevnt som brukerkoordinator/);
  await inboxTells(at, ready.whom, /svar/i);
}
