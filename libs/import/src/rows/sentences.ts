import { sentencesOf } from '#event-sourcing/refusals';

/** What is said of a row of an earlier register: what is wrong, and what to do. Never what stands there. */
export const say = sentencesOf('import', {
  'no-column.person': [
    'there is no column Fødselsnummer, and none Fødselsdato beside Navn: one of them tells who it is.',
    'det er ingen kolonne Fødselsnummer, og ingen Fødselsdato ved siden av Navn: én av dem må fortelle hvem det gjelder.',
    'det er ingen kolonne Fødselsnummer, og ingen Fødselsdato ved sida av Namn: ein av dei må fortelje kven det gjeld.',
  ],
  'no-column.what': [
    'there is no column Plan startet, and none Koordinator: there is nothing to take in.',
    'det er ingen kolonne Plan startet, og ingen Koordinator: det er ingenting å ta inn.',
    'det er ingen kolonne Plan starta, og ingen Koordinator: det er ingenting å ta inn.',
  ],
  'too-many-rows': [
    'it has more than {most} rows. Take it in in several parts.',
    'den har mer enn {most} rader. Ta den inn i flere deler.',
    'ho har meir enn {most} rader. Ta ho inn i fleire delar.',
  ],
  'no-rows': [
    'it has no rows below the headings.',
    'den har ingen rader under overskriftene.',
    'ho har ingen rader under overskriftene.',
  ],
  'not-digits': [
    'holds no identity number: write its 11 digits, and names in the column Navn.',
    'inneholder ikke noe fødselsnummer: skriv de 11 sifrene, og navn i kolonnen Navn.',
    'inneheld ikkje noko fødselsnummer: skriv dei 11 sifra, og namn i kolonnen Namn.',
  ],
  'bad-number': [
    'is no identity number: the control digits or the date do not fit. Look at it again, or leave it empty and write the birth date.',
    'er ikke et fødselsnummer: kontrollsifrene eller datoen stemmer ikke. Se over det, eller la det stå tomt og skriv fødselsdatoen.',
    'er ikkje eit fødselsnummer: kontrollsifra eller datoen stemmer ikkje. Sjå over det, eller la det stå tomt og skriv fødselsdatoen.',
  ],
  'number-and-date': [
    'is another day than the identity number tells.',
    'er en annen dag enn fødselsnummeret viser.',
    'er ein annan dag enn fødselsnummeret viser.',
  ],
  'no-person': [
    'nothing tells who it is: write the identity number, or name and birth date.',
    'ingenting forteller hvem det gjelder: skriv fødselsnummeret, eller navn og fødselsdato.',
    'ingenting fortel kven det gjeld: skriv fødselsnummeret, eller namn og fødselsdato.',
  ],
  'nothing-said': [
    'the row says nothing of a plan, a coordinator or a consent.',
    'raden sier ingenting om plan, koordinator eller samtykke.',
    'rada seier ingenting om plan, koordinator eller samtykke.',
  ],
  'no-plan-start': [
    'is empty: write when the plan started. If that is not known, write the first day on which there surely was one.',
    'er tom: skriv når planen startet. Er det ukjent, skriv den første dagen da det helt sikkert var en plan.',
    'er tom: skriv når planen starta. Er det ukjent, skriv den første dagen da det heilt sikkert var ein plan.',
  ],
  'no-coordinator-from': [
    'is empty: write since when. If that is not known, write the first day of the plan.',
    'er tom: skriv fra hvilken dag. Er det ukjent, skriv planens første dag.',
    'er tom: skriv frå kva dag. Er det ukjent, skriv den første dagen til planen.',
  ],
  'no-coordinator': [
    'is empty, though the row says from or until when: write who.',
    'er tom, men raden sier fra eller til når: skriv hvem.',
    'er tom, men rada seier frå eller til når: skriv kven.',
  ],
  'consent-day': [
    'says that there is a consent, and not from when: write the day on which it was given.',
    'sier at det finnes et samtykke, men ikke fra når: skriv dagen det ble gitt.',
    'seier at det finst eit samtykke, men ikkje frå når: skriv dagen det vart gitt.',
  ],
  'unknown-coordinator': [
    'nobody of the staff is called so: write the name as in the list of staff, or take that list in first.',
    'ingen av de ansatte heter det: skriv navnet slik det står i lista over ansatte, eller ta inn den lista først.',
    'ingen av dei tilsette heiter det: skriv namnet slik det står i lista over tilsette, eller ta inn den lista først.',
  ],
  'unknown-number': [
    'nobody of the staff has that number: take the list of staff in first.',
    'ingen av de ansatte har det nummeret: ta inn lista over ansatte først.',
    'ingen av dei tilsette har det nummeret: ta inn lista over tilsette først.',
  ],
  'several-coordinators': [
    'several of the staff are called so: write the number of the one who is meant.',
    'flere av de ansatte heter det: skriv ansattnummeret til den det gjelder.',
    'fleire av dei tilsette heiter det: skriv tilsettnummeret til den det gjeld.',
  ],
  'several-persons': [
    'several persons of that name are born that day: write the identity number.',
    'flere personer med det navnet er født den dagen: skriv fødselsnummeret.',
    'fleire personar med det namnet er fødde den dagen: skriv fødselsnummeret.',
  ],
  'namesake-without-number': [
    'somebody of that name and birth date is registered without a number: look whether it is the same person, and link the number there first.',
    'en person med samme navn og fødselsdato er registrert uten nummer: se om det er den samme, og knytt nummeret til den personen først.',
    'ein person med same namn og fødselsdato er registrert utan nummer: sjå om det er den same, og knyt nummeret til den personen først.',
  ],
  'other-row': [
    'row {row} is of the same person and has a fault: neither is taken in before that is mended.',
    'rad {row} gjelder samme person og har en feil: ingen av dem blir tatt inn før den er rettet.',
    'rad {row} gjeld same person og har ein feil: ingen av dei blir tekne inn før han er retta.',
  ],
});
