import { consentScopes } from '#coordination';
import { codeOf, list, localDate, record, ref } from '#event-sourcing/event';
import { registerColumns as columns } from '#projections/coordination-register/queries';
import { representatives } from '#vocabulary';
import { type ColumnWords, copy, fieldsIn } from './record-words.js';

/** What is said of a person's coordination where it changed, as far as it has to do with a case. */
export const coordinationWords = {
  consents: {
    called: copy('samtykke'),
    field: list(
      record({
        scopes: list(codeOf(consentScopes)),
        givenBy: codeOf(representatives),
        givenById: ref('party'),
        givenOn: localDate(),
        validUntil: localDate(),
        withdrawnOn: localDate(),
      }),
    ),
    each: {
      nb: 'til {scopes}, gitt {givenOn} av {givenBy}[ ({givenById})][, til og med {validUntil}][, trukket fra {withdrawnOn}]',
      nn: 'til {scopes}, gitt {givenOn} av {givenBy}[ ({givenById})][, til og med {validUntil}][, trekt frå {withdrawnOn}]',
    },
  },
  appointments: {
    called: copy('oppnevnt koordinator', 'oppnemnd koordinator'),
    field: list(record(fieldsIn(columns.appointments))),
    each: {
      nb: '{coordinatorId} ({kind}{temporary:, midlertidig|}) fra {validFrom}[, underrettet {toldOn}][, avløst {releasedOn} ({releaseReasonCode})]',
      nn: '{coordinatorId} ({kind}{temporary:, mellombels|}) frå {validFrom}[, underretta {toldOn}][, avløyst {releasedOn} ({releaseReasonCode})]',
    },
  },
  plans: {
    called: copy('individuell plan'),
    field: list(record(fieldsIn(columns.plans))),
    each: {
      nb: 'startet {startedOn}[, avsluttet {closedOn} ({reasonCode})]',
      nn: 'starta {startedOn}[, avslutta {closedOn} ({reasonCode})]',
    },
  },
  members: {
    called: copy('med i gruppa'),
    field: list(record(fieldsIn(columns.members))),
    each: {
      nb: '{partyId} ({memberRole}) fra {joinedOn}[ til {leftOn} ({reasonCode})]',
      nn: '{partyId} ({memberRole}) frå {joinedOn}[ til {leftOn} ({reasonCode})]',
    },
  },
} as const satisfies Readonly<Record<string, ColumnWords>>;

/** By what one of a list is known in the events about it. */
export const idNames = {
  consents: 'consentId',
  appointments: 'appointmentId',
  plans: 'planId',
  members: 'memberId',
} as const satisfies Record<keyof typeof coordinationWords, string>;
