import { codeOf, idOf, list, localDate, newId, optional, personal, v1 } from '#event-sourcing/event';
import { targetGroups } from '#vocabulary';
import { about, own } from '../about.js';
import { materialForms } from '../codes.js';
import { withdrawn } from './state.js';
import { goingOn, step, topicRefusals } from './step.js';

const { refusal, refuseIf } = topicRefusals;
const name = () => personal.text({ ...own, max: 200 });

/** What people are informed by, for everybody to find (H8, U22). */
const materialPublished = step(
  'InformationMaterialPublished',
  v1(
    {
      ...about,
      materialId: newId('material'),
      form: codeOf(materialForms),
      nameNb: name(),
      nameNn: name(),
      audiences: list(codeOf(targetGroups)),
      /** Where it is got: an address on the web, or a place. */
      location: personal.text({ ...own, max: 500 }),
      publishedOn: localDate(),
    },
    { occurs: 'publishedOn' },
  ),
  {
    check: (_, { audiences }) => refuseIf(audiences.length === 0, 'no-audience.material'),
    evolve: (state, { materialId: id, publishedOn: since }) => ({
      ...state,
      materials: [...state.materials, { id, since, withdrawnOn: undefined }],
    }),
  },
);

const materialWithdrawn = step(
  'InformationMaterialWithdrawn',
  v1(
    {
      ...about,
      materialId: idOf('material'),
      withdrawnOn: localDate(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    check({ materials }, { materialId, withdrawnOn }) {
      const found = materials.find(({ id }) => id === materialId);
      if (!found) throw refusal('no-such-material');
      goingOn(found, withdrawnOn);
    },
    evolve: (state, { materialId, withdrawnOn }) => ({
      ...state,
      materials: withdrawn(state.materials, materialId, withdrawnOn),
    }),
  },
);

export const materialSteps = [materialPublished, materialWithdrawn] as const;
