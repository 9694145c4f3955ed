import { isKnown } from '#event-sourcing/codes';
import { checkDates } from '#event-sourcing/dates';
import type { Intent } from '#event-sourcing/decider';
import { refusals, type Standing } from '#event-sourcing/refusals';
import { type Deciding, disposalRules, disposalSentences } from '#vocabulary';
import { retentionClassesOfPersons, subjectEvents } from './events.js';
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
  'rests-on.disposal': [
    'Something about this person is open still. End it first, or mark it as recorded in error.',
    'Noe om denne personen er fortsatt åpent. Avslutt det først, eller merk det som feilregistrert.',
    'Noko om denne personen er framleis ope. Avslutt det først, eller merk det som feilregistrert.',
  ],
  'rests-on.complaint': [
    'A complaint in what concerns this person is under way, or what came of it is not done. Nothing is disposed of until then.',
    'En klage i det som gjelder denne personen, er under behandling, eller det den førte til, er ikke gjort. Ingenting slettes før det.',
    'Ei klage i det som gjeld denne personen, er under behandling, eller det ho førte til, er ikkje gjort. Ingenting blir sletta før det.',
  ],
  ...disposalSentences,
  'entry-stands': [
    'The texts of an entry that stands cannot be disposed of alone. Mark it as recorded in error first.',
    'Tekstene i en oppføring som står, kan ikke slettes alene. Merk den som feilregistrert først.',
    'Tekstane i ei oppføring som står, kan ikkje slettast åleine. Merk ho som feilregistrert først.',
  ],
});
const { refuseIf } = disposalRefusals;
const { ofKnownBasis, unlessAnother, unlessEntitled } = disposalRules(disposalRefusals);

/** `open`: what of the person has not ended, here and in other streams. */
export type RequestDisposal = Intent<
  'RequestDisposal',
  DataOf<'DisposalRequested'> & { readonly by: Deciding; readonly open: readonly Standing[] }
>;
export type DisposePersonalData = Intent<
  'DisposePersonalData',
  Pick<DataOf<'PersonalDataDisposed'>, 'subjectId' | 'confirmedBy' | 'disposedOn'> & {
    readonly by: Deciding;
    readonly open: readonly Standing[];
  }
>;
/** `isStruckOut`: the entry is marked as recorded in error. */
export type RequestEntryDisposal = Intent<
  'RequestEntryDisposal',
  DataOf<'EntryDisposalRequested'> & { readonly by: Deciding; readonly isStruckOut: boolean }
>;
/** `events`: the entry and all that was said of it. */
export type DisposeEntryTexts = Intent<
  'DisposeEntryTexts',
  Pick<DataOf<'EntryTextsDisposed'>, 'subjectId' | 'entry' | 'events' | 'confirmedBy' | 'disposedOn'> & {
    readonly by: Deciding;
    readonly isStruckOut: boolean;
  }
>;

/** Asks for what is not disposed of yet; a second request takes the place of the first. */
export function requestDisposal({ data, today }: RequestDisposal, state: Subject): SubjectFact[] {
  const { by, open, ...request } = data;
  refuseIf(request.classes.length === 0, 'no-classes');
  checkDates(disposalRefusals, subjectEvents.declared.DisposalRequested.fields, request, today);
  unlessEntitled(by);
  ofKnownBasis(request.legalBasis);
  refuseIf(!isKnown(retentionClassesOfPersons, request.retentionClass), 'unknown-code', {
    list: retentionClassesOfPersons.name,
    known: retentionClassesOfPersons.codes.join(', '),
  });
  const classes = [...new Set(request.classes)].filter((one) => !state.disposed.includes(one));
  if (classes.length === 0) return [];
  unlessEnded(open);
  return [{ type: 'DisposalRequested', data: { ...request, classes } }];
}

/** Records what was asked for and is not disposed of yet. */
export function disposePersonalData({ data, today }: DisposePersonalData, state: Subject): SubjectFact[] {
  const { by, open, ...disposal } = data;
  checkDates(disposalRefusals, subjectEvents.declared.PersonalDataDisposed.fields, disposal, today);
  const request = state.disposalRequest;
  if (request === undefined) throw disposalRefusals.refusal('not-requested');
  unlessAnother(request, disposal.confirmedBy, by);
  unlessEnded(open);
  const classes = request.data.classes.filter((one) => !state.disposed.includes(one));
  const { legalBasis, retentionClass } = request.data;
  return [
    {
      type: 'PersonalDataDisposed',
      data: { ...disposal, classes, legalBasis, retentionClass, request: request.eventId },
    },
  ];
}

export function requestEntryDisposal({ data, today }: RequestEntryDisposal, state: Subject): SubjectFact[] {
  const { by, isStruckOut, ...request } = data;
  checkDates(disposalRefusals, subjectEvents.declared.EntryDisposalRequested.fields, request, today);
  unlessEntitled(by);
  ofKnownBasis(request.legalBasis);
  if (state.disposedEntries.includes(request.entry)) return [];
  refuseIf(!isStruckOut, 'entry-stands');
  return [{ type: 'EntryDisposalRequested', data: request }];
}

export function disposeEntryTexts({ data, today }: DisposeEntryTexts, state: Subject): SubjectFact[] {
  const { by, isStruckOut, ...disposal } = data;
  checkDates(disposalRefusals, subjectEvents.declared.EntryTextsDisposed.fields, disposal, today);
  const request = state.entryRequests.find((one) => one.data.entry === disposal.entry);
  if (request === undefined) throw disposalRefusals.refusal('not-requested');
  unlessAnother(request, disposal.confirmedBy, by);
  refuseIf(!isStruckOut, 'entry-stands');
  const { entryStream, legalBasis } = request.data;
  return [
    { type: 'EntryTextsDisposed', data: { ...disposal, entryStream, legalBasis, request: request.eventId } },
  ];
}

function unlessEnded(open: readonly Standing[]): void {
  refuseIf(
    open.some(({ stream }) => stream.startsWith('complaint-')),
    'rests-on.complaint',
    {},
    open,
  );
  refuseIf(open.length > 0, 'rests-on.disposal', {}, open);
}
