import { specOf } from '#event-sourcing/testing/spec-of';
import type { CorrectionFact } from '#event-sourcing/event';
import { subjectDecider } from './decide.js';
import type { DataOf } from './subject.js';

const { given, stateAfter } = specOf(subjectDecider);
const subjectId = '0b0e3b7e-0000-5000-8000-000000000001';
const reason = 'Skrevet feil.';

const registered = (change: Partial<DataOf<'SubjectRegistered'>> & { readonly id?: string } = {}) => {
  const { id, ...data } = change;
  return {
    type: 'SubjectRegistered' as const,
    data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false, ...data },
    ...(id !== undefined && { id }),
  };
};
const linked = (change: Partial<DataOf<'SubjectIdentityLinked'>> & { readonly id?: string } = {}) => {
  const { id, ...data } = change;
  return {
    type: 'SubjectIdentityLinked' as const,
    data: { subjectId, identityNumber: '12345678901', birthYear: 1990, ...data },
    ...(id !== undefined && { id }),
  };
};
const disposed = (change: Partial<DataOf<'PersonalDataDisposed'>> = {}) => ({
  type: 'PersonalDataDisposed' as const,
  data: {
    subjectId,
    classes: ['PERSON', 'CASE', 'COORDINATION'] as const,
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'CASE_FILE',
    confirmedBy: 'party-1',
    disposedOn: '2026-03-01',
    ...change,
  },
});
const annulled = (corrects: string, id?: string): CorrectionFact & { readonly id?: string } => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, subjectId, reasonCode: 'TYPING_ERROR', reason },
  ...(id !== undefined && { id }),
});
const corrected = (
  type: string,
  corrects: string,
  changed: Readonly<Record<string, unknown>>,
  id?: string,
) => ({
  type: `${type}Corrected` as const,
  data: { corrects, subjectId, changed, reason },
  ...(id !== undefined && { id }),
});

const register = (change: Parameters<typeof registered>[0] = {}) => ({
  ...registered(change),
  type: 'RegisterSubject' as const,
});
const link = (isHeld = false, change: Parameters<typeof linked>[0] = {}, birthDiffers = false) => ({
  type: 'LinkIdentity' as const,
  data: { ...linked(change).data, isHeld, birthDiffers },
});
const dispose = (change: Parameters<typeof disposed>[0] = {}, partyIsKnown = true) => ({
  type: 'DisposePersonalData' as const,
  data: { ...disposed(change).data, partyIsKnown },
});
const correct = (eventId: string, changed: Readonly<Record<string, unknown>>, birthDiffers = false) => ({
  type: 'CorrectSubjectEvent' as const,
  data: { subjectId, eventId, changed, reason, birthDiffers },
});
const annul = (
  eventId: string,
  reasonCode: 'TYPING_ERROR' | 'DUPLICATE' = 'TYPING_ERROR',
  ...restsOn: readonly string[]
) => {
  const restingElsewhere = restsOn.map((id) => ({ eventId: id, type: 'ConsentGiven', stream: 'elsewhere' }));
  return {
    type: 'AnnulSubjectEvent' as const,
    data: { subjectId, eventId, reasonCode, reason, restingElsewhere, birthDiffers: false },
  };
};
/** An annulment after which the record would tell two days of birth. */
const annulDiffering = (eventId: string) => {
  const { type, data } = annul(eventId);
  return { type, data: { ...data, birthDiffers: true } };
};

describe('A registration', () => {
  it('is recorded once', () => {
    given().when(register()).then(registered());
    given(registered())
      .when(register({ givenName: 'Testolf' }))
      .thenNothing();
  });
  it('needs no identity number and no birth date (F21)', () => {
    expect(stateAfter(registered())).toEqual({
      isRegistered: true,
      hasIdentity: false,
      birthYear: undefined,
      disposed: [],
    });
  });
  it.each(['2026-03-03', '1899-12-31'])('is refused with the birth date %s', (birthDate) => {
    given().when(register({ birthDate })).thenRejected('subject/impossible-birth-date');
  });
  it.each(['2026-03-02', '1900-01-01'])('takes the birth date %s', (birthDate) => {
    given().when(register({ birthDate })).then(registered({ birthDate }));
  });
});

