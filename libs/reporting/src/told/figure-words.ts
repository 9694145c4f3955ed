import { type Pair, same } from '#event-sourcing/codes';

/** What figures are counted from, in words. */
const sources = {
  plans: [
    'Planer som er startet, satt på pause eller avsluttet i registeret, og det enhetene har meldt om egne planer.',
    'Planar som er starta, sette på pause eller avslutta i registeret, og det einingane har meldt om eigne planar.',
  ],
  reports: [
    'Det enhetene selv har meldt om planer og koordinatorer.',
    'Det einingane sjølve har meldt om planar og koordinatorar.',
  ],
  appointments: [
    'Oppnevninger av koordinatorer, og når noen av dem sluttet.',
    'Oppnemningar av koordinatorar, og når nokon av dei slutta.',
  ],
  training: [
    'Kurs og veiledning som er registrert på koordinatorene.',
    'Kurs og rettleiing som er registrert på koordinatorane.',
  ],
  cases: [
    'Søknader, meldinger og avgjørelser som er registrert i sakene.',
    'Søknader, meldingar og avgjerder som er registrerte i sakene.',
  ],
  deadlines: [
    'Frister som er satt i sakene, og det som er sendt.',
    'Fristar som er sette i sakene, og det som er sendt.',
  ],
  meetings: ['Møter som er registrert som holdt.', 'Møte som er registrerte som haldne.'],
  complaints: [
    'Klager, og det kommunen og statsforvalteren kom til.',
    'Klager, og det kommunen og statsforvaltaren kom til.',
  ],
  disputes: ['Uenigheter som er reist i sakene.', 'Usemjer som er reiste i sakene.'],
  costs: ['Forespørsler om klarering av kostnader.', 'Førespurnader om klarering av kostnader.'],
  contents: [
    'Det som er skrevet i planene: at noe er skrevet, hvem sine ord det er, og hvem som har godkjent.',
    'Det som er skrive i planane: at noko er skrive, kven sine ord det er, og kven som har godkjent.',
  ],
  around: [
    'Innkallinger til møter rundt personene, og hvordan personen var med da de ble holdt.',
    'Innkallingar til møte rundt personane, og korleis personen var med då dei vart haldne.',
  ],
  promises: [
    'Avtaler som er gjort i og mellom møter, og det som ble av dem.',
    'Avtalar som er gjorde i og mellom møte, og det som vart av dei.',
  ],
  hearings: [
    'Spørsmål til råd og organisasjoner som taler for brukere, og svarene deres.',
    'Spørsmål til råd og organisasjonar som talar for brukarar, og svara deira.',
  ],
  register: ['Det som er registrert om personene.', 'Det som er registrert om personane.'],
} as const satisfies Readonly<Record<string, Pair>>;

/** What a figure is called, exactly what it counts, and where that comes from. */
export interface FigureWords {
  readonly name: Pair;
  readonly counts: Pair;
  readonly source: Pair;
}
const of = (source: keyof typeof sources, name: Pair, counts: Pair): FigureWords => ({
  name,
  counts,
  source: sources[source],
});

