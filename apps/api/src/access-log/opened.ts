import { codeList, type Pair, same } from '#event-sourcing/codes';
import type { ReadModel } from '#projections/access';

/** What a reading opens about persons, in words for the access log: lines of the table of access. */
export const openedRecords = codeList('openedRecord', {
  cases: same('liste over saker'),
  case: ['en sak', 'ei sak'],
  caseTrail: ['historikken til en sak eller person', 'historikken til ei sak eller ein person'],
  register: ['registeret over koordinering', 'registeret over koordinering'],
  coordination: ['koordinering og plan for en person', 'koordinering og plan for ein person'],
  followUp: ['oppfølgingen av en person', 'oppfølginga av ein person'],
  followUpTrail: ['historikken til oppfølgingen', 'historikken til oppfølginga'],
  promises: ['hvem som har lovet hva', 'kven som har lova kva'],
  unitReports: ['meldinger fra enhetene', 'meldingar frå einingane'],
  deadlines: ['tavla over frister', 'tavla over fristar'],
  tasks: ['oppgaver', 'oppgåver'],
  person: ['opplysninger om en person', 'opplysningar om ein person'],
  personSearch: ['søk etter person', 'søk etter person'],
  partySearch: ['søk etter ansatte, verger og andre', 'søk etter tilsette, verjer og andre'],
  meetings: ['møter og sakslister', 'møte og sakslister'],
  meetingTrail: ['historikken til et møte', 'historikken til eit møte'],
  agendaProposal: ['forslag til saksliste', 'framlegg til saksliste'],
  registrations: ['det en selv har registrert', 'det ein sjølv har registrert'],
  enquiries: ['henvendelser', 'førespurnader'],
  plan: ['en individuell plan', 'ein individuell plan'],
  clearances: ['kostnader som skal avklares', 'kostnader som skal avklarast'],
  planTrail: ['historikken til en plan', 'historikken til ein plan'],
  crisisPlan: ['en kriseplan', 'ein kriseplan'],
  crisisPlanInEmergency: ['en kriseplan, i en nødsituasjon', 'ein kriseplan, i ein naudssituasjon'],
  crisisPlanTrail: ['historikken til en kriseplan', 'historikken til ein kriseplan'],
  complaints: ['klager', 'klager'],
  complaintTrail: ['historikken til en klage', 'historikken til ei klage'],
  documents: ['dokumenter', 'dokument'],
  importTrail: ['historikken til en import', 'historikken til ein import'],
  ownPage: ['personens egen side', 'eiga side for personen'],
  accessLog: ['innsynsloggen', 'innsynsloggen'],
  /** No line of the table: a grant opens it, not a role. */
  eventDetails: ['detaljer om en hendelse', 'detaljar om ei hending'],
} satisfies Readonly<Partial<Record<ReadModel | 'eventDetails', Pair>>>);
export type OpenedRecord = (typeof openedRecords.codes)[number];

/** Why reading the other lines opens nothing about any person: it is not in the access log, and nothing sealed under a person's key comes out of it. */
export const opensNobody = {
  load: 'For how many each member of staff coordinates: numbers',
  followUpNotes: 'No route of its own: comes with the follow-up of a person',
  crisisPlanContent: 'No route of its own: comes with the crisis plan',
  crisisPlanReadings: 'No route of its own: comes with the crisis plan',
  names: 'No route: whose names may stand in other answers',
  board: 'Who sits on the board',
  boardTrail: 'Who was appointed to the board, and by whom',
  units: 'The register of units',
  staff: 'Who works where, as everybody who works there sees it',
  trainings: 'Courses that are held, and who of the staff came',
  staffCompetence: 'What the staff has learnt',
  controlledDocuments: 'Routines and templates',
  cooperation: 'Tasks of cooperation, and whom the unit asked who speaks for users',
  competence: 'Courses, references to the law, material',
  competenceTrail: 'Who recorded what of competence',
  imports: 'Which lists were taken in, and how many lines they had',
  subscriptions: 'Which services follow cases',
  archive: 'Which documents are not in the archive: by id, without what they are called or whose they are',
  statistics: 'Figures, those under five left out',
  organisation: 'How the unit is reached, and what it offers',
  profile: 'What the municipality calls things',
  labels: 'Words for codes',
} satisfies Readonly<Record<Exclude<ReadModel, OpenedRecord>, string>>;

/** What a route opens: a line of the table of access, or nothing about anybody, and why. */
export type Opening = ReadModel | { readonly nobody: string };

/** As the access log has it; undefined where nothing about anybody is opened. */
export const openedIn = (opening: Opening): OpenedRecord | undefined =>
  typeof opening === 'string' && openedRecords.codes.some((code) => code === opening)
    ? (opening as OpenedRecord)
    : undefined;
