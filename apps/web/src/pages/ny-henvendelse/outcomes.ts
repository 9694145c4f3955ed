import type { Values } from '../../steps/values.js';

/** What a telephone call may become. */
export const outcomes = [
  'EXISTING_CASE',
  'NEED',
  'APPLICATION',
  'WAIT',
  'ANSWERED',
  'PASSED_ON',
  'CLOSED',
] as const;
export type Outcome = (typeof outcomes)[number];

export interface OpenCase {
  readonly caseId: string;
  readonly caseNumber: string | null;
}

/** What it can become: only what is about somebody in the register can be a case, and a need that is declined is closed. */
export function outcomesFor(
  { subjectId, subjectWishes }: Values,
  openCases: readonly OpenCase[],
): readonly Outcome[] {
  const aboutSomebody = subjectId !== undefined;
  return outcomes.filter((outcome) => {
    if (outcome === 'EXISTING_CASE') return openCases.length > 0 && subjectWishes !== 'NO';
    if (outcome === 'APPLICATION') return aboutSomebody && openCases.length === 0 && subjectWishes !== 'NO';
    if (outcome === 'NEED') return aboutSomebody && openCases.length === 0;
    return true;
  });
}

/** What it most likely becomes, until somebody chooses. */
export function likelyOutcome(values: Values, openCases: readonly OpenCase[]): Outcome {
  const possible = outcomesFor(values, openCases);
  const wanted: Outcome = openCases.length > 0 ? 'EXISTING_CASE' : 'NEED';
  return possible.includes(wanted) ? wanted : 'WAIT';
}

/** What has been recorded already, by a try that was cut off half-way. */
export interface Known {
  readonly enquiryId?: string;
  readonly caseId?: string;
}

/** One command of several: its address and body, made when those before it have answered. */
export interface Command {
  readonly name: 'enquiry' | 'case' | 'follow-up';
  readonly make: (known: Known) => { readonly path: string; readonly body: Values };
}

/** What is left to record. What was recorded as an enquiry at first, and is a case now, is joined to it. */
export const leftOf = (commands: readonly Command[], { enquiryId, caseId }: Known): readonly Command[] => {
  const left = commands.filter(
    ({ name }) =>
      !(name === 'enquiry' && enquiryId !== undefined) && !(name === 'case' && caseId !== undefined),
  );
  const joins = enquiryId !== undefined && commands.some(({ name }) => name === 'case');
  return joins ? [...left, joinToCase] : left;
};

const joinToCase: Command = {
  name: 'follow-up',
  make: ({ enquiryId = '', caseId }) => ({ path: `/v1/enquiries/${enquiryId}/cases`, body: { caseId } }),
};

const notifierRoles: Readonly<Record<string, string>> = {
  MUNICIPAL_SERVICE: 'EMPLOYEE',
  OUTSIDE_SERVICE: 'SPECIALIST_SERVICE',
  NEXT_OF_KIN: 'NEXT_OF_KIN',
};

const filled = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** What is recorded, in order. `values` are as they are sent: days, not what was typed. */
export function commandsFor(
  outcome: Outcome,
  values: Values,
  openCases: readonly OpenCase[],
): readonly Command[] {
  if (outcome === 'NEED') {
    return [{ name: 'case', make: () => ({ path: '/v1/cases', body: needOf(values) }) }];
  }
  if (outcome === 'APPLICATION') {
    return [{ name: 'case', make: () => ({ path: '/v1/cases', body: applicationOf(values) }) }];
  }
  const enquiry: Command = {
    name: 'enquiry',
    make: () => ({ path: '/v1/enquiries', body: enquiryOf(values) }),
  };
  const followUp = (address: string, body: Values): Command => ({
    name: 'follow-up',
    make: ({ enquiryId = '' }) => ({ path: `/v1/enquiries/${enquiryId}/${address}`, body: filled(body) }),
  });
  const { answer, answeredOn, channel, informedOf } = values;
  const { passOnTo, passedOn, message, closingReason, closedOn } = values;
  switch (outcome) {
    case 'WAIT':
      return [enquiry];
    case 'EXISTING_CASE':
      return [enquiry, followUp('cases', { caseId: openCases[0]?.caseId })];
    case 'ANSWERED':
      return [enquiry, followUp('answers', { answer, answeredOn, channel, informedOf })];
    case 'PASSED_ON':
      return [enquiry, followUp('passings-on', { unit: passOnTo, passedOn, message })];
    case 'CLOSED':
      return [enquiry, followUp('closing', { reasonCode: closingReason, closedOn })];
  }
}

const enquiryOf = ({ sourceType, channel, receivedOn, note, callerName, callback, subjectId }: Values) =>
  filled({ sourceType, channel, receivedOn, text: note, callerName, callback, subjectId });

/** The need itself is kept only when the person wishes it: until then who told, of whom, and when (H7, U5). */
const needOf = (values: Values) =>
  filled({
    opening: 'NEED',
    subjectId: values['subjectId'],
    channel: values['channel'],
    receivedOn: values['receivedOn'],
    notifierRole: notifierRoles[String(values['sourceType'])] ?? 'OTHER',
    notifierId: values['notifierId'],
    notifierUnit: values['sourceType'] === 'MUNICIPAL_SERVICE' ? values['callerUnit'] : undefined,
    subjectWishes: values['subjectWishes'] ?? 'NOT_ASKED',
    ...(values['subjectWishes'] === 'YES' && { need: values['note'], informedOn: values['informedOn'] }),
  });

const applicationOf = (values: Values) =>
  filled({
    opening: 'APPLICATION',
    subjectId: values['subjectId'],
    channel: values['channel'],
    receivedOn: values['receivedOn'],
    items: values['items'],
    wish: values['note'],
    applicantRole: values['applicantRole'],
    applicantId: values['applicantId'],
    written: values['written'],
    signed: values['signed'],
    consentGivenBy: values['consentGivenBy'],
    consentGivenOn: values['consentGivenOn'],
    consentScopes: values['consentScopes'],
  });
