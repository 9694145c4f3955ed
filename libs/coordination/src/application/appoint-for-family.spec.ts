import { caseEvents, caseStream } from '#casework';
import { type CommandContext, CommandRunner, KeyReused } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { subjectEvents, subjectStream } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import { caseId, subjectId } from '../domain/facts.testing.js';
import { proposalRefusals } from '../domain/proposal.js';
import { coordinationStream } from '../questions.js';
import {
  AppointForFamilyCommand,
  AppointForFamilyHandler,
  type FamilyAppointment,
} from './appoint-for-family.js';
import { contextOf, livedLog, plainKeys, tenant } from './log.testing.js';
import { RecordCoordinationStepCommand, RecordCoordinationStepHandler } from './record-coordination-step.js';

const children = [
  { subjectId, caseId },
  { subjectId: 'sibling-2', caseId: 'case-2' },
  { subjectId: 'sibling-3', caseId: 'case-3' },
];

/** Under which keys something is claimed, and for whom. */
function requestClaims() {
  const standing = new Map<string, string>();
  return {
    claim({ commandId }: CommandContext, about: readonly string[]) {
      const claimed = standing.get(commandId) ?? about.join();
      standing.set(commandId, claimed);
      return claimed === about.join() ? Promise.resolve() : Promise.reject(new KeyReused(commandId));
    },
    release({ commandId }: CommandContext) {
      standing.delete(commandId);
      return Promise.resolve();
    },
  };
}

/** Three siblings with consents and granted cases. */
async function family() {
  const log = await livedLog();
  const claims = requestClaims();
  await log.decide('GRANTED');
  for (const { subjectId: child, caseId: of } of children.slice(1)) {
    const about = { caseId: of, subjectId: child };
    await log.record(subjectEvents, subjectStream(tenant, child), {
      type: 'SubjectRegistered',
      data: { subjectId: child, givenName: 'Testolf', familyName: 'Prøvesen', protectedAddress: false },
    });
    await log.record(caseEvents, caseStream(tenant, of), {
      type: 'ApplicationReceived',
      data: {
        ...about,
        items: ['CHILD_COORDINATOR'],
        receivedOn: '2026-01-05',
        channel: 'FORM',
        written: true,
        signed: true,
        applicantRole: 'PARENT',
      },
    });
    await log.record(caseEvents, caseStream(tenant, of), {
      type: 'DecisionMade',
      data: {
        ...about,
        items: [{ item: 'CHILD_COORDINATOR', outcome: 'GRANTED' }],
        decidedBy: 'KE',
        decidedOn: '2026-01-20',
        legalBasis: 'HOL_7_2A',
      },
    });
  }
  const consent = (child: string) =>
    new RecordCoordinationStepHandler(log.runner, plainKeys).execute(
      new RecordCoordinationStepCommand(
        'ConsentGiven',
        { subjectId: child, scopes: ['COORDINATOR'], givenBy: 'PARENT', givenOn: '2026-01-10' },
        contextOf(`consent ${child}`),
      ),
    );
  const appoint = ({
    key = 'family',
    by = log.runner,
    ...differs
  }: Partial<FamilyAppointment> & { key?: string; by?: CommandRunner } = {}) =>
    new AppointForFamilyHandler(by, plainKeys, claims).execute(
      new AppointForFamilyCommand(
        {
          coordinatorId: 'party-7',
          validFrom: '2026-02-02',
          children: children.map((child) => ({ ...child, wishFollowed: 'YES' as const })),
          ...differs,
        },
        contextOf(key),
      ),
    );
  const appointed = async () => {
    const looks = await Promise.all(
      children.map((child) =>
        log.runner.look(coordinationDecider, coordinationStream(tenant, child.subjectId)),
      ),
    );
    return looks.map(({ state }) => state.appointments.map(({ kind, validFrom }) => `${kind} ${validFrom}`));
  };
  return { ...log, consent, appoint, appointed };
}
const each = (of: readonly string[]) => children.map(() => of);
const theOne = ['CHILD 2026-02-02'];

