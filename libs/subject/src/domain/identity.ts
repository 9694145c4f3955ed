import { earliest } from '#event-sourcing/dates';
import { refusals } from '#event-sourcing/refusals';

export const identityRefusals = refusals('subject', {
  'bad-identity-number.NOT_ELEVEN_DIGITS': [
    'An identity number has eleven digits, written without spaces.',
    'Et fødselsnummer eller D-nummer har elleve sifre, skrevet uten mellomrom.',
    'Eit fødselsnummer eller D-nummer har elleve siffer, skrive utan mellomrom.',
  ],
  'bad-identity-number.NO_SUCH_DATE': [
    'The first six digits of the identity number are not a date.',
    'De seks første sifrene i fødselsnummeret eller D-nummeret er ingen dato.',
    'Dei seks første sifra i fødselsnummeret eller D-nummeret er ingen dato.',
  ],
  'bad-identity-number.NO_SUCH_CENTURY': [
    'The seventh to ninth digit of the identity number do not go with any year of birth.',
    'Det sjuende til niende sifferet i fødselsnummeret eller D-nummeret passer ikke til noe fødselsår.',
    'Det sjuande til niande sifferet i fødselsnummeret eller D-nummeret passar ikkje til noko fødselsår.',
  ],
  'bad-identity-number.CONTROL_DIGITS': [
    'The control digits of the identity number (the last two) do not fit the others. Check each digit.',
    'Kontrollsifrene (de to siste) passer ikke til resten av nummeret. Se over hvert siffer.',
    'Kontrollsifra (dei to siste) passar ikkje til resten av nummeret. Sjå over kvart siffer.',
  ],
  'identity-known': [
    'Another person here has this identity number. Search for it and look whether the two are the same.',
    'En annen person her har dette nummeret. Søk det opp og se om de to er den samme.',
    'Ein annan person her har dette nummeret. Søk det opp og sjå om dei to er den same.',
  ],
  'has-identity': [
    'This person has another identity number already. Replace it where the person was given a new one; correct the event that recorded it where that one is wrong.',
    'Personen har allerede et annet fødselsnummer eller D-nummer. Erstatt det hvis personen har fått et nytt; rett hendelsen som registrerte det, hvis det er feil.',
    'Personen har alt eit anna fødselsnummer eller D-nummer. Erstatt det om personen har fått eit nytt; rett hendinga som registrerte det, om det er feil.',
  ],
  'no-identity': [
    'This person has no identity number that could be replaced. Link the number instead.',
    'Personen har ikke noe fødselsnummer eller D-nummer som kan erstattes. Knytt nummeret til personen i stedet.',
    'Personen har ikkje noko fødselsnummer eller D-nummer som kan erstattast. Knyt nummeret til personen i staden.',
  ],
  'identity-replaced': [
    'This number was the person’s before and has been replaced. If that was wrong, mark the replacement as recorded in error.',
    'Dette nummeret har personen hatt før, og det er erstattet. Var det feil, merk erstatningen som feilregistrert.',
    'Dette nummeret har personen hatt før, og det er erstatta. Var det feil, merk erstattinga som feilregistrert.',
  ],
  'impossible-birth-date': [
    'The birth date lies ahead of today or before the year 1900.',
    'Fødselsdatoen ligger etter i dag eller før år 1900.',
    'Fødselsdatoen ligg etter i dag eller før år 1900.',
  ],
  'impossible-birth-year': [
    'The year of birth has not begun yet.',
    'Fødselsåret har ikke begynt ennå.',
    'Fødselsåret har ikkje begynt enno.',
  ],
  'birth-date-differs': [
    'The identity number and the birth date on record do not tell the same day. Correct the wrong one first; where both are wrong, mark the event that linked the number as recorded in error, correct the date, and link the right number.',
    'Fødselsnummeret eller D-nummeret og den registrerte fødselsdatoen viser ikke samme dag. Rett det som er feil, først; er begge feil, merk hendelsen som knyttet nummeret til personen, som feilregistrert, rett datoen og knytt til det rette nummeret.',
    'Fødselsnummeret eller D-nummeret og den registrerte fødselsdatoen viser ikkje same dagen. Rett det som er feil, først; er begge feil, merk hendinga som knytte nummeret til personen, som feilregistrert, rett datoen og knyt til det rette nummeret.',
  ],
  'birth-date-differs.told': [
    'The birth date is not the one in the identity number. Leave it out, or check both.',
    'Fødselsdatoen er ikke den som står i nummeret. Utelat den, eller se over begge.',
    'Fødselsdatoen er ikkje den som står i nummeret. Utelat han, eller sjå over begge.',
  ],
});
const { refuseIf } = identityRefusals;

/** Refuses a birth date ahead of today or before 1900. */
export function possibleBirthDate(birthDate: unknown, today: string): void {
  if (typeof birthDate !== 'string') return;
  refuseIf(birthDate > today || birthDate < earliest, 'impossible-birth-date');
}

/** Refuses a year of birth that has not begun. */
export function possibleBirthYear(birthYear: unknown, today: string): void {
  refuseIf(typeof birthYear === 'number' && birthYear > Number(today.slice(0, 4)), 'impossible-birth-year');
}

/** `differs`: whether number and date tell two days of birth. Which of them is wrong, only people can find out. */
export const sameBirthDate = (differs: boolean): void => refuseIf(differs, 'birth-date-differs');
