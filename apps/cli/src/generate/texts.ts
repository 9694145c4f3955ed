import type { Chance } from './chance.js';

/** Words of invented people and papers. */
const givenNames =
  'Anne Testine Liv Prøve Ola Kari Per Ingrid Nils Astrid Bjørn Solveig Lars Ragnhild Knut Gro Tor Sigrid Odd Marit'.split(
    ' ',
  );
const familyNames =
  'Prøvesen Testesen Eksempelstad Utkast Mønster Øvrebø Dikteland Oppdikt Skisse Utenfor Tenkt Læremo'.split(
    ' ',
  );
const sentences = [
  'Trenger hjelp fra flere tjenester over lang tid.',
  'Ønsker at avtalene samles på ett sted.',
  'Har oppfølging fra fastlege, fysioterapeut og skole.',
  'Familien har bedt om at møtene legges til ettermiddagen.',
  'Behovet ble drøftet på telefon, og den det gjelder vil komme tilbake.',
  'Tiltakene må ses i sammenheng med rehabiliteringen.',
  'Tjenestene er enige om hvem som følger opp hva.',
  'Situasjonen er uendret siden forrige møte.',
  'Det er ikke søkt om dette tidligere.',
  'Vurdert ut fra kartleggingen og samtale i hjemmet.',
];

export const givenName = (chance: Chance): string => chance.of(givenNames);
export const familyName = (chance: Chance): string => chance.of(familyNames);
export const fullName = (chance: Chance): string => `${givenName(chance)} ${familyName(chance)}`;

/** A remark of so many sentences. */
export const remark = (chance: Chance, most = 4): string =>
  Array.from({ length: chance.between(1, most) }, () => chance.of(sentences)).join(' ');
