import { codeList, same } from '#event-sourcing/codes';

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

/** Who offers a service (U4). */
export const serviceLevels = codeList('serviceLevel', {
  MUNICIPALITY: same('kommunen'),
  HEALTH_REGION: same('helseregionen'),
});
export const serviceKinds = codeList('serviceKind', {
  HABILITATION: same('habilitering'),
  REHABILITATION: same('rehabilitering'),
  MENTAL_HEALTH: ['psykisk helse og rus', 'psykisk helse og rus'],
  LEARNING_AND_COPING: same('læring og mestring'),
  OTHER: ['annet', 'anna'],
});
/** Whom the unit cooperates with beyond the single person (H10). */
export const partnerKinds = codeList('partnerKind', {
  USER_ORGANISATION: ['brukerorganisasjon', 'brukarorganisasjon'],
  AUTHORITY: ['offentlig myndighet', 'offentleg styresmakt'],
  SPECIALIST_SERVICE: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
  OTHER_MUNICIPALITY: ['en annen kommune', 'ein annan kommune'],
  OTHER: ['annen', 'annan'],
});
