import { type CodeIn, codeList, same } from '#event-sourcing/codes';

/** The usual courses; a municipality lists its own beside them, or other words for these. */
export const courses = codeList('course', {
  COORDINATOR_BASICS: ['grunnopplæring for koordinatorer', 'grunnopplæring for koordinatorar'],
  CHILD_COORDINATOR: ['å være barnekoordinator', 'å vere barnekoordinator'],
  INDIVIDUAL_PLAN: ['arbeid med individuell plan', 'arbeid med individuell plan'],
  PLAN_TOOL: ['det digitale planverktøyet', 'det digitale planverktøyet'],
  LAW_AND_RIGHTS: ['lovverk og rettigheter', 'lovverk og rettar'],
  PARTICIPATION: ['brukermedvirkning', 'brukarmedverknad'],
  MEETING_LEADERSHIP: ['møteledelse', 'møteleiing'],
});
/** Those of the usual ones that make up the basic training of a coordinator. */
export const basicCourses: readonly string[] = ['COORDINATOR_BASICS'];

/** In which form people are trained; a professional day (fagdag) is one of them. */
export const trainingForms = codeList('trainingForm', {
  COURSE: same('kurs'),
  E_LEARNING: ['nettkurs', 'nettkurs'],
  WORKSHOP: ['verksted', 'verkstad'],
  PROFESSIONAL_DAY: same('fagdag'),
});

export const guidanceWays = codeList('guidanceWay', {
  CONVERSATION: ['i samtale', 'i samtale'],
  PHONE: same('på telefon'),
  VIDEO: same('på video'),
  WRITTEN: ['skriftlig', 'skriftleg'],
  IN_GROUP: ['i gruppe', 'i gruppe'],
});

/** What kind of paper is under control (F1). */
export const documentKinds = codeList('documentKind', {
  ROUTINE: same('rutine'),
  PROCEDURE: ['prosedyre', 'prosedyre'],
  CHECKLIST: ['sjekkliste', 'sjekkliste'],
  TEMPLATE: same('mal'),
  GUIDE: ['veileder', 'rettleiar'],
});
/** For whom it is, and how it is used. */
export const documentAudiences = codeList('documentAudience', {
  INTERNAL: same('intern'),
  EXTERNAL: same('ekstern'),
  CHECKLIST: ['sjekkliste', 'sjekkliste'],
});

/** What somebody keeps an eye on beyond the single person comes to. */
export const taskOutcomes = codeList('taskOutcome', {
  DONE: ['gjennomført', 'gjennomført'],
  PARTLY: ['delvis gjennomført', 'delvis gjennomført'],
  DROPPED: ['lagt bort', 'lagd bort'],
});

/** Who speaks for users (U21). */
export const userBodies = codeList('userBody', {
  USER_COUNCIL: ['brukerråd', 'brukarråd'],
  DISABILITY_COUNCIL: [
    'råd for personer med funksjonsnedsettelse',
    'råd for personar med funksjonsnedsetjing',
  ],
  SENIOR_COUNCIL: ['eldreråd', 'eldreråd'],
  YOUTH_COUNCIL: ['ungdomsråd', 'ungdomsråd'],
  USER_ORGANISATION: ['brukerorganisasjon', 'brukarorganisasjon'],
  NEXT_OF_KIN_GROUP: ['pårørendegruppe', 'pårørandegruppe'],
  OTHER: ['annen', 'annan'],
});
export const standpoints = codeList('standpoint', {
  SUPPORTS: ['støtter det', 'støttar det'],
  SUPPORTS_WITH_REMARKS: ['støtter det, med merknader', 'støttar det, med merknader'],
  AGAINST: ['er imot', 'er imot'],
  NO_ANSWER: ['har ikke svart', 'har ikkje svart'],
});

/** In which form people are informed. */
export const materialForms = codeList('materialForm', {
  BROCHURE: ['brosjyre', 'brosjyre'],
  WEB_PAGE: ['nettside', 'nettside'],
  POSTER: ['plakat', 'plakat'],
  FILM: same('film'),
  PRESENTATION: ['presentasjon', 'presentasjon'],
});

export type DocumentKind = CodeIn<typeof documentKinds>;
export type TrainingForm = CodeIn<typeof trainingForms>;
