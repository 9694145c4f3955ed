import type { ApplicationBody, OpenCaseWithNeedBody } from './case.bodies.js';

const inWriting: ReadonlySet<string> = new Set(['FORM', 'LETTER', 'EMAIL', 'DIGITAL_POST']);

/** The application as the case records it; what was not said stands as open rather than as done. */
export const applicationSaid = ({
  items,
  receivedOn,
  channel,
  written = inWriting.has(channel),
  signed = false,
  applicantRole = 'SUBJECT',
  documentDigest,
  wish,
}: ApplicationBody) => ({
  items,
  receivedOn,
  channel,
  written,
  signed,
  applicantRole,
  ...(documentDigest !== undefined && { documentDigest }),
  ...(wish !== undefined && { wish }),
});

/** The need as the case records it. */
export const needSaid = ({
  receivedOn,
  channel,
  notifierRole = 'EMPLOYEE',
  notifierUnit,
  informedOn,
  subjectWishes = 'NOT_ASKED',
  need,
}: OpenCaseWithNeedBody) => ({
  notifiedOn: receivedOn,
  channel,
  notifierRole,
  ...(notifierUnit !== undefined && { notifierUnit }),
  ...(informedOn !== undefined && { informedOn }),
  subjectWishes,
  ...(need !== undefined && { need }),
});
