/** What one municipality's pages ask of the unit's software, in short; `lacks` says what of it does not hold yet. */
export interface Requirement {
  readonly what: string;
  readonly lacks?: string;
}

const requirement = (what: string, lacks?: string): Requirement => ({
  what,
  ...(lacks !== undefined && { lacks }),
});

const hamar = {
  H1: requirement('One personal coordinator, responsible, and the person’s contact: shown to the person'),
  H2: requirement('Appointed together with the provider’s nearest leader, whose objection somebody settles'),
  H3: requirement('As far as possible after the person’s wish; the reason where not'),
  H4: requirement('A group as needed in the work with the plan; members come and go'),
  H5: requirement('Meetings discuss main goals and milestones'),
  H6: requirement('A contact card: place, telephone, shared mailbox'),
  H7: requirement('One point of contact for users and partners; not every enquiry becomes a case'),
  H8: requirement('Training, guidance, information'),
  H9: requirement('An overview of plans and coordinators'),
  H10: requirement('Cooperation with user organisations and authorities, with a log of contacts'),
  H11: requirement('Reports to the leadership forum: offers, progress, challenges, costly needs'),
  H12: requirement('A lean plan; each entry has an author'),
  H13: requirement('Users, kin, municipal and outside providers take part and ask'),
};

const alesund = {
  A1: requirement(
    'Two criteria, need over time and coordinated services, assessed apart; no threshold in months',
  ),
  A2: requirement('The coordinator sees to follow-up and progress; what is overdue shows'),
  A3: requirement('The coordinator clarifies the start of the plan with the person'),
  A4: requirement('A coordinator without a plan is possible; the person chooses'),
  A5: requirement('Goals, wishes, what matters, who is involved from which sector'),
  A6: requirement('Sub-plans are linked, or attached with consent'),
  A7: requirement('Only one plan'),
  A8: requirement('The unit is responsible for plans and for appointing, training and guiding'),
  A9: requirement('The unit sits where the municipality says'),
  A10: requirement('The unit assesses who is entitled'),
  A11: requirement('Meetings: person and coordinator always, others when a matter calls for it'),
  A12: requirement('Several ways to organise; no forced flow'),
  A13: requirement('Law is cited with what replaced it'),
  A14: requirement('Letters and brochures in plain language'),
};

const aure = {
  U1: requirement('One may apply for plan, group and coordinator; each is answered, by its own legal basis'),
  U2: requirement('A form with a consent statement; no sharing without consent'),
  U3: requirement('A current contact card'),
  U4: requirement('An overview of habilitation and rehabilitation in municipality and health region'),
  U5: requirement('One address for individuals, internal and external partners'),
  U6: requirement('Participation, in a context that has meaning to the person'),
  U7: requirement('Continuity whoever is responsible: handover keeps plan and history, a gap is noticed'),
  U8: requirement('Members of the unit by role and unit, with substitutes and dates'),
  U9: requirement('Meetings at least every sixth month, with standing items and the overview of plans'),
  U10: requirement('Whoever meets a need informs, and notifies if the person wants it'),
  U11: requirement('The service office refers to a contact person of the unit'),
  U12: requirement(
    'Information on rights is given; application and answer in writing; the right to complain is told',
  ),
  U13: requirement('Competent staff map the need as it arrives'),
  U14: requirement('Otherwise somebody is appointed to map, also before any application'),
  U15: requirement('Relevant professionals are called to a meeting of the unit; the answer is written'),
  U16: requirement('Any positive answer: a coordinator is appointed as well'),
  U17: requirement('No fixed dates, but statutory reply deadlines are kept'),
  U18: requirement('Meetings on adults right after the Tuesday intake meeting where possible'),
  U19: requirement('The procedure itself is a versioned document'),
  U20: requirement('Disagreement on handling or placement: the municipal director decides'),
  U21: requirement('Participation of users for individuals and in the system'),
  U22: requirement('Services are visible and easy to reach'),
  U23: requirement('Providers cooperate in planning and organising services'),
};

const stranda = {
  S1: requirement('One address across fields and levels'),
  S2: requirement('One personal coordinator with the main responsibility'),
  S3: requirement('The unit has delegated authority to appoint, and the board to approve'),
  S4: requirement('The unit appoints, trains, informs, keeps the overview and reports'),
  S5: requirement('It handles applications for plan and coordinator'),
  S6: requirement('Applications are approved at last by a board; only then a decision takes effect'),
  S7: requirement('Applications in writing; help with writing one'),
  S8: requirement('An overview of allocation and start'),
  S9: requirement('Some plans are decided elsewhere and reported to the unit'),
  S10: requirement('Feedback when a plan ends or a member leaves'),
  S11: requirement('Nynorsk'),
  S12: requirement('Target groups of its own'),
};

const folldal = {
  F1: requirement('Controlled documents'),
  F2: requirement('A right to have a plan made, shaped with the person'),
  F3: requirement('Ordinary responsibility still applies'),
  F4: requirement('Costs are cleared with the leader'),
  F5: requirement('A candidate for coordinator says yes or no'),
  F6: requirement('Partners are those whom the person finds important'),
  F7: requirement('No demand of a profession; chosen after wish, fit, capacity and the load of units'),
  F8: requirement('The person’s own story has its place'),
  F9: requirement('Children and young people take part, throughout'),
  F10: requirement('The person is active and may be responsible'),
  F11: requirement('Parents and guardians: relation, period, restriction'),
  F12: requirement('Written and stored securely'),
  F13: requirement('Follow-up and progress: the next review, and what is overdue'),
  F14: requirement('Order in decisions, statements and papers'),
  F15: requirement('Contact notes; a door-opener to services'),
  F16: requirement('The group is called in, prepared with the person'),
  F17: requirement('The plan kept current, or minutes, by whom it is delegated to'),
  F18: requirement('The person steers who sees what, for how long'),
  F19: requirement('Professional meetings only with reason, the person involved'),
  F20: requirement('A crisis plan where needed'),
  F21: requirement('Individual solutions: no mandatory fields beyond the law'),
  F22: requirement('Not everybody with a plan has a group'),
  F23: requirement('Templates: referral, consent, plan'),
  F24: requirement('A written message of the allocation, to the person and kin, copied to the coordinator'),
  F25: requirement('Training and follow-up of coordinators'),
  F26: requirement('An overview of plans and coordinators at all times'),
  F27: requirement('The team meets every third month; its leader by role'),
  F28: requirement('Laws under old and new names'),
};

/** By municipality; the ids are those that the titles of tests bear in brackets. */
export const requirements = {
  Hamar: hamar,
  Ålesund: alesund,
  Aure: aure,
  Stranda: stranda,
  Folldal: folldal,
};
