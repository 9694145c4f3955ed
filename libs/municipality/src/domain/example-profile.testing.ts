import { factOf } from '#event-sourcing/testing/spec-of';
import type { AdoptProfile, ProfileData, Settings } from './profile.js';

/** What an invented municipality chooses, and its adoption, for the specs. Today is `specClock.today`, 2 March 2026. */
const municipality = '9999';
export const digest = (letter: string) => letter.repeat(64);

const settings: Settings = {
  name: 'Prøvedal',
  municipalityNumber: '9999',
  language: 'NB',
  unitTerm: 'COORDINATING_UNIT',
  coordinatorTerm: 'COORDINATOR',
  groupTerm: 'GROUP',
  meetingTerm: 'COORDINATION_MEETING',
  items: ['INDIVIDUAL_PLAN'],
  deciderBody: 'KE',
  groupPresupposesPlan: false,
  leaderConcurrence: false,
};
const usual = { settingsDigest: digest('a'), adoptedOn: '2026-03-02' };

/** The first, unless told. */
export const adopted = factOf<'MunicipalityProfileAdopted', ProfileData>('MunicipalityProfileAdopted', {
  ...settings,
  ...usual,
  municipality,
  profileVersion: 1,
});

type Adopting = Settings & Pick<AdoptProfile['data'], 'settingsDigest' | 'adoptedOn'>;

export const intent = {
  /** What differs is of the settings or of their adoption. */
  adopt: ({
    settingsDigest = usual.settingsDigest,
    adoptedOn = usual.adoptedOn,
    ...differs
  }: Partial<Adopting> = {}) => ({
    type: 'AdoptProfile' as const,
    data: { municipality, settings: { ...settings, ...differs }, settingsDigest, adoptedOn },
  }),
};
