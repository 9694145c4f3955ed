import { caseworkRefusals } from '#casework';
import { competenceRefusals } from '#competence';
import { complaintRefusals } from '#complaint';
import { coordinationRefusals } from '#coordination';
import { crisisPlanRefusals } from '#crisis-plan';
import { followUpRefusals } from '#follow-up';
import { documentRefusals } from '#documents';
import { enquiryRefusals } from '#enquiry';
import { importRefusals } from '#import';
import { meetingRefusals } from '#meeting';
import { municipalityRefusals } from '#municipality';
import { personalDataRefusals } from '#personal-data';
import { planContentRefusals } from '#plan';
import { subjectRefusals } from '#subject';
import { reportRefusals } from '#reporting';
import { subscriptionRefusals } from '#subscription';

/** The refusals of every context, from which documentation and OpenAPI follow. */
export const everyRefusal = [
  ...municipalityRefusals,
  ...subjectRefusals,
  ...enquiryRefusals,
  ...caseworkRefusals,
  ...coordinationRefusals,
  ...followUpRefusals,
  ...meetingRefusals,
  ...complaintRefusals,
  ...planContentRefusals,
  ...crisisPlanRefusals,
  ...competenceRefusals,
  importRefusals,
  ...documentRefusals,
  subscriptionRefusals,
  reportRefusals,
  ...personalDataRefusals,
] as const;
