import type { DemoAddress } from '../client.js';
import { alesund } from './alesund.js';
import { waysOf } from '../visited.js';
import { aure } from './aure.js';
import { complaining, courseOfComplaint } from './complaining.js';
import { Course } from './course.js';
import { folldal } from './folldal.js';
import { hamar } from './hamar.js';
import { ownWork } from './own-work.js';
import { stranda } from './stranda.js';

/** Each municipality's own procedure, by the name of its profile. */
const courses = {
  hamar: { municipality: '3403', play: hamar },
  alesund: { municipality: '1508', play: alesund },
  aure: { municipality: '1576', play: aure },
  stranda: { municipality: '1525', play: stranda },
  folldal: { municipality: '3429', play: folldal },
} as const;

export type CourseName = keyof typeof courses;
export const courseNames = Object.keys(courses) as readonly CourseName[];

/** Plays one person's way through the procedure, from the first telephone call to the end of the case, and another's to a complaint, and tells both histories. */
export async function playCourse(
  at: DemoAddress,
  name: CourseName,
  today: string,
): Promise<{ readonly municipality: string; readonly trail: readonly string[] }> {
  const { municipality, play } = courses[name];
  const course = new Course(at, municipality, today);
  await ownWork(course);
  await play(course);
  const ways = waysOf(municipality);
  const complaint = courseOfComplaint(at, ways, today);
  await complaining(complaint, ways);
  return { municipality, trail: [...(await course.trail()), '', ...(await complaint.trail())] };
}
