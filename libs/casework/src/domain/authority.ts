import { refusals } from '#event-sourcing/refusals';
import { authorityRule } from '#vocabulary';

export const authorityRefusals = refusals('casework', {
  'not-delegated': [
    'By the municipality’s profile the board acts on delegated authority, and no delegation to it holds on the day it met. Record the delegation, or have authority delegated anew, first.',
    'Etter kommunens profil handler nemnda etter delegert myndighet, og ingen delegasjon til den gjelder den dagen den møttes. Registrer delegasjonen, eller få myndigheten delegert på nytt, først.',
    'Etter profilen til kommunen handlar nemnda etter delegert mynde, og inga delegering til ho gjeld den dagen ho møttest. Registrer delegeringa, eller få myndet delegert på nytt, først.',
  ],
  'not-delegated.then': [
    'The delegation that the board acted on does not hold on that day. Mark its outcome as recorded in error, and record it anew.',
    'Delegasjonen som nemnda handlet etter, gjelder ikke den dagen. Merk utfallet som feilregistrert, og før det på nytt.',
    'Delegeringa som nemnda handla etter, gjeld ikkje den dagen. Merk utfallet som feilregistrert, og før det på nytt.',
  ],
  'authority-as-delegated': [
    'On whose authority the board acts follows from the delegations that are recorded, and is not corrected. Mark its outcome as recorded in error, and record it anew.',
    'Hvem som har delegert myndigheten, følger av delegasjonene som er registrert, og rettes ikke. Merk utfallet som feilregistrert, og før det på nytt.',
    'Kven som har delegert myndet, følgjer av delegeringane som er registrerte, og blir ikkje retta. Merk utfallet som feilregistrert, og før det på nytt.',
  ],
});
/** Refuses to conclude, and to move an outcome, without the delegation that it needs (S3, S6). */
export const refuseUnauthorised = authorityRule(authorityRefusals);
