import { archived, fitsArchive } from '#apps/api/src/packages/archive';
import { Clock } from '#apps/clock';
import { mainFile } from '#case-package';
import type { PackageClient } from './client.js';

/** A package on its way to a file. */
interface Made {
  readonly content: AsyncIterable<Uint8Array>;
  readonly what: string;
  /** What lacks that nobody has explained, in the package's own language. */
  readonly lacks: readonly string[];
}

interface Rehearsal {
  readonly pdf: string;
  readonly index: readonly {
    readonly gap: string | null;
    readonly explanation: string | null;
    readonly sentence: string | null;
    readonly documents: readonly { readonly documentId: string; readonly file: string }[];
  }[];
}
interface Complaint {
  readonly packages: readonly { readonly packageId: string }[];
}

const at = encodeURIComponent;

/** As it would be closed if a complaint came today: the same file, with the same documents beside it. */
export async function rehearsedPackage(
  client: PackageClient,
  caseId: string,
  language: string | undefined,
): Promise<Made> {
  const { pdf, index } = await client.json<Rehearsal>(`/v1/cases/${at(caseId)}/package-rehearsal`, {
    ...(language !== undefined && { language }),
  });
  const documents = index.flatMap((entry) => entry.documents);
  const files = [
    { name: mainFile, open: () => Promise.resolve(only(Buffer.from(pdf, 'base64'))) },
    ...documents.map(({ documentId, file }) => ({
      name: file,
      open: () => client.bytes(`/v1/documents/${at(documentId)}/content`),
    })),
  ];
  const clock = new Clock();
  return {
    content: bounded(archived(files, clock.dayOf(clock.now()))),
    what: `a rehearsal, with ${documents.length} documents`,
    lacks: index.flatMap(({ gap, explanation, sentence }) =>
      gap !== null && explanation === null ? [sentence ?? gap] : [],
    ),
  };
}

/** The very bytes that are kept. */
export async function closedPackage(client: PackageClient, complaintId: string): Promise<Made> {
  const path = `/v1/complaints/${at(complaintId)}`;
  const { packages } = await client.json<Complaint>(path);
  const last = packages.at(-1);
  if (last === undefined) {
    throw new Error('No package of this complaint is closed: close one on its page. Nothing was written.');
  }
  return {
    content: await client.bytes(`${path}/packages/${at(last.packageId)}`),
    what: `package ${last.packageId}, as it was closed`,
    lacks: [],
  };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A ZIP that would be larger than one can be is no file. */
async function* bounded(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (!fitsArchive([size])) {
      throw new Error('The documents are more than 4 GB, too much for one ZIP. Nothing was written.');
    }
    yield piece;
  }
}
