import { codeList } from '#event-sourcing/codes';

/** What the coordinating unit does for the municipality (A8). */
export const unitTasks = codeList('unitTask', {
  CONTACT_POINT: ['er ett felles kontaktpunkt', 'er eitt felles kontaktpunkt'],
  INDIVIDUAL_PLANS: [
    'har overordnet ansvar for individuell plan',
    'har overordna ansvar for individuell plan',
  ],
  APPOINTING: ['oppnevner koordinatorer', 'oppnemner koordinatorar'],
  TRAINING: ['gir opplæring til koordinatorer', 'gir opplæring til koordinatorar'],
  GUIDANCE: ['veileder koordinatorer', 'rettleier koordinatorar'],
  INFORMATION: ['informerer om rettigheter og tjenester', 'informerer om rettar og tenester'],
  OVERVIEW: ['har oversikt over planer og koordinatorer', 'har oversikt over planar og koordinatorar'],
  REPORTING: ['rapporterer til ledelsen', 'rapporterer til leiinga'],
});
