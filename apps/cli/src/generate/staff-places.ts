import { RecordPartyStepCommand, RegisterPartyCommand } from '#municipality/application/index';
import type { Member, Tell } from './board-seats.js';

interface Telling {
  readonly day: string;
  readonly tell: Tell;
  readonly made: (what: string) => string;
}

/** So long somebody stays who leaves. */
const years = 2;

/**
 * In which unit each of the staff works: those of the coordinating unit as its caseworkers, the first as its leader; of every other unit somebody sits in it, the
 * first of these with a substitute. One more stays for a while alone, and nobody's life knows them.
 */
export async function placed(staff: readonly Member[], { day, tell, made }: Telling): Promise<void> {
  const record = (what: string, step: 'StaffEngaged' | 'SubstituteNamed' | 'EngagementEnded', data: object) =>
    tell(what, data, (context) => new RecordPartyStepCommand(step, data as never, context));
  const engage = (what: string, partyId: string, place: object) =>
    record(what, 'StaffEngaged', { partyId, engagementId: made(what), engagedFrom: day, ...place });
  for (const [index, { partyId, unit }] of staff.entries()) {
    const role = unit !== 'KE' ? 'SPECIALIST' : index === 0 ? 'LEADER' : 'CASEWORKER';
    await engage(`place ${index}`, partyId, { unit, role });
  }
  const units = [...new Set(staff.map(({ unit }) => unit))].filter((unit) => unit !== 'KE');
  const members = units.flatMap((unit) => staff.find((member) => member.unit === unit) ?? []);
  for (const { partyId, unit } of members) {
    await engage(`member of ${unit}`, partyId, { unit: 'KE', role: 'MEMBER', represents: unit });
  }
  const [stoodInFor] = members;
  const substitute = staff.findLast(
    ({ partyId, unit }) => unit === stoodInFor?.unit && partyId !== stoodInFor.partyId,
  );
  if (stoodInFor && substitute) {
    await record('substitute', 'SubstituteNamed', {
      partyId: stoodInFor.partyId,
      engagementId: made(`member of ${stoodInFor.unit}`),
      substituteId: substitute.partyId,
      substitutesFrom: day,
    });
  }
  const leaver = { kind: 'STAFF', name: 'Prøve Fratrådt', unit: 'KE' } as const;
  const partyId = made('leaver');
  await tell('leaver', leaver, (context) => new RegisterPartyCommand({ ...leaver, partyId }, context));
  await engage('place of the leaver', partyId, { unit: 'KE', role: 'CASEWORKER' });
  await record('end of the leaver', 'EngagementEnded', {
    partyId,
    engagementId: made('place of the leaver'),
    endedOn: `${Number(day.slice(0, 4)) + years}-12-31`,
  });
}