describe('An identity number that came later', () => {
  it('is linked to the person, with the birth year it tells', () => {
    given(registered()).when(link()).then(linked());
    expect(stateAfter(registered({ birthYear: 1991 }), linked())).toMatchObject({
      hasIdentity: true,
      birthYear: 1990,
    });
  });
  it('leaves the birth year that is known where it tells none', () => {
    expect(stateAfter(registered({ birthYear: 1991 }), linked({ birthYear: undefined })).birthYear).toBe(
      1991,
    );
  });
  it('is linked once, and is the only one', () => {
    for (const person of [[registered(), linked()], [registered({ identityNumber: '12345678901' })]]) {
      given(...person)
        .when(link(true))
        .thenNothing();
      given(...person)
        .when(link(false))
        .thenRejected('subject/has-identity');
    }
  });
  it('is refused for a person who is not there, and with an impossible birth date', () => {
    given().when(link()).thenRejected('subject/no-such-subject');
    given(registered())
      .when(link(false, { birthDate: '2030-01-01' }))
      .thenRejected('subject/impossible-birth-date');
  });
  it('is refused when it tells another day of birth than the record', () => {
    given(registered({ birthDate: '2015-05-17' }))
      .when(link(false, {}, true))
      .thenRejected('subject/birth-date-differs');
    given(registered(), linked())
      .when(link(false, {}, true))
      .thenRejected('subject/has-identity');
  });
  it('may be linked again after a wrong one was annulled', () => {
    given(registered(), linked({ id: 'x' }), annulled('x'))
      .when(link())
      .then(linked());
  });
});

describe('A disposal', () => {
  it('is recorded once', () => {
    given(registered()).when(dispose()).then(disposed());
    given(registered(), disposed()).when(dispose()).thenNothing();
  });
  it('records only classes that are not disposed of yet', () => {
    given(registered(), disposed({ classes: ['CASE'] }))
      .when(dispose({ classes: ['CASE', 'PERSON', 'PERSON'] }))
      .then(disposed({ classes: ['PERSON'] }));
  });
  it('is refused for nobody, of nothing, and ahead of today', () => {
    given().when(dispose()).thenRejected('subject/no-such-subject');
    given(registered())
      .when(dispose({ classes: [] }))
      .thenRejected('subject/no-classes');
    given(registered())
      .when(dispose({ disposedOn: '2026-03-03' }))
      .thenRejected('subject/date-ahead');
  });
  it('is confirmed by a party that the municipality knows', () => {
    given(registered())
      .when(dispose({ confirmedBy: 'Kari' }, false))
      .thenRejected('subject/unknown-party');
  });
  it('is the last that is recorded of a person', () => {
    const person = [registered({ id: 'x' }), disposed({ classes: ['CASE'] })];
    for (const intent of [link(), correct('x', { givenName: 'Testolf' }), annul('e1')]) {
      given(...person)
        .when(intent)
        .thenRejected('subject/disposed');
    }
    given(registered(), disposed()).when(register()).thenRejected('subject/disposed');
  });
  it('leaves a person known by the number until that is disposed of too', () => {
    given(registered(), disposed({ classes: ['CASE'] }))
      .when(register())
      .thenNothing();
  });
});