describe('One child coordinator for a family', () => {
  it('is appointed in each child’s own stream, and a repeat appoints nobody anew', async () => {
    const { consent, appoint, appointed } = await family();
    for (const child of children) await consent(child.subjectId);
    const done = await appoint();
    expect(done.children.map((child) => child.subjectId)).toEqual(children.map((child) => child.subjectId));
    expect(new Set(done.children.map(({ appointmentId }) => appointmentId)).size).toBe(3);
    expect(await appointed()).toEqual(each(theOne));
    const again = await appoint();
    expect(again).toMatchObject({ children: done.children, receipt: { repeated: true } });
    expect(await appointed()).toEqual(each(theOne));
  });

  it('is appointed for nobody while one of them would be refused, and the refusal says which', async () => {
    const { consent, appoint, appointed } = await family();
    await consent(subjectId);
    await consent('sibling-2');
    await expect(appoint()).rejects.toMatchObject({
      code: 'coordination/child-refused',
      message: expect.stringMatching(
        /^Nobody was appointed, because of child 3 of 3: No consent to a coordinator/,
      ),
    });
    expect(await appointed()).toEqual(each([]));
    await consent('sibling-3');
    await appoint();
    expect(await appointed()).toEqual(each(theOne));
  });

  it('is appointed for each child once', async () => {
    const { consent, appoint, appointed } = await family();
    await consent(subjectId);
    const twice = [children[0], children[0]].flatMap((child) =>
      child ? [{ ...child, wishFollowed: 'YES' as const }] : [],
    );
    await expect(appoint({ children: twice })).rejects.toMatchObject({ code: 'coordination/child-twice' });
    expect(await appointed()).toEqual(each([]));
  });

  it('is completed by the same command where it stopped after any of the children', async () => {
    for (const stopsAfter of [1, 2]) {
      const { store, codec, consent, appoint, appointed } = await family();
      for (const child of children) await consent(child.subjectId);
      let left = stopsAfter;
      const dying = new Proxy(store, {
        get(target, name) {
          const of: unknown = Reflect.get(target, name);
          if (typeof of !== 'function') return of;
          if (name !== 'append') return of.bind(target) as unknown;
          return (...given: unknown[]) => {
            left -= 1;
            if (left < 0) throw new Error('killed');
            return Reflect.apply(of, target, given) as unknown;
          };
        },
      });
      await expect(appoint({ by: new CommandRunner(dying, codec, plainSealing) })).rejects.toThrow('killed');
      expect((await appointed()).flat()).toHaveLength(stopsAfter);
      const { children: done } = await appoint();
      expect(done).toHaveLength(3);
      expect(await appointed()).toEqual(each(theOne));
    }
  });

  it('leaves the key to a corrected request where the first child is refused after all, and to none where another is', async () => {
    for (const [refused, isFree] of [
      [0, true],
      [1, false],
    ] as const) {
      const { runner, consent, appoint, appointed } = await family();
      for (const child of children) await consent(child.subjectId);
      let left = refused;
      const overtaken = new Proxy(runner, {
        get(target, name) {
          const of: unknown = Reflect.get(target, name);
          if (typeof of !== 'function') return of;
          if (name !== 'run') return of.bind(target) as unknown;
          return (...given: unknown[]) => {
            left -= 1;
            if (left < 0) throw proposalRefusals.refusal('kin');
            return Reflect.apply(of, target, given) as unknown;
          };
        },
      });
      await expect(appoint({ by: overtaken })).rejects.toMatchObject({ code: 'coordination/child-refused' });
      const corrected = appoint({
        children: children.slice(0, 2).map((child) => ({ ...child, wishFollowed: 'YES' as const })),
      });
      if (isFree) await corrected;
      else await expect(corrected).rejects.toThrow(KeyReused);
      expect((await appointed()).flat()).toHaveLength(isFree ? 2 : 1);
    }
  });

  it('is one for each of them, however many ask at once', async () => {
    const { consent, appoint, appointed } = await family();
    for (const child of children) await consent(child.subjectId);
    const asked = await Promise.allSettled(
      Array.from({ length: 32 }, (_, n) => appoint({ key: `family ${n}` })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    expect((await appointed()).every((of) => of.length <= 1)).toBe(true);
    const refusals = asked.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(refusals)).toEqual(new Set(['coordination/child-refused']));
  });
});
