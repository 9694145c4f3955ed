import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { aure, decided, fact, intent } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const today = '2026-03-02';
const ahead = '2026-03-03';

describe('opening a case with a need', () =>
  rows(intent.notifyNeed, [
    ['is recorded (U10)', [], {}, [fact.need()]],
    ['needs a person who is registered', [], { subject: 'UNKNOWN' }, 'no-such-subject'],
    ['needs a person whose data are there still', [], { subject: 'DISPOSED' }, 'subject-disposed'],
    ['is refused where a need has opened it', [fact.need()], {}, 'case-already-open'],
    ['is refused where an application has opened it', [fact.application()], {}, 'case-already-open'],
    ['has happened', [], { notifiedOn: ahead }, 'date-ahead'],
    ['tells of an information that has been given', [], { informedOn: ahead }, 'date-ahead'],
  ]));

describe('opening a case with an application', () => {
  const oral = { signed: false, written: false, channel: 'PHONE' } as const;
  rows(intent.receive, [
    ['is recorded', [], {}, [fact.application()]],
    ['takes one without signature, in whatever form it came (S7, U11)', [], oral, [fact.application(oral)]],
    ['needs a person who is registered', [], { subject: 'UNKNOWN' }, 'no-such-subject'],
    ['needs a person whose data are there still', [], { subject: 'DISPOSED' }, 'subject-disposed'],
    ['is refused in a case that is there', [fact.need()], {}, 'case-already-open'],
    ['may be on the day of recording', [], { receivedOn: today }, [fact.application({ receivedOn: today })]],
    ['has happened', [], { receivedOn: ahead }, 'date-ahead'],
    ['is in a year that can be', [], { receivedOn: '0026-02-03' }, 'date-too-early'],
  ]);
});

describe('the items of an application', () => {
  const offering = (...items: readonly (typeof aure.items)[number][]) => ({ ...aure, items });
  const right = (item: (typeof aure.items)[number]) =>
    [
      `may be ${item} in any municipality: a profile takes no right away`,
      [],
      { items: [item], profile: offering('GROUP') },
      [fact.application({ items: [item] })],
    ] as const;
  rows(intent.receive, [
    ['are at least one', [], { items: [] }, 'no-items'],
    ['are named once each', [], { items: ['GROUP', 'GROUP'] }, 'item-twice'],
    [
      'are among those that the municipality offers, where the law gives no right',
      [],
      { items: ['GROUP'], profile: offering('INDIVIDUAL_PLAN') },
      'item-not-offered',
    ],
    right('INDIVIDUAL_PLAN'),
    right('COORDINATOR'),
    right('CHILD_COORDINATOR'),
    ['are not known to be offered before a profile is adopted', [], { profile: undefined }, 'no-profile'],
  ]);
});

describe('an application that joins a case', () => {
  const later = { receivedOn: '2026-02-25' };
  const declined = fact.need({ subjectWishes: 'NO' });
  const received = [fact.application()];
  const withdrawn = [fact.application(), fact.withdrawal()];
  rows(
    (differs: Parameters<typeof intent.receive>[0]) => intent.receive({ joins: true, ...differs }),
    [
      ['keeps its own received date', [fact.need()], later, [fact.application(later)]],
      ['is received although the person had declined the need', [declined], {}, [fact.application()]],
      ['is refused where there is no case', [], {}, 'no-such-case'],
      ['is refused where one was received', received, {}, 'application-already-received'],
      ['is refused where one was withdrawn', withdrawn, {}, 'application-already-received'],
      ['is refused where one was decided', decided, {}, 'application-already-received'],
    ],
  );
});
