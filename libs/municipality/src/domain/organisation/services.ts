import { codeOf, dayToCome, idOf, newId, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { serviceKinds, serviceLevels } from './codes.js';
import { ended } from './organisation.js';
import { about, own, step } from './step.js';

export const serviceRefusals = refusals('municipality', {
  'no-such-service': ['There is no such service.', 'Tjenesten finnes ikke.', 'Tenesta finst ikkje.'],
  'already-withdrawn': [
    'This service is withdrawn already.',
    'Denne tjenesten er allerede tatt ut.',
    'Denne tenesta er alt teken ut.',
  ],
  'date-order.service': [
    'A service is withdrawn on or after the day from which it is offered.',
    'En tjeneste tas ut samme dag som den tilbys fra, eller senere.',
    'Ei teneste blir teken ut same dagen som ho blir tilboden frå, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = serviceRefusals;

/** A service that people may be helped by, of the municipality or the health region, with whom to turn to (U4, U22). */
const serviceListed = step(
  'ServiceListed',
  v1(
    {
      ...about,
      serviceId: newId('service'),
      validFrom: dayToCome(),
      level: codeOf(serviceLevels),
      kind: codeOf(serviceKinds),
      nameNb: personal.text({ ...own, max: 200 }),
      nameNn: personal.text({ ...own, max: 200 }),
      /** Who runs it. */
      provider: optional(personal.text({ ...own, max: 200 })),
      contact: personal.text({ ...own, max: 500 }),
    },
    { occurs: 'validFrom' },
  ),
  {
    evolve: (state, { serviceId, validFrom }) => ({
      ...state,
      services: [...state.services, { id: serviceId, validFrom, endedOn: undefined }],
    }),
  },
);

const serviceWithdrawn = step(
  'ServiceWithdrawn',
  v1(
    {
      ...about,
      serviceId: idOf('service'),
      withdrawnOn: dayToCome(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    check({ services }, { serviceId, withdrawnOn }) {
      const service = services.find(({ id }) => id === serviceId);
      if (!service) throw refusal('no-such-service');
      refuseIf(service.endedOn !== undefined, 'already-withdrawn');
      inOrder(service.validFrom, withdrawnOn, 'date-order.service');
    },
    evolve: (state, { serviceId, withdrawnOn }) => ({
      ...state,
      services: ended(state.services, serviceId, withdrawnOn),
    }),
  },
);

export const serviceSteps = [serviceListed, serviceWithdrawn] as const;
