import { isKnown } from '#event-sourcing/codes';
import { code, id, idOf, localDate, type Recorded } from '#event-sourcing/event';
import { effective } from '#event-sourcing/effective';
import { type Refusals, type Standing, type Table, wordsOf } from '#event-sourcing/refusals';
import { legalBases, retentionClasses } from './keeping.js';

// A disposal takes two persons, whatever it is of: one asks for it, another confirms it.

/** Who asks for a disposal or confirms it, as the log tells of the party. */
export type Deciding =
  | { readonly known: false }
  | {
      readonly known: true;
      /** Staff that registered itself by its own first command, in a role that may. */
      readonly entitled: boolean;
      /** When it was registered. */
      readonly since: string;
    };

/** What is told of a disposal that is asked for, beside what it is of. */
export const askedFor = {
  legalBasis: code(legalBases),
  retentionClass: code(retentionClasses),
  requestedBy: idOf('party'),
  requestedOn: localDate(),
};
/** The same of one that another person confirmed. */
export const confirmed = {
  legalBasis: code(legalBases),
  retentionClass: code(retentionClasses),
  confirmedBy: idOf('party'),
  disposedOn: localDate(),
  /** The event that asked for it. */
  request: id(),
};

/** What a record knows of the disposal of its own texts. */
export interface OwnDisposal {
  readonly requestedBy: string | undefined;
  readonly disposedOn: string | undefined;
}
export const kept: OwnDisposal = { requestedBy: undefined, disposedOn: undefined };

/** What was asked elsewhere about a disposal of a record's own texts. */
export interface AskedOfDisposal {
  readonly by: Deciding;
  /** What is open elsewhere of what the record is part of. */
  readonly open: readonly Standing[];
}

/** What any context refuses of a disposal. */
export const disposalSentences = {
  'not-requested': [
    'Nobody has asked for this. Ask for it first; another person confirms it then.',
    'Ingen har bedt om dette. Be om det først; en annen person bekrefter det etterpå.',
    'Ingen har bede om dette. Be om det først; ein annan person stadfestar det etterpå.',
  ],
  'two-persons': [
    'Whoever asked for it cannot confirm it: a disposal takes two persons.',
    'Den som ba om det, kan ikke bekrefte det: en sletting krever to personer.',
    'Den som bad om det, kan ikkje stadfeste det: ei sletting krev to personar.',
  ],
  'two-persons.known-before': [
    'Whoever confirms it must have logged in here before it was asked for.',
    'Den som bekrefter det, må ha logget inn her før det ble bedt om.',
    'Den som stadfestar det, må ha logga inn her før det vart bede om.',
  ],
  'not-entitled': [
    'Only staff with a login of their own, and the role of caseworker or leader at their first command, can ask for or confirm a disposal.',
    'Bare ansatte med egen pålogging, som var saksbehandler eller leder da de først registrerte noe, kan be om eller bekrefte en sletting.',
    'Berre tilsette med eiga pålogging, som var saksbehandlar eller leiar då dei først registrerte noko, kan be om eller stadfeste ei sletting.',
  ],
  'legal-basis-unknown': [
    'No legal basis of that code is known here. Known are {known}.',
    'Hjemmelen er ikke kjent her. De kjente er {known}.',
    'Heimelen er ikkje kjend her. Dei kjende er {known}.',
  ],
} as const satisfies Table;

/** Who may ask for a disposal and who may confirm it, in a context's own name. */
export function disposalRules({
  refusal,
  refuseIf,
}: Pick<Refusals<keyof typeof disposalSentences | 'unknown-party'>, 'refusal' | 'refuseIf'>) {
  const unlessEntitled = (by: Deciding): void => {
    refuseIf(!by.known, 'unknown-party');
    refuseIf(by.known && !by.entitled, 'not-entitled');
  };
  /** Another person than asked for it, and one whom the log knew before that: nobody is made up to confirm what one asked for. */
  const unlessAnother = (
    request: { readonly requestedBy: string; readonly recordedAt: string },
    confirmedBy: string,
    by: Deciding,
  ): void => {
    unlessEntitled(by);
    refuseIf(confirmedBy === request.requestedBy, 'two-persons');
    refuseIf(by.known && by.since >= request.recordedAt, 'two-persons.known-before');
  };
  const ofKnownBasis = (basis: string): void =>
    refuseIf(!isKnown(legalBases, basis), 'legal-basis-unknown', {
      known: wordsOf(legalBases, ...legalBases.codes),
    });
  /** Of a record's own texts: they were asked to be disposed of, by another. */
  const unlessRequested = ({ requestedBy }: OwnDisposal, confirmedBy: string): void => {
    refuseIf(requestedBy === undefined, 'not-requested');
    refuseIf(requestedBy === confirmedBy, 'two-persons');
  };
  /** The request of this type that stands last in a record's own stream. */
  const requestIn = (history: readonly Recorded[], type: string): Request => {
    const request = lastIn(history, type);
    if (request === undefined) throw refusal('not-requested');
    return request;
  };
  /** What another person confirms: what was asked for. */
  const confirmationOf = <Said extends { readonly confirmedBy: string }>(
    request: Request,
    said: Said,
    by: Deciding,
  ) => {
    unlessAnother(request, said.confirmedBy, by);
    const { eventId, legalBasis, retentionClass } = request;
    return { ...said, legalBasis, retentionClass, request: eventId };
  };
  return { unlessEntitled, unlessAnother, ofKnownBasis, unlessRequested, requestIn, confirmationOf };
}

type Request = NonNullable<ReturnType<typeof lastIn>>;
function lastIn(history: readonly Recorded[], type: string) {
  const found = effective(history).findLast((event) => event.type === type);
  return (
    found && {
      eventId: found.id,
      recordedAt: found.metadata.recordedAt,
      requestedBy: String(found.data['requestedBy']),
      legalBasis: String(found.data['legalBasis']),
      retentionClass: String(found.data['retentionClass']),
    }
  );
}