describe('A correction of a person', () => {
  it('puts names, dates and protection right', () => {
    const changed = {
      familyName: 'Prøvestad',
      birthDate: '1990-05-17',
      birthYear: 1990,
      protectedAddress: true,
    };
    given(registered({ id: 'x' }))
      .when(correct('x', changed))
      .then(corrected('SubjectRegistered', 'x', changed));
    expect(stateAfter(registered({ id: 'x' }), corrected('SubjectRegistered', 'x', changed)).birthYear).toBe(
      1990,
    );
  });
  it('takes a birth year alone only where there is no date', () => {
    const changed = { birthYear: 1992 };
    given(registered({ id: 'x', birthYear: 1990 }))
      .when(correct('x', changed))
      .then(corrected('SubjectRegistered', 'x', changed));
    given(registered({ id: 'x', birthYear: 1990, birthDate: '1990-05-17' }))
      .when(correct('x', changed))
      .thenRejected('subject/year-of-date');
  });
  it('takes the birth year that has begun, and none after it', () => {
    given(registered({ id: 'x', birthYear: undefined }))
      .when(correct('x', { birthYear: 2026 }))
      .then(corrected('SubjectRegistered', 'x', { birthYear: 2026 }));
    given(registered({ id: 'x', birthYear: undefined }))
      .when(correct('x', { birthYear: 2027 }))
      .thenRejected('subject/impossible-birth-year');
    given(registered({ id: 'x', birthYear: undefined }))
      .when(correct('x', { birthYear: 2100 }))
      .thenRejected('subject/impossible-birth-year');
  });
  it('puts a wrong identity number right where it was recorded', () => {
    const changed = { identityNumber: '10987654321' };
    given(registered(), linked({ id: 'x' }))
      .when(correct('x', changed))
      .then(corrected('SubjectIdentityLinked', 'x', changed));
    given(registered({ id: 'x' }), linked())
      .when(correct('x', changed))
      .thenRejected('subject/has-identity');
    for (const person of [
      [registered({ id: 'x' })],
      [registered({ id: 'x' }), linked({ id: 'wrong' }), annulled('wrong')],
    ]) {
      given(...person)
        .when(correct('x', changed))
        .then(corrected('SubjectRegistered', 'x', changed));
    }
  });
  it('brings no number into a registration that was freed of one, once another was linked', () =>
    given(
      registered({ id: 'x', identityNumber: '12345678901' }),
      corrected('SubjectRegistered', 'x', { identityNumber: null }),
      linked({ identityNumber: '10987654321' }),
    )
      .when(correct('x', { identityNumber: '12345678902' }))
      .thenRejected('subject/has-identity'));
  it('clears the year that followed from a date together with it, unless another year is told', () => {
    const person = registered({ id: 'x', birthDate: '1990-05-17', birthYear: 1990 });
    const cleared = { birthYear: null, birthDate: null };
    given(person)
      .when(correct('x', { birthDate: null }))
      .then(corrected('SubjectRegistered', 'x', cleared));
    expect(stateAfter(person, corrected('SubjectRegistered', 'x', cleared)).birthYear).toBeUndefined();
    const told = { birthDate: null, birthYear: 1991 };
    given(person)
      .when(correct('x', told))
      .then(corrected('SubjectRegistered', 'x', told));
    given(registered({ id: 'x', birthYear: 1990 }))
      .when(correct('x', { birthDate: null, givenName: 'Testolf' }))
      .then(corrected('SubjectRegistered', 'x', { birthDate: null, givenName: 'Testolf' }));
  });
  it('puts a name right also where a number came later, and a year where the date was emptied', () => {
    given(registered({ id: 'x' }), linked())
      .when(correct('x', { givenName: 'Testolf' }))
      .then(corrected('SubjectRegistered', 'x', { givenName: 'Testolf' }));
    given(
      registered({ id: 'x', birthDate: '1990-05-17' }),
      corrected('SubjectRegistered', 'x', { birthDate: null }),
    )
      .when(correct('x', { birthYear: 1991 }))
      .then(corrected('SubjectRegistered', 'x', { birthYear: 1991 }));
  });
  it('is refused where number and date would tell two days of birth', () => {
    given(registered({ id: 'x', identityNumber: '12345678901' }))
      .when(correct('x', { birthDate: '2015-05-17' }, true))
      .thenRejected('subject/birth-date-differs');
  });
  it.each([
    ['an id', { subjectId: 'somebody-else' }, 'changed.subjectId'],
    ['a field that the event has not', { nickname: 'Testa' }, 'changed.nickname'],
    ['a value of another kind', { protectedAddress: 'yes' }, 'changed.protectedAddress'],
    ['a year that is none', { birthYear: '1990' }, 'changed.birthYear'],
    ['a year that nobody can be born in', { birthYear: 2_147_483_648 }, 'changed.birthYear'],
    ['a day that is none', { birthDate: '1990-02-30' }, 'changed.birthDate'],
    ['to no name', { givenName: null }, 'changed.givenName'],
    ['nothing', {}, 'changed'],
  ])('cannot change %s', (_, changed, path) => {
    const outcome = given(registered({ id: 'x' })).when(correct('x', changed));
    expect(() => outcome.facts()).toThrow(`cannot be recorded: ${path} `);
  });
  it('empties what a registration may lack', () => {
    const person = registered({
      id: 'x',
      identityNumber: '12345678901',
      birthDate: '1990-05-17',
      birthYear: 1990,
    });
    const changed = { identityNumber: null, birthDate: null, birthYear: null };
    given(person)
      .when(correct('x', changed))
      .then(corrected('SubjectRegistered', 'x', changed));
    expect(stateAfter(person, corrected('SubjectRegistered', 'x', changed))).toMatchObject({
      hasIdentity: false,
      birthYear: undefined,
    });
    given(person, corrected('SubjectRegistered', 'x', changed, 'y'))
      .when(annul('y'))
      .thenRejected('subject/identity-not-restored');
    given(person, corrected('SubjectRegistered', 'x', changed))
      .when(link())
      .then(linked());
  });
  it('records nothing where the event reads so already', () => {
    given(registered({ id: 'x', birthYear: 1990 }))
      .when(correct('x', { birthYear: 1990, protectedAddress: false, birthDate: null }))
      .thenNothing();
  });
  it('needs an event that is there and a day that can be', () => {
    given(registered())
      .when(correct('nowhere', { givenName: 'Testolf' }))
      .thenRejected('subject/no-such-event');
    given()
      .when(correct('nowhere', { givenName: 'Testolf' }))
      .thenRejected('subject/no-such-subject');
    given(registered({ id: 'x' }))
      .when(correct('x', { birthDate: '2030-01-01' }))
      .thenRejected('subject/impossible-birth-date');
    given(registered(), linked({ id: 'x' }), annulled('x', 'y'))
      .when(correct('y', { reasonCode: 'OTHER' }))
      .thenRejected('subject/not-correctable');
  });
});

