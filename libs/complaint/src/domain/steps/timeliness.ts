import {
  codeOf,
  dayToCome,
  flag,
  id,
  list,
  localDate,
  optional,
  personal,
  record,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { SaidIn } from '#event-sourcing/step';
import { items } from '#vocabulary';
import {
  complaintRules,
  deliveryKinds,
  latenessGrounds,
  timelinessOutcomes,
  timelinessVerdicts,
} from '../codes.js';
import { changed, hasPeriod } from '../complaint.js';
import { courseRefusals, received } from '../course.js';
import { about, of, step } from '../step.js';
import { isPartlyLate, isWhollyLate, timelinessOf } from '../timeliness.js';

export const timelinessRefusals = refusals('complaint', {
  'no-period': [
    'This complaint is about nothing that a period to complain runs of: there is nothing to assess, it is in time.',
    'Denne klagen gjelder ikke noe det løper en klagefrist for: det er ikke noe å vurdere, den er i tide.',
    'Denne klaga gjeld ikkje noko det går ein klagefrist for: det er ikkje noko å vurdere, ho er i tide.',
  ],
  'is-late': [
    'By what is recorded it came too late. Record how the decision arrived if that is not known right, or assess fvl § 31.',
    'Etter det som er registrert, kom klagen for sent. Registrer hvordan avgjørelsen kom fram hvis det ikke er riktig, eller vurder fvl. § 31.',
    'Etter det som er registrert, kom klaga for seint. Registrer korleis avgjerda kom fram om det ikkje er rett, eller vurder fvl. § 31.',
  ],
  'is-in-time': [
    'By what is recorded it came in time, or it is not proven that it did not: it is not late. An assumption is read in the complainant’s favour.',
    'Etter det som er registrert, kom klagen i tide, eller det er ikke bevist at den ikke gjorde det: den er ikke for sen. En antakelse leses til klagerens fordel.',
    'Etter det som er registrert, kom klaga i tide, eller det er ikkje bevist at ho ikkje gjorde det: ho er ikkje for sein. Det ein går ut frå, blir lese til fordel for klagaren.',
  ],
  'is-in-time.partly': [
    'Part of this complaint came in time: it is not dismissed. Accept what came too late, or assess fvl § 31.',
    'En del av denne klagen kom i tide: den avvises ikke. Behandle også det som kom for sent, etter fvl. § 31.',
    'Ein del av denne klaga kom i tide: ho blir ikkje avvist. Behandle òg det som kom for seint, etter fvl. § 31.',
  ],
  'ground-missing': [
    'What came too late and is taken up says on which ground of fvl § 31.',
    'En klage som kom for sent og likevel behandles, oppgir grunnen etter fvl. § 31.',
    'Ei klage som kom for seint og likevel blir behandla, oppgir grunnen etter fvl. § 31.',
  ],
  'reason-missing': [
    'Say why a complaint that came too late is taken up or dismissed.',
    'Oppgi hvorfor en klage som kom for sent, behandles eller avvises.',
    'Oppgi kvifor ei klage som kom for seint, blir behandla eller avvist.',
  ],
  'as-computed': [
    'Deadlines follow from what is recorded, and are not corrected. Mark the assessment as recorded in error, and assess anew.',
    'Frister følger av det som er registrert, og rettes ikke. Merk vurderingen som feilregistrert, og vurder på nytt.',
    'Fristar følgjer av det som er registrert, og blir ikkje retta. Merk vurderinga som feilregistrert, og vurder på nytt.',
  ],
  'on-other-facts': [
    'When the complaint was sent, or grounds arrived, is not what was assessed. Assess anew.',
    'Når klagen ble sendt, eller begrunnelsen kom fram, er ikke det som ble vurdert. Vurder på nytt.',
    'Når klaga vart send, eller grunngivinga kom fram, er ikkje det som vart vurdert. Vurder på nytt.',
  ],
  'reconsidered-already': [
    'The municipality has reconsidered this complaint: it has taken it up.',
    'Kommunen har vurdert denne klagen på nytt: den er tatt til behandling.',
    'Kommunen har vurdert denne klaga på nytt: ho er teken til behandling.',
  ],
});
const { refuseIf } = timelinessRefusals;

const assessed = v1(
  {
    ...about,
    assessedOn: localDate(),
    /** What a person finds; nothing is dismissed by itself. */
    outcome: codeOf(timelinessOutcomes),
    ground: optional(codeOf(latenessGrounds)),
    reason: optional(personal.text(of)),
    /** When the complainant says the decision arrived, where that is later than is assumed. */
    statedOn: optional(localDate()),
    // From here on what the rules of deadlines were asked, and what they answered.
    decisionMadeOn: optional(localDate()),
    lodgedOn: localDate(),
    deliveries: list(
      record({
        kind: codeOf(deliveryKinds),
        on: optional(localDate()),
        statedOn: optional(localDate()),
      }),
    ),
    grounds: list(record({ requestedOn: localDate(), arrivedOn: optional(localDate()), isComplete: flag() })),
    deadlines: list(
      record({
        item: codeOf(items),
        rule: codeOf(complaintRules),
        version: id(),
        dueOn: optional(dayToCome()),
        limitOn: optional(dayToCome()),
        isAssumed: flag(),
        verdict: codeOf(timelinessVerdicts),
      }),
    ),
  },
  { occurs: 'assessedOn' },
);
const computed = ['statedOn', 'decisionMadeOn', 'lodgedOn', 'deliveries', 'grounds', 'deadlines'] as const;
type Said = Omit<
  SaidIn<typeof assessed.fields, typeof about>,
  Exclude<(typeof computed)[number], 'statedOn'>
>;

/**
 * Somebody assessed whether the complaint came in time, by what is known of how the decision arrived and when the complaint was sent. One that was
 * dismissed may be assessed anew, as after a complaint about that.
 */
const timelinessAssessed = step('ComplaintTimelinessAssessed', assessed, {
  in: received,
  check(state, { outcome, ground, reason, deadlines, lodgedOn, grounds }) {
    refuseIf(!hasPeriod(state), 'no-period');
    refuseIf(state.reconsidered !== undefined, 'reconsidered-already');
    courseRefusals.refuseIf(state.forwardedOn !== undefined, 'already-forwarded');
    const known = timelinessOf(state, {}, undefined);
    const isSame = known.lodgedOn === lodgedOn && JSON.stringify(known.grounds) === inOneOrder(grounds);
    refuseIf(!isSame, 'on-other-facts');
    refuseIf(outcome === 'IN_TIME' && isPartlyLate(deadlines), 'is-late');
    refuseIf(outcome !== 'IN_TIME' && !isPartlyLate(deadlines), 'is-in-time');
    refuseIf(outcome === 'LATE_REJECTED' && !isWhollyLate(deadlines), 'is-in-time.partly');
    refuseIf(outcome === 'LATE_ACCEPTED' && ground === undefined, 'ground-missing');
    refuseIf(outcome !== 'IN_TIME' && reason === undefined, 'reason-missing');
  },
  admit: (said, _, standing) =>
    refuseIf(standing !== undefined && computed.some((name) => said[name] !== undefined), 'as-computed'),
  decide(said: Said, { state, asked }, fact) {
    const came = received(state, said.assessedOn);
    return [fact({ ...said, ...timelinessOf(came, asked, said.statedOn) })];
  },
  evolve: (state, { outcome, assessedOn }) => changed(state, () => ({ assessed: { outcome, assessedOn } })),
});

/** As they are computed: what is read back may name its fields in another order. */
const inOneOrder = (
  grounds: readonly {
    readonly requestedOn: string;
    readonly arrivedOn?: string | undefined;
    readonly isComplete: boolean;
  }[],
) =>
  JSON.stringify(
    grounds.map(({ requestedOn, arrivedOn, isComplete }) => ({
      requestedOn,
      ...(arrivedOn !== undefined && { arrivedOn }),
      isComplete,
    })),
  );

export const timelinessSteps = [timelinessAssessed] as const;
