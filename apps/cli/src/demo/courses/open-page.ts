import type { Course } from './course.js';
import { longSince } from './course.js';

const admin = { role: 'ADMIN' } as const;

const services = [
  {
    level: 'MUNICIPALITY',
    kind: 'REHABILITATION',
    nameNb: 'Trening og opptrening hjemme',
    nameNn: 'Trening og opptrening heime',
    contact: 'Telefon 00 00 00 01',
  },
  {
    level: 'MUNICIPALITY',
    kind: 'LEARNING_AND_COPING',
    nameNb: 'Mestringskurs for deg og dem du bor med',
    nameNn: 'Meistringskurs for deg og dei du bur med',
    contact: 'Telefon 00 00 00 02',
  },
  {
    level: 'HEALTH_REGION',
    kind: 'HABILITATION',
    nameNb: 'Habilitering for barn og voksne',
    nameNn: 'Habilitering for barn og vaksne',
    provider: 'Helse Eksempel',
    contact: 'Telefon 00 00 00 03',
  },
];

/** What the municipality tells everybody: how its unit is reached, and which services there are. */
export async function tellEverybody(course: Course, host: string, contactFunction: string): Promise<void> {
  await course.settle(
    'open page/card',
    '/v1/contact-cards',
    {
      contactFunction,
      telephone: '00 00 00 00',
      mailbox: `koordinering@${host}.example`,
      openingHours: 'Kl. 9–15',
      postalAddress: 'Rådhuset, 0000 Eksempel',
      unit: 'SERVICE_OFFICE',
      tasks: ['CONTACT_POINT', 'INDIVIDUAL_PLANS', 'APPOINTING', 'INFORMATION'],
      validFrom: longSince,
    },
    admin,
  );
  for (const service of services) {
    const said = { ...service, validFrom: longSince };
    await course.settle(`open page/${service.kind}`, '/v1/services', said, admin);
  }
}
