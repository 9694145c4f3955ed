import type { Read } from '../../api/read.js';
import type { Role } from '../../session/session.js';
import type { OperationId } from '../../steps/operations.js';

export type Enquiry = Read<'/v1/enquiries/{enquiryId}'>;

export interface EnquiryStep {
  readonly operation: OperationId;
  readonly preset?: Readonly<Record<string, unknown>>;
  readonly hide?: readonly string[];
  readonly first?: readonly string[];
}

const registrars: readonly Role[] = ['CASEWORKER', 'LEADER', 'SERVICE_OFFICE'];

/** What can be done about an enquiry by somebody with these roles, the most usual first. `opened`: the case that was opened because of it. */
export function stepsOf(enquiry: Enquiry, roles: readonly Role[], opened?: string): readonly EnquiryStep[] {
  const may = (...some: readonly Role[]) => some.some((role) => roles.includes(role));
  if (enquiry.disposedOn !== null || !may(...registrars)) return [];
  const { status, channel, subject, receivedOn } = enquiry;
  const isOpen = status === 'WAITING' || status === 'PASSED_ON';
  const openingWith = (opening: string) => ({
    preset: { opening, channel, receivedOn, ...(subject && { subjectId: subject.subjectId }) },
    hide: ['opening', ...(subject ? ['subjectId'] : [])],
    first: [
      'subjectId',
      'receivedOn',
      'channel',
      'notifierRole',
      'notifierId',
      'subjectWishes',
      'informedOn',
      'need',
    ],
  });
  const told: readonly EnquiryStep[] = [
    { operation: 'Enquiries_answer', preset: { channel } },
    ...(isOpen ? ([{ operation: 'Enquiries_refer' }, { operation: 'Enquiries_passOn' }] as const) : []),
  ];
  const cases: readonly EnquiryStep[] = [
    ...(may('CASEWORKER', 'SERVICE_OFFICE')
      ? ([
          { operation: 'Cases_open_OpenCaseWithNeed', ...openingWith('NEED') },
          { operation: 'Cases_open_OpenCaseWithApplication', ...openingWith('APPLICATION') },
        ] as const)
      : []),
    ...(may('CASEWORKER', 'LEADER')
      ? ([
          {
            operation: 'Enquiries_becomeCase',
            ...(opened !== undefined && { preset: { caseId: opened }, hide: ['caseId'] }),
          },
        ] as const)
      : []),
  ];
  return [...told, ...(status === 'CLOSED' ? [] : [...cases, { operation: 'Enquiries_close' } as const])];
}

/** The step that an address names: by its command, or as the inbox links to it. */
export const stepNamed = (named: string | undefined, steps: readonly EnquiryStep[]) =>
  steps.find(({ operation }) => operation === (named === 'ENQUIRY_TO_ANSWER' ? 'Enquiries_answer' : named));
