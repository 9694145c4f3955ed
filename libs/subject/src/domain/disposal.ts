import { checkDates } from '#event-sourcing/dates';
import type { Intent } from '#event-sourcing/decider';
import { refusals } from '#event-sourcing/refusals';
import { subjectEvents } from './events.js';
import type { DataOf, Subject, SubjectFact } from './subject.js';

export const disposalRefusals = refusals('subject', {
  disposed: [
    "This person's data has been disposed of; nothing more can be recorded about them.",
    'Opplysningene om denne personen er slettet; ingenting mer kan registreres om personen.',
    'Opplysningane om denne personen er sletta; ingenting meir kan registrerast om personen.',
  ],
  'no-classes': [
    'Name at least one class of data to dispose of.',
    'Oppgi minst én klasse opplysninger som skal slettes.',
    'Oppgi minst éin klasse opplysningar som skal slettast.',
  ],
});
const { refuseIf } = disposalRefusals;

/** `partyIsKnown`: whoever confirmed it is registered here, so that no name is typed in their place. */
export type DisposePersonalData = Intent<
  'DisposePersonalData',
  DataOf<'PersonalDataDisposed'> & { readonly partyIsKnown: boolean }
>;

/** Records what is not disposed of yet; a second time there is nothing to record. */
export function disposePersonalData({ data, today }: DisposePersonalData, state: Subject): SubjectFact[] {
  const { partyIsKnown, ...disposal } = data;
  refuseIf(disposal.classes.length === 0, 'no-classes');
  checkDates(disposalRefusals, subjectEvents.declared.PersonalDataDisposed.fields, disposal, today);
  refuseIf(!partyIsKnown, 'unknown-party');
  const classes = [...new Set(disposal.classes)].filter((one) => !state.disposed.includes(one));
  return classes.length === 0 ? [] : [{ type: 'PersonalDataDisposed', data: { ...disposal, classes } }];
}
