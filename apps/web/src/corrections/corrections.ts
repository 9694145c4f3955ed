import type { Role } from '../session/session.js';

interface Corrections {
  /** What the page of its history is called in the address. */
  readonly page: string;
  readonly path: (id: string) => string;
  readonly by: readonly Role[];
  /** What the body says beside the event. */
  readonly body?: (id: string) => object;
}

/** Where an entry is put right, and who does it, by what its record is of. */
const corrections: Readonly<Record<string, Corrections>> = {
  case: { page: 'sak', path: (id) => `/v1/cases/${id}/corrections`, by: ['CASEWORKER'] },
  subject: { page: 'person', path: (id) => `/v1/subjects/${id}/corrections`, by: ['CASEWORKER'] },
  coordination: { page: 'person', path: (id) => `/v1/subjects/${id}/corrections`, by: ['CASEWORKER'] },
  meeting: { page: 'mote', path: (id) => `/v1/meetings/${id}/corrections`, by: ['CASEWORKER'] },
  board: { page: 'nemnd', path: () => '/v1/board/corrections', by: ['CASEWORKER'] },
  enquiry: {
    page: 'henvendelse',
    path: (id) => `/v1/enquiries/${id}/corrections`,
    by: ['CASEWORKER', 'LEADER', 'SERVICE_OFFICE'],
  },
  complaint: {
    page: 'klage',
    path: (id) => `/v1/complaints/${id}/corrections`,
    by: ['CASEWORKER', 'LEADER'],
  },
  followUp: {
    page: 'oppfolging',
    path: (id) => `/v1/subjects/${id}/follow-up/corrections`,
    by: ['COORDINATOR'],
  },
  crisisPlan: {
    page: 'kriseplan',
    path: (id) => `/v1/subjects/${id}/crisis-plan/corrections`,
    by: ['COORDINATOR'],
  },
  unit: { page: 'enhet', path: (id) => `/v1/units/${id}/corrections`, by: ['ADMIN'] },
  party: { page: 'ansatt', path: (id) => `/v1/parties/${id}/corrections`, by: ['LEADER', 'ADMIN'] },
  training: {
    page: 'opplaering',
    path: (id) => `/v1/trainings/${id}/corrections`,
    by: ['CASEWORKER', 'LEADER'],
  },
  staffCompetence: {
    page: 'kompetanse',
    path: (id) => `/v1/staff-competence/${id}/corrections`,
    by: ['CASEWORKER', 'LEADER'],
  },
  controlledDocument: {
    page: 'dokument',
    path: (id) => `/v1/controlled-documents/${id}/corrections`,
    by: ['CASEWORKER', 'LEADER'],
  },
  cooperation: {
    page: 'samarbeid',
    path: (id) => `/v1/cooperation/matters/${id}/corrections`,
    by: ['CASEWORKER', 'LEADER'],
  },
  competence: {
    page: 'rutiner',
    path: () => '/v1/competence/corrections',
    by: ['CASEWORKER', 'LEADER', 'ADMIN'],
    body: (id) => ({ topic: id }),
  },
  organisation: {
    page: 'organisasjon',
    path: () => '/v1/organisation/corrections',
    by: ['LEADER', 'ADMIN'],
    body: (id) => ({ topic: id }),
  },
};

export const correctionsOf = (category: string): Corrections | undefined => corrections[category];
