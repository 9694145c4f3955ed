import { agendaItems } from './agenda-items/projection.js';
import { appointments } from './appointments/projection.js';
import { auditTrail } from './audit-trail/projection.js';
import { caseOverview } from './case-overview/projection.js';
import { complaints } from './complaints/projection.js';
import { controlledDocuments } from './controlled-documents/projection.js';
import { cooperation } from './cooperation/projection.js';
import { coordinationRegister } from './coordination-register/projection.js';
import { coordinationTasks } from './coordination-tasks/projection.js';
import { crisisPlanRecipients } from './crisis-plan-recipients/projection.js';
import { crisisPlans } from './crisis-plans/projection.js';
import { deadlines } from './deadlines/projection.js';
import { documents } from './documents/projection.js';
import { enquiries } from './enquiries/projection.js';
import { enquiryCases } from './enquiry-cases/projection.js';
import { followUp } from './follow-up/projection.js';
import { imports } from './imports/projection.js';
import { meetings } from './meetings/projection.js';
import { people } from './people/projection.js';
import { reportMatters } from './report-matters/projection.js';
import { promises } from './promises/projection.js';
import { planAccesses } from './plan-accesses/projection.js';
import { planContent } from './plan-content/projection.js';
import { receivers } from './receivers/projection.js';
import { relations } from './relations/projection.js';
import { registeredBy } from './registered-by/projection.js';
import { staff } from './staff/projection.js';
import { staffCompetence } from './staff-competence/projection.js';
import { tasks } from './tasks/projection.js';
import { trainings } from './trainings/projection.js';
import { unitReports } from './unit-reports/projection.js';
import { units } from './units/projection.js';

/** Every read model of this release. */
export const projections = [
  caseOverview,
  coordinationRegister,
  appointments,
  unitReports,
  people,
  registeredBy,
  relations,
  tasks,
  deadlines,
  coordinationTasks,
  units,
  staff,
  enquiries,
  enquiryCases,
  complaints,
  followUp,
  promises,
  planAccesses,
  planContent,
  crisisPlans,
  crisisPlanRecipients,
  meetings,
  agendaItems,
  trainings,
  staffCompetence,
  controlledDocuments,
  cooperation,
  reportMatters,
  receivers,
  imports,
  documents,
  auditTrail,
];
export {
  agendaItems,
  appointments,
  auditTrail,
  caseOverview,
  complaints,
  controlledDocuments,
  cooperation,
  coordinationRegister,
  coordinationTasks,
  crisisPlanRecipients,
  crisisPlans,
  deadlines,
  documents,
  enquiries,
  enquiryCases,
  followUp,
  imports,
  meetings,
  people,
  promises,
  planAccesses,
  planContent,
  receivers,
  registeredBy,
  relations,
  reportMatters,
  staff,
  staffCompetence,
  tasks,
  trainings,
  unitReports,
  units,
};