describe('An annulment about a person', () => {
  it('takes a linked number or a correction back', () => {
    given(registered(), linked({ id: 'x' }))
      .when(annul('x'))
      .then(annulled('x'));
    given(registered({ id: 'x' }), corrected('SubjectRegistered', 'x', { givenName: 'Testolf' }, 'y'))
      .when(annul('y'))
      .then(annulled('y'));
  });
  it('takes a registration back only where it is one too many', () => {
    given(registered({ id: 'x' }))
      .when(annul('x'))
      .thenRejected('subject/registration-stands');
    given(registered({ id: 'x' }))
      .when(annul('x', 'DUPLICATE'))
      .then({ ...annulled('x'), data: { ...annulled('x').data, reasonCode: 'DUPLICATE' } });
    expect(stateAfter(registered({ id: 'x' }), annulled('x')).isRegistered).toBe(false);
  });
  it('takes no registration back that holds a number, or on which something rests', () => {
    given(registered({ id: 'x', identityNumber: '12345678901' }))
      .when(annul('x', 'DUPLICATE'))
      .thenRejected('subject/has-identity');
    given(registered({ id: 'x' }), linked())
      .when(annul('x', 'DUPLICATE'))
      .thenRejected('subject/has-identity');
    given(registered({ id: 'x' }))
      .when(annul('x', 'DUPLICATE', 'consent-1', 'plan-1'))
      .thenRejected('subject/rests-on', ['consent-1', 'plan-1']);
  });
  it('of a registration can itself be annulled, and the person is there again', () => {
    given(registered({ id: 'x' }), annulled('x', 'y'))
      .when(annul('y'))
      .then(annulled('y'));
    given(registered({ id: 'x' }), annulled('x'))
      .when(link())
      .thenRejected('subject/no-such-subject');
  });
  it('of a registration leaves the data to be disposed of', () => {
    given(registered({ id: 'x' }), annulled('x'))
      .when(dispose())
      .then(disposed());
  });
  it('brings back a correction that changed no number', () => {
    const named = corrected('SubjectRegistered', 'x', { givenName: 'Testolf' }, 'y');
    given(registered({ id: 'x' }), named, annulled('y', 'z'))
      .when(annul('z'))
      .then(annulled('z'));
  });
  it('never brings back a number', () => {
    given(registered(), linked({ id: 'x' }), annulled('x', 'y'))
      .when(annul('y'))
      .thenRejected('subject/identity-not-restored');
    given(
      registered({ id: 'x' }),
      corrected('SubjectRegistered', 'x', { identityNumber: '10987654321' }, 'y'),
    )
      .when(annul('y'))
      .thenRejected('subject/identity-not-restored');
  });
  it('brings back no birth date beside another', () => {
    const dated = corrected('SubjectRegistered', 'x', { birthDate: '1982-01-07', birthYear: 1982 }, 'y');
    given(registered({ id: 'x', birthDate: '1999-01-01' }), dated, linked())
      .when(annulDiffering('y'))
      .thenRejected('subject/birth-date-differs');
    given(registered(), linked({ id: 'x' }))
      .when(annulDiffering('x'))
      .then(annulled('x'));
  });
  it('is refused for what is annulled already', () => {
    given(registered(), linked({ id: 'x' }), annulled('x'))
      .when(annul('x'))
      .thenRejected('subject/already-annulled');
  });
});
