import { refusals } from '#event-sourcing/refusals';

/** Of a coordinator who is appointed for several children at once. */
export const familyRefusals = refusals('coordination', {
  'child-twice': [
    'Each child is named once, also where it is registered twice.',
    'Hvert barn nevnes én gang, også om det er registrert to ganger.',
    'Kvart barn blir nemnt éin gong, også om det er registrert to gonger.',
  ],
  'child-refused': [
    'Nobody was appointed, because of child {n} of {all}: {why}',
    'Ingen ble oppnevnt, på grunn av barn {n} av {all}: {why}',
    'Ingen vart oppnemnd, på grunn av barn {n} av {all}: {why}',
  ],
  'child-refused.after-others': [
    'Children before it have the coordinator now, child {n} of {all} has not: {why} Send the same request again when that is put right.',
    'Barna foran har fått koordinatoren nå, men ikke barn {n} av {all}: {why} Send den samme forespørselen på nytt når det er rettet.',
    'Barna framføre har fått koordinatoren no, men ikkje barn {n} av {all}: {why} Send den same førespurnaden på nytt når det er retta.',
  ],
});
