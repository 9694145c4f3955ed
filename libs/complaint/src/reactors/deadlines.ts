import { derivedId, partsOf, type Reactor } from '#event-sourcing';
import { targetsOf } from '#municipality';
import { subjectOf } from '#subject';
import { complaintDecider } from '../domain/decide.js';
import { complaintEvents } from '../domain/events.js';
import { complaintStream } from '../questions.js';

const name = 'complaint-deadlines';

/** What the deadline of a complaint follows from. */
const telling: readonly string[] = [
  'ComplaintReceived',
  'ComplaintTimelinessAssessed',
  'ComplaintReconsidered',
  'ComplaintForwarded',
  'ComplaintWithdrawn',
];
const heard = new Set([...telling, ...telling.map((type) => `${type}Corrected`), 'RecordedInErrorMarked']);

/** The complaints whose deadline passes when this day begins, or has none set; others among them do no harm. */
export type ComplaintsDue = (tenant: string, day: string) => Promise<readonly string[]>;

/** Notes in each complaint by when it is to be handled, when that day is another, and when it is met, after each step that it follows from; and what has passed when a day begins, so also in a week in which nobody ran. */
export const complaintDeadlines = (complaintsDue: ComplaintsDue): Reactor => ({
  name,
  from: 'now',
  streamPrefixes: [`${complaintEvents.category}-`, 'calendar-'],
  passesOver: new Set(Object.keys(complaintEvents.all).filter((type) => !heard.has(type))),
  async react(event, runner, clock) {
    const { municipality, $correlationId } = event.metadata;
    const parts = partsOf(event.stream);
    const isOfComplaint = parts?.category === complaintEvents.category;
    const dayBegins = event.type === 'DayBegan';
    if (!isOfComplaint && !dayBegins) return;
    if (isOfComplaint) {
      const subject = await subjectOf(runner, municipality, String(event.data['subjectId']));
      if (subject.disposed.length > 0) return;
    }
    const target = await targetsOf(runner, municipality);
    const due = isOfComplaint ? [parts.id] : await complaintsDue(municipality, String(event.data['day']));
    for (const complaintId of due) {
      await runner.run(
        complaintDecider,
        complaintStream(municipality, complaintId),
        {
          type: 'KeepDeadlines',
          data: { dayBegins, target: (receivedOn) => target('COMPLAINT_HANDLED', receivedOn) },
        },
        {
          commandId: derivedId('reactor', name, event.id, complaintId),
          correlationId: $correlationId,
          municipality,
          actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
          at: clock.at(),
          today: clock.today(),
        },
      );
    }
  },
});
