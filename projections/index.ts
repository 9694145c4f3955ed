import { appointments } from './appointments/projection.js';
import { auditTrail } from './audit-trail/projection.js';
import { caseOverview } from './case-overview/projection.js';
import { coordinationRegister } from './coordination-register/projection.js';
import { people } from './people/projection.js';

/** Every read model of this release. */
export const projections = [caseOverview, coordinationRegister, appointments, people, auditTrail];
export { appointments, auditTrail, caseOverview, coordinationRegister, people };