/** By id, those of the unit's figures and of what the forum is told (docs/statistics.md). */
export const figureWords: Readonly<Record<string, FigureWords>> = {
  P1: of(
    'plans',
    ['Personer med aktiv individuell plan', 'Personar med aktiv individuell plan'],
    [
      'Personer som har minst én plan som løper og ikke er på pause den siste dagen i perioden.',
      'Personar som har minst éin plan som går og ikkje er på pause den siste dagen i perioden.',
    ],
  ),
  P2: of(
    'plans',
    ['Personer med plan på pause', 'Personar med plan på pause'],
    [
      'Personer der alle planene som løper, er på pause den siste dagen.',
      'Personar der alle planane som går, er på pause den siste dagen.',
    ],
  ),
  P3: of(
    'plans',
    ['Startede planer', 'Starta planar'],
    ['Planer med første dag i perioden.', 'Planar med første dag i perioden.'],
  ),
  P4: of(
    'plans',
    ['Avsluttede planer', 'Avslutta planar'],
    ['Planer som tok slutt i perioden, etter grunn.', 'Planar som tok slutt i perioden, etter grunn.'],
  ),
  P5: of(
    'plans',
    ['Planer med evaluering på overtid', 'Planar med evaluering på overtid'],
    [
      'Personer med aktiv plan der datoen for neste evaluering er passert.',
      'Personar med aktiv plan der datoen for neste evaluering er passert.',
    ],
  ),
  P6: of(
    'plans',
    ['Når planene sist ble evaluert', 'Når planane sist vart evaluerte'],
    [
      'Personer med aktiv plan, etter hvor lenge det er siden planen ble evaluert.',
      'Personar med aktiv plan, etter kor lenge det er sidan planen vart evaluert.',
    ],
  ),
  P9: of(
    'plans',
    ['Takket nei til plan', 'Takka nei til plan'],
    ['Ganger noen sa nei til plan i perioden.', 'Gonger nokon sa nei til plan i perioden.'],
  ),
  R1: of(
    'reports',
    ['Planer meldt fra egen enhet', 'Planar melde frå eiga eining'],
    [
      'Aktive planer som en enhet har meldt, og som ikke er bekreftet.',
      'Aktive planar som ei eining har meldt, og som ikkje er stadfesta.',
    ],
  ),
  R2: of(
    'reports',
    ['Meldte planer som er ufullstendige', 'Melde planar som er ufullstendige'],
    [
      'Av planene meldt fra egen enhet: de uten leder eller uten koordinator i meldingen.',
      'Av planane melde frå eiga eining: dei utan leiar eller utan koordinator i meldinga.',
    ],
  ),
  R3: of(
    'reports',
    ['Meldte planer uten nytt på tolv måneder', 'Melde planar utan nytt på tolv månader'],
    [
      'Av planene meldt fra egen enhet: de der enheten ikke har meldt noe de siste tolv månedene.',
      'Av planane melde frå eiga eining: dei der eininga ikkje har meldt noko dei siste tolv månadene.',
    ],
  ),
  C1: of(
    'appointments',
    ['Personer med koordinator', 'Personar med koordinator'],
    [
      'Personer som noen koordinerer den siste dagen i perioden, vikarer medregnet.',
      'Personar som nokon koordinerer den siste dagen i perioden, vikarar medrekna.',
    ],
  ),
  C2: of(
    'appointments',
    ['Plan og koordinator', 'Plan og koordinator'],
    [
      'Personer med aktiv plan, koordinator eller begge deler den siste dagen.',
      'Personar med aktiv plan, koordinator eller begge delar den siste dagen.',
    ],
  ),
  C3: of(
    'appointments',
    ['Familier med barnekoordinator', 'Familiar med barnekoordinator'],
    ['Personer med barnekoordinator den siste dagen.', 'Personar med barnekoordinator den siste dagen.'],
  ),
  C4: of(
    'appointments',
    ['Bare midlertidig koordinator', 'Berre mellombels koordinator'],
    [
      'Personer som bare har en midlertidig koordinator den siste dagen.',
      'Personar som berre har ein mellombels koordinator den siste dagen.',
    ],
  ),
  C5: of(
    'appointments',
    ['Oppnevnte koordinatorer', 'Oppnemnde koordinatorar'],
    [
      'Oppnevninger av koordinerende enhet som begynte å gjelde i perioden.',
      'Oppnemningar av koordinerande eining som tok til å gjelde i perioden.',
    ],
  ),
  C6: of(
    'appointments',
    ['Ønsket om koordinator ble fulgt', 'Ønsket om koordinator vart følgt'],
    [
      'Faste oppnevninger i perioden, etter om personens eget ønske ble fulgt.',
      'Faste oppnemningar i perioden, etter om ønsket til personen vart følgt.',
    ],
  ),
  C7: of(
    'appointments',
    ['Koordinatorer i arbeid', 'Koordinatorar i arbeid'],
    [
      'Koordinatorer med minst én person den siste dagen, og hvor mange personer hver har.',
      'Koordinatorar med minst éin person den siste dagen, og kor mange personar kvar har.',
    ],
  ),
  C8: of(
    'training',
    ['Koordinatorer med grunnopplæring', 'Koordinatorar med grunnopplæring'],
    [
      'Av koordinatorene i arbeid: de som har fullført grunnkurset.',
      'Av koordinatorane i arbeid: dei som har fullført grunnkurset.',
    ],
  ),
  C9: of(
    'training',
    ['Koordinatorer med veiledning siste tolv måneder', 'Koordinatorar med rettleiing siste tolv månader'],
    [
      'Av koordinatorene i arbeid: de som har fått veiledning de siste tolv månedene.',
      'Av koordinatorane i arbeid: dei som har fått rettleiing dei siste tolv månadene.',
    ],
  ),
  C10: of(
    'appointments',
    ['Takket nei til koordinator', 'Takka nei til koordinator'],
    ['Ganger noen sa nei til koordinator i perioden.', 'Gonger nokon sa nei til koordinator i perioden.'],
  ),
  GAP: of(
    'appointments',
    ['Skulle hatt koordinator, har ingen', 'Skulle hatt koordinator, har ingen'],
    [
      'Personer som har fått ja, eller har en plan som løper, men som ingen koordinerer den siste dagen.',
      'Personar som har fått ja, eller har ein plan som går, men som ingen koordinerer den siste dagen.',
    ],
  ),
  G1: of(
    'appointments',
    ['Innvilget, men uten koordinator', 'Innvilga, men utan koordinator'],
    [
      'Personer som skulle hatt koordinator den siste dagen, og aldri har hatt noen siden behovet oppsto.',
      'Personar som skulle hatt koordinator den siste dagen, og aldri har hatt nokon sidan behovet oppstod.',
    ],
  ),
  G2: of(
    'appointments',
    ['Koordinator sluttet, ingen ny', 'Koordinator slutta, ingen ny'],
    [
      'Personer som skulle hatt koordinator den siste dagen, og der den forrige har sluttet.',
      'Personar som skulle hatt koordinator den siste dagen, og der den førre har slutta.',
    ],
  ),
  A1: of(
    'cases',
    ['Meldinger om behov', 'Meldingar om behov'],
    ['Saker der et behov ble meldt i perioden.', 'Saker der eit behov vart meldt i perioden.'],
  ),
  A2: of('cases', same('Søknader'), [
    'Saker der søknaden kom i perioden.',
    'Saker der søknaden kom i perioden.',
  ]),
  A3: of(
    'cases',
    ['Avgjørelser per ytelse', 'Avgjerder per yting'],
    [
      'Det som ble avgjort i perioden, hver ytelse for seg. En søknad kan gjelde flere.',
      'Det som vart avgjort i perioden, kvar yting for seg. Ein søknad kan gjelde fleire.',
    ],
  ),
  A4: of(
    'cases',
    ['Trukket', 'Trekte'],
    ['Ytelser i søknader som ble trukket i perioden.', 'Ytingar i søknader som vart trekte i perioden.'],
  ),
  A5: of(
    'cases',
    ['Avsluttet uten avgjørelse', 'Avslutta utan avgjerd'],
    [
      'Saker som ble avsluttet i perioden uten at noe var avgjort.',
      'Saker som vart avslutta i perioden utan at noko var avgjort.',
    ],
  ),
  A6: of(
    'cases',
    ['Gjenåpnede saker', 'Attopna saker'],
    ['Ganger en sak ble åpnet igjen i perioden.', 'Gonger ei sak vart opna att i perioden.'],
  ),
  A7: of(
    'cases',
    ['Venter på avgjørelse', 'Ventar på avgjerd'],
    [
      'Saker med en søknad som ikke er avgjort den siste dagen, og hvor lenge de har ventet.',
      'Saker med ein søknad som ikkje er avgjord den siste dagen, og kor lenge dei har venta.',
    ],
  ),
  A8: of(
    'cases',
    ['Avgjort, svar ikke sendt', 'Avgjort, svar ikkje sendt'],
    [
      'Saker der den siste avgjørelsen ikke er sendt den siste dagen.',
      'Saker der den siste avgjerda ikkje er send den siste dagen.',
    ],
  ),
  A9: of(
    'cases',
    ['Meldinger uten oppfølging', 'Meldingar utan oppfølging'],
    [
      'Saker der et behov er meldt, men det verken er søkt eller avsluttet.',
      'Saker der eit behov er meldt, men det verken er søkt eller avslutta.',
    ],
  ),
  D1: of(
    'cases',
    ['Dager fra søknad til foreløpig svar', 'Dagar frå søknad til førebels svar'],
    [
      'Foreløpige svar som ble sendt i perioden, og dagene siden søknaden kom.',
      'Førebelse svar som vart sende i perioden, og dagane sidan søknaden kom.',
    ],
  ),
  D2: of(
    'cases',
    ['Dager fra søknad til avgjørelse', 'Dagar frå søknad til avgjerd'],
    [
      'Avgjørelser i perioden, og dagene siden søknaden kom. De som venter ennå, er ikke med.',
      'Avgjerder i perioden, og dagane sidan søknaden kom. Dei som ventar enno, er ikkje med.',
    ],
  ),
  D3: of(
    'appointments',
    ['Dager fra avgjørelse til koordinator', 'Dagar frå avgjerd til koordinator'],
    [
      'Første faste koordinator i saken, når den begynte i perioden, og dagene siden avgjørelsen.',
      'Første faste koordinator i saka, når ho eller han byrja i perioden, og dagane sidan avgjerda.',
    ],
  ),
  D4: of(
    'deadlines',
    ['Frister for avgjørelse', 'Fristar for avgjerd'],
    [
      'Frister for avgjørelsen som falt i perioden, og om de ble holdt.',
      'Fristar for avgjerda som fall i perioden, og om dei vart haldne.',
    ],
  ),
  D4P: of(
    'deadlines',
    ['Frister for foreløpig svar', 'Fristar for førebels svar'],
    [
      'Frister for det foreløpige svaret som falt i perioden, og om de ble holdt.',
      'Fristar for det førebelse svaret som fall i perioden, og om dei vart haldne.',
    ],
  ),
  M1: of(
    'meetings',
    ['Holdte møter', 'Haldne møte'],
    ['Møter som ble holdt i perioden, etter slag.', 'Møte som vart haldne i perioden, etter slag.'],
  ),
  K1: of(
    'complaints',
    ['Mottatte klager', 'Mottekne klager'],
    ['Klager som kom i perioden.', 'Klager som kom i perioden.'],
  ),
  K2: of(
    'complaints',
    ['Klager vurdert på nytt', 'Klager vurderte på nytt'],
    [
      'Klager kommunen vurderte på nytt i perioden, etter hva den kom til.',
      'Klager kommunen vurderte på nytt i perioden, etter kva han kom til.',
    ],
  ),
  K3: of(
    'complaints',
    ['Sendt til statsforvalteren', 'Sende til statsforvaltaren'],
    ['Klager som ble sendt videre i perioden.', 'Klager som vart sende vidare i perioden.'],
  ),
  K4: of(
    'complaints',
    ['Avgjort av statsforvalteren', 'Avgjorde av statsforvaltaren'],
    [
      'Klager statsforvalteren avgjorde i perioden, etter utfall.',
      'Klager statsforvaltaren avgjorde i perioden, etter utfall.',
    ],
  ),
  K5: of(
    'complaints',
    ['Åpne klager', 'Opne klager'],
    [
      'Klager som verken er avgjort, trukket eller tatt til følge den siste dagen.',
      'Klager som verken er avgjorde, trekte eller tekne til følgje den siste dagen.',
    ],
  ),
  K6: of(
    'complaints',
    ['Dager fra klage til oversending', 'Dagar frå klage til oversending'],
    [
      'Klager som ble sendt videre i perioden, og dagene siden klagen kom.',
      'Klager som vart sende vidare i perioden, og dagane sidan klaga kom.',
    ],
  ),
  S1: of(
    'disputes',
    ['Uenigheter reist', 'Usemjer reiste'],
    [
      'Uenigheter om behandlingen eller om hvilken enhet som skal ha ansvaret, reist i perioden.',
      'Usemjer om behandlinga eller om kva eining som skal ha ansvaret, reiste i perioden.',
    ],
  ),
  S2: of(
    'disputes',
    ['Uenigheter avgjort', 'Usemjer avgjorde'],
    ['Uenigheter som ble avgjort i perioden.', 'Usemjer som vart avgjorde i perioden.'],
  ),
  E1: of(
    'costs',
    ['Bedt om klarering av kostnader', 'Bede om klarering av kostnader'],
    [
      'Ganger kostnaden ved et tiltak ble lagt fram for en leder i perioden, og hva lederen har svart.',
      'Gonger kostnaden ved eit tiltak vart lagd fram for ein leiar i perioden, og kva leiaren har svara.',
    ],
  ),
  E2: of(
    'costs',
    ['Klarering gitt', 'Klarering gitt'],
    ['Tiltak der kostnaden ble klarert i perioden.', 'Tiltak der kostnaden vart klarert i perioden.'],
  ),
  E3: of(
    'costs',
    ['Klarering avslått', 'Klarering avslått'],
    ['Tiltak der klareringen ble avslått i perioden.', 'Tiltak der klareringa vart avslått i perioden.'],
  ),
  E4: of(
    'costs',
    ['Klarering venter', 'Klarering ventar'],
    [
      'Tiltak som er lagt fram og ikke besvart den siste dagen.',
      'Tiltak som er lagde fram og ikkje svara på den siste dagen.',
    ],
  ),
  U1: of(
    'plans',
    ['Planer startet sammen med personen', 'Planar starta saman med personen'],
    [
      'Planer koordinerende enhet selv startet i perioden: de som ble startet sammen med personen.',
      'Planar koordinerande eining sjølv starta i perioden: dei som vart starta saman med personen.',
    ],
  ),
  U2: of(
    'around',
    ['Møter forberedt med personen', 'Møte førebudde med personen'],
    [
      'Koordineringsmøter som ble holdt i perioden, etter om de var forberedt sammen med personen.',
      'Koordineringsmøte som vart haldne i perioden, etter om dei var førebudde saman med personen.',
    ],
  ),
  U3: of(
    'around',
    ['Møter rundt personer', 'Møte rundt personar'],
    [
      'Koordineringsmøter som ble holdt i perioden, og hvordan personen var med, etter alder den dagen.',
      'Koordineringsmøte som vart haldne i perioden, og korleis personen var med, etter alder den dagen.',
    ],
  ),
  U4: of(
    'around',
    ['Fagmøter uten personen', 'Fagmøte utan personen'],
    [
      'Fagmøter som ble holdt i perioden, etter hvordan personen var involvert.',
      'Fagmøte som vart haldne i perioden, etter korleis personen var involvert.',
    ],
  ),
  U5: of(
    'contents',
    ['Planer med innhold som er godkjent', 'Planar med innhald som er godkjent'],
    [
      'Personer med aktiv plan, etter om noe står i planen den siste dagen, og om personen eller en som handler for personen har godkjent en versjon.',
      'Personar med aktiv plan, etter om noko står i planen den siste dagen, og om personen eller ein som handlar for personen har godkjent ein versjon.',
    ],
  ),
  U6: of(
    'contents',
    ['Personens egne ord i planen', 'Personens eigne ord i planen'],
    [
      'Personer med aktiv plan, etter om noe i planen den siste dagen er skrevet av personen selv, eller personens historie er fortalt av en annen.',
      'Personar med aktiv plan, etter om noko i planen den siste dagen er skrive av personen sjølv, eller historia til personen er fortald av ein annan.',
    ],
  ),
  U7: of(
    'contents',
    ['Planer gått gjennom', 'Planar gått gjennom'],
    [
      'Ganger noen gikk gjennom en plan i perioden, og om personen var med.',
      'Gonger nokon gjekk gjennom ein plan i perioden, og om personen var med.',
    ],
  ),
  U8: of(
    'hearings',
    ['Brukere spurt om det som gjelder mange', 'Brukarar spurde om det som gjeld mange'],
    [
      'Ganger et råd eller en organisasjon ble spurt i perioden.',
      'Gonger eit råd eller ein organisasjon vart spurd i perioden.',
    ],
  ),
  U9: of(
    'hearings',
    ['Svar fra dem som taler for brukere', 'Svar frå dei som talar for brukarar'],
    [
      'Spørsmål som ble besvart eller avsluttet uten svar i perioden.',
      'Spørsmål som vart svara på eller avslutta utan svar i perioden.',
    ],
  ),
  V1: of(
    'promises',
    ['Avtaler gjort', 'Avtalar gjorde'],
    ['Avtaler som ble gjort i perioden.', 'Avtalar som vart gjorde i perioden.'],
  ),
  V2: of(
    'promises',
    ['Avtaler med frist i perioden', 'Avtalar med frist i perioden'],
    [
      'Avtaler som skulle holdes i perioden, og hva som var blitt av dem den siste dagen.',
      'Avtalar som skulle haldast i perioden, og kva som var blitt av dei den siste dagen.',
    ],
  ),
  V3: of(
    'promises',
    ['Avtaler som venter', 'Avtalar som ventar'],
    [
      'Avtaler som verken er holdt eller avsluttet den siste dagen.',
      'Avtalar som verken er haldne eller avslutta den siste dagen.',
    ],
  ),
  Q1: of(
    'register',
    ['Fødselsår mangler', 'Fødselsår manglar'],
    [
      'Personer med aktiv plan der fødselsåret ikke er registrert.',
      'Personar med aktiv plan der fødselsåret ikkje er registrert.',
    ],
  ),
  Q2: of(
    'register',
    ['To aktive planer', 'To aktive planar'],
    [
      'Personer som har mer enn én aktiv plan den siste dagen.',
      'Personar som har meir enn éin aktiv plan den siste dagen.',
    ],
  ),
  Q3: of(
    'register',
    ['Død eller flyttet, men står fortsatt', 'Død eller flytta, men står framleis'],
    [
      'Personer med plan eller koordinator som er registrert som døde eller flyttet.',
      'Personar med plan eller koordinator som er registrerte som døde eller flytta.',
    ],
  ),
  N1: of(
    'plans',
    ['Status for individuell plan', 'Status for individuell plan'],
    [
      'Hver person i nøyaktig én status den siste dagen, slik KOSTRA og KPR spør per 31. desember.',
      'Kvar person i nøyaktig éin status den siste dagen, slik KOSTRA og KPR spør per 31. desember.',
    ],
  ),
  N2: of(
    'appointments',
    ['Status for koordinator', 'Status for koordinator'],
    ['De samme personene, etter om noen koordinerer.', 'Dei same personane, etter om nokon koordinerer.'],
  ),
};
