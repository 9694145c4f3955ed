import type { Basis, CommandContext, CommandRunner, Receipt, Standing } from '#event-sourcing';
import { decidingOf } from '#municipality';
import { enquiryDecider } from '../domain/decide.js';
import { enquiryStream, keepingOf } from '../questions.js';

/** Cases come after enquiries: whoever composes the program tells what of them is open still. */
type OpenCase = (
  tenant: string,
  caseId: string,
) => Promise<{ readonly standing: readonly Standing[]; readonly basis: readonly Basis[] }>;

interface Parts {
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
  readonly openCase: OpenCase;
}
/** No digest of a body: its key is the one that goes. */
type Given = Omit<CommandContext, 'body' | 'ifMatch'>;

/** Records that somebody asks for an enquiry's texts to be disposed of. Refused while it waits, or a case of it is open. */
export async function requestEnquiryDisposal(
  parts: Parts,
  {
    enquiryId,
    ...asking
  }: { readonly enquiryId: string; readonly legalBasis: string; readonly requestedBy: string },
  context: Given,
): Promise<Receipt> {
  const { municipality: tenant, today } = context;
  const { retentionClass } = await keepingOf(parts.runner, tenant, enquiryId);
  const said = { ...asking, retentionClass, requestedOn: today };
  return record(
    parts,
    { enquiryId, step: 'EnquiryDisposalRequested', said, by: asking.requestedBy },
    context,
  );
}

/** Records that another person confirms it; `disposals.destroy` then destroys the key. A second time records nothing. */
export const confirmEnquiryDisposal = (
  parts: Parts,
  { enquiryId, confirmedBy }: { readonly enquiryId: string; readonly confirmedBy: string },
  context: Given,
): Promise<Receipt> => {
  const said = { confirmedBy, disposedOn: context.today };
  return record(parts, { enquiryId, step: 'EnquiryTextsDisposed', said, by: confirmedBy }, context);
};

async function record(
  { runner, openCase }: Parts,
  {
    enquiryId,
    step,
    said,
    by: partyId,
  }: {
    readonly enquiryId: string;
    readonly step: 'EnquiryDisposalRequested' | 'EnquiryTextsDisposed';
    readonly said: Readonly<Record<string, unknown>>;
    readonly by: string;
  },
  context: Given,
): Promise<Receipt> {
  const { municipality: tenant } = context;
  const { caseIds } = await keepingOf(runner, tenant, enquiryId);
  const [{ by, basis }, ...cases] = await Promise.all([
    decidingOf(runner, tenant, partyId),
    ...caseIds.map((caseId) => openCase(tenant, caseId)),
  ]);
  const disposal = { by, open: cases.flatMap(({ standing }) => standing), caseIds };
  const intent = {
    type: 'RecordStep',
    data: {
      partyIsKnown: by.known,
      step,
      about: { enquiryId },
      said,
      asked: { subjectIsKnown: true, cardIsKnown: true, caseIsKnown: true, disposal },
    },
  } as const;
  const bases = [...basis, ...cases.flatMap((one) => one.basis)];
  return runner.run(enquiryDecider, enquiryStream(tenant, enquiryId), intent, context, bases);
}
