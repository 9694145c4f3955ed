import type { OwnCase } from '#projections/own-page/queries';

/** Where a case stands, as the person it is about is told: how it was answered only when the answer was sent. */
export function shownCase(of: OwnCase) {
  const { caseId, caseNumber, status, opening, openedOn, receivedOn, items, mappedOn, meetsOn } = of;
  const { decidedOn, amendedOn, decisionNotifiedOn, closedOn, withdrawnOn } = of;
  return {
    caseId,
    caseNumber,
    status,
    opening,
    openedOn,
    receivedOn,
    mappedOn,
    meetsOn,
    closedOn,
    withdrawnOn,
    items: items ?? [],
    decidedOn: amendedOn ?? decidedOn,
    answeredOn: decisionNotifiedOn,
    expectedOn: of.preliminaryReplies.at(-1)?.expectedOn ?? null,
    outcomes: decisionNotifiedOn === null ? [] : of.outcomes.map(({ item, outcome }) => ({ item, outcome })),
  };
}

const isToPerson = (to: readonly { readonly recipient: string }[]) =>
  to.some(({ recipient }) => recipient === 'SUBJECT');

/** What went out to the person, the newest first; an answer that was written outside of here is a letter without a file. */
export function lettersTo(cases: readonly OwnCase[]) {
  const sent = cases.flatMap(({ caseId, caseNumber, letters, dispatches }) => {
    const about = { caseId, caseNumber };
    const written = letters.filter(
      (one) => (one.recipient === 'SUBJECT' || one.copyTo.includes('SUBJECT')) && one.dispatches.length > 0,
    );
    const told = new Set(letters.flatMap((one) => one.dispatches.map(({ dispatchId }) => dispatchId)));
    return [
      ...written.flatMap(({ letterId, matter, documentId, dispatches: ways }) =>
        ways.slice(0, 1).map(({ sentOn, channel }) => ({
          ...about,
          letterId,
          matter,
          documentId: documentId as string | null,
          sentOn,
          channel,
        })),
      ),
      ...dispatches
        .filter(({ dispatchId, to }) => !told.has(dispatchId) && isToPerson(to))
        .map(({ dispatchId, sentOn, channel }) => ({
          ...about,
          letterId: dispatchId,
          matter: 'DECISION',
          documentId: null,
          sentOn,
          channel,
        })),
    ];
  });
  return sent.toSorted((one, other) => other.sentOn.localeCompare(one.sentOn));
}
