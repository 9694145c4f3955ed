/** The read models that tasks of cases and their persons are made of. */
export const caseTaskModels = [
  'tasks',
  'coordination_tasks',
  'case_overview',
  'coordination_register',
  'appointments',
  'people',
  'meetings',
  'agenda_items',
];

/** Those that all tasks are made of. */
export const taskModels = [
  ...caseTaskModels,
  'enquiries',
  'complaints',
  'follow_up',
  'plan_content',
  'crisis_plans',
  'staff',
  'controlled_documents',
  'cooperation',
  'trainings',
  'report_matters',
  'receivers',
];
