import { refusals } from '#event-sourcing/refusals';
import { authorityRule } from '#vocabulary';

export const authorityRefusals = refusals('coordination', {
  'not-delegated': [
    'By the municipality’s profile a coordinator is appointed on delegated authority, and no delegation to the unit holds on that day. Record the delegation, or have authority delegated anew, first.',
    'Etter kommunens profil oppnevnes koordinatorer etter delegert myndighet, og ingen delegasjon til enheten gjelder den dagen. Registrer delegasjonen, eller få myndigheten delegert på nytt, først.',
    'Etter profilen til kommunen blir koordinatorar oppnemnde etter delegert mynde, og inga delegering til eininga gjeld den dagen. Registrer delegeringa, eller få myndet delegert på nytt, først.',
  ],
  'not-delegated.then': [
    'The delegation that the coordinator was appointed on does not hold on that day. Mark the appointment as recorded in error, and record it anew.',
    'Delegasjonen som koordinatoren ble oppnevnt etter, gjelder ikke den dagen. Merk oppnevningen som feilregistrert, og før den på nytt.',
    'Delegeringa som koordinatoren vart oppnemnd etter, gjeld ikkje den dagen. Merk oppnemninga som feilregistrert, og før ho på nytt.',
  ],
  'authority-as-delegated': [
    'On whose authority somebody is appointed follows from the delegations that are recorded, and is not corrected. Mark the appointment as recorded in error, and record it anew.',
    'Hvem som har delegert myndigheten, følger av delegasjonene som er registrert, og rettes ikke. Merk oppnevningen som feilregistrert, og før den på nytt.',
    'Kven som har delegert myndet, følgjer av delegeringane som er registrerte, og blir ikkje retta. Merk oppnemninga som feilregistrert, og før ho på nytt.',
  ],
});
/** Refuses to appoint, and to move an appointment, without the delegation that it needs (S3). */
export const refuseUnauthorised = authorityRule(authorityRefusals);
