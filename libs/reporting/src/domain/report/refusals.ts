import { refusals } from '#event-sourcing/refusals';

export const reportRefusals = refusals('report', {
  'no-such-report': ['There is no such report.', 'Rapporten finnes ikke.', 'Rapporten finst ikkje.'],
  'period-open': [
    'The period is not over. Report on it from its last day on.',
    'Perioden er ikke over. Rapporter fra og med den siste dagen.',
    'Perioden er ikkje over. Rapporter frå og med den siste dagen.',
  ],
  level: [
    'Reports are of a half-year, a year, or a whole block of three years. Choose such a period.',
    'En rapport gjelder et halvår, et år eller en hel treårsperiode. Velg en slik periode.',
    'Ein rapport gjeld eit halvår, eit år eller ein heil treårsperiode. Vel ein slik periode.',
  ],
  'overlaps-published': [
    'Another report covers part of this period. Say that this one replaces it, or choose another period.',
    'En annen rapport dekker en del av denne perioden. Oppgi at denne erstatter den, eller velg en annen periode.',
    'Ein annan rapport dekkjer ein del av denne perioden. Oppgi at denne erstattar han, eller vel ein annan periode.',
  ],
  'block-policy-late': [
    'What is published how often is fixed for three years at a time. Report as in the reports before of the same three years.',
    'Hva som publiseres hvor ofte, ligger fast i tre år om gangen. Rapporter som i de forrige rapportene for de samme tre årene.',
    'Kva som blir publisert kor ofte, ligg fast i tre år om gongen. Rapporter som i dei førre rapportane for dei same tre åra.',
  ],
  'tree-changed': [
    'How units are merged is fixed for a year. Keep the order of units of the report before of the same year.',
    'Hvordan enheter slås sammen, ligger fast i et år. Behold rekkefølgen av enheter fra forrige rapport for samme år.',
    'Korleis einingar blir slegne saman, ligg fast i eit år. Behald rekkjefølgja av einingar frå førre rapport for same året.',
  ],
  'nothing-recorded': [
    'Nothing is recorded that could be counted.',
    'Det er ikke registrert noe som kan telles.',
    'Det er ikkje registrert noko som kan teljast.',
  ],
  'already-frozen': [
    'The figures of this report are frozen. Make a new report that replaces it, if they are wrong.',
    'Tallene i rapporten er frosset. Lag en ny rapport som erstatter den, hvis de er feil.',
    'Tala i rapporten er frosne. Lag ein ny rapport som erstattar han, om dei er feil.',
  ],
  'not-frozen': [
    'The figures of this report are not frozen yet. Freeze them first.',
    'Tallene i rapporten er ikke frosset ennå. Frys dem først.',
    'Tala i rapporten er ikkje frosne enno. Frys dei først.',
  ],
  'already-approved': [
    'This report is approved, and stays as it is.',
    'Rapporten er godkjent, og blir stående som den er.',
    'Rapporten er godkjend, og blir ståande som han er.',
  ],
  'not-approved': [
    'This report is not approved yet. Approve it first.',
    'Rapporten er ikke godkjent ennå. Godkjenn den først.',
    'Rapporten er ikkje godkjend enno. Godkjenn han først.',
  ],
  'already-submitted': [
    'This report was submitted already.',
    'Rapporten er allerede sendt.',
    'Rapporten er alt send.',
  ],
  'not-submitted': [
    'The forum answers a report that was submitted. Record that first.',
    'Forumet svarer på en rapport som er sendt. Registrer det først.',
    'Forumet svarer på ein rapport som er send. Registrer det først.',
  ],
  'no-such-action': ['There is no such action.', 'Tiltaket finnes ikke.', 'Tiltaket finst ikkje.'],
  'action-done': [
    'This action is done with already.',
    'Tiltaket er allerede gjennomført.',
    'Tiltaket er alt gjennomført.',
  ],
  'date-order.report': [
    'What follows comes on or after the day of what was told before.',
    'Det som følger, kommer samme dag som det forrige, eller senere.',
    'Det som følgjer, kjem same dagen som det førre, eller seinare.',
  ],
});
