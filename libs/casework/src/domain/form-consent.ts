import type { CodeIn } from '#event-sourcing/codes';
import type { consentScopes, representatives } from '#vocabulary';
import type { CaseEvent } from './events.js';

/** The consent that an application's form bears (U2). */
export interface FormConsent {
  readonly scopes: readonly CodeIn<typeof consentScopes>[];
  readonly givenBy: CodeIn<typeof representatives>;
  readonly givenById?: string | undefined;
  readonly givenOn: string;
}

/** Of these effective events of a case: none until the form is signed, and from the day on which it is. */
export function consentOnFormOf(events: readonly CaseEvent[]): FormConsent | undefined {
  const application = events.find((event) => event.type === 'ApplicationReceived')?.data;
  if (application === undefined) return undefined;
  const { consentScopes: scopes, consentGivenBy: givenBy, consentGivenById, consentGivenOn } = application;
  if (scopes === undefined || givenBy === undefined || consentGivenOn === undefined) return undefined;
  const signed = application.signed ? consentGivenOn : signedOn(events);
  if (signed === undefined) return undefined;
  return {
    scopes,
    givenBy,
    ...(consentGivenById !== undefined && { givenById: consentGivenById }),
    givenOn: signed > consentGivenOn ? signed : consentGivenOn,
  };
}

const signedOn = (events: readonly CaseEvent[]): string | undefined =>
  events
    .flatMap(({ type, data }) => {
      if (type === 'ApplicationCompleted') return data.what.includes('SIGNATURE') ? [data.completedOn] : [];
      return type === 'AssistedApplicationWritten' && data.signed ? [data.writtenOn] : [];
    })
    .toSorted()[0];
