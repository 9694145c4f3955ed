import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import type { Receipt } from '#event-sourcing';
import {
  beginImport,
  beginTakeBack,
  type Circumstances,
  importOf,
  readList,
  type ReadList,
  rehearseList,
  takeBack,
  takeInList,
} from '#import/application/index';
import { type Grid, UnreadableFile } from '#spreadsheet';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { Commands } from '../commands/commands.js';
import { Problem } from '../problems/problem.js';
import { fileOf } from '../server/file-body.js';
import { FileReader } from './file-reader.js';
import { circumstancesOf, importPartsOf, mostUnpacked, unitWordsFor } from './import-parts.js';

interface Brought {
  readonly circumstances: Circumstances;
  readonly grid: Grid;
  readonly read: ReadList;
}

/** Reads, rehearses and carries out imports. What takes longer than an answer goes on in this process after it. */
@Injectable()
export class Imports implements BeforeApplicationShutdown {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();
  readonly #reader = new FileReader();
  readonly #log = new Logger('Imports');

  constructor(
    private readonly commands: Commands,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** Whether this process is at it. */
  isUnderWay(importId: string): boolean {
    return this.#underWay.has(importId);
  }

  /** A verdict for every row of the file that the request brought, and which import it is or would be. */
  async rehearse(request: ApiRequest) {
    const { circumstances, grid, read } = await this.#brought(request);
    const signal = this.#closing.signal;
    const verdicts = await rehearseList(importPartsOf(this.parts), read, circumstances, { signal });
    const { state } = await importOf(this.parts.runner, circumstances.municipality, read.importId);
    const { status } = state;
    return { importId: read.importId, status: status === 'ABSENT' ? null : status, grid, read, verdicts };
  }

  /** Begins, or goes on with, the import that was rehearsed; refused for a file of other content. */
  async takeIn(request: ApiRequest, importId: string, fileName: string | undefined) {
    const { circumstances, read } = await this.#brought(request);
    if (read.importId !== importId) throw new Problem('another-file');
    const receipt = await beginImport(this.parts, { ...read, fileName }, circumstances);
    this.#goOn(importId, async (signal) => {
      await takeInList(importPartsOf(this.parts), { ...read, fileName }, circumstances, { signal });
    });
    return { receipt };
  }

  /** Begins to take an import back, or goes on with that. */
  async takeBack(request: ApiRequest, importId: string, reason: string): Promise<{ receipt: Receipt }> {
    const circumstances = circumstancesOf(await this.commands.contextOf(request));
    const parts = importPartsOf(this.parts);
    const receipt = await beginTakeBack(parts, { importId, reason }, circumstances);
    this.#goOn(importId, async (signal) => {
      await takeBack(parts, { importId, reason }, circumstances, signal);
    });
    return { receipt: receipt ?? (await this.#nothingNew(circumstances.municipality, importId)) };
  }

  /** Stops between two people: what is left is gone on with by whoever asks again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#underWay.values());
  }

  async #brought(request: ApiRequest): Promise<Brought> {
    const bytes = fileOf(request);
    const circumstances = circumstancesOf(await this.commands.contextOf(request));
    const { municipality: tenant, today } = circumstances;
    const units = await unitWordsFor(this.parts, tenant);
    try {
      const reading = { encoding: 'either', takesValues: true, most: mostUnpacked } as const;
      const grid = await this.#reader.read(bytes, reading);
      const read = await readList(importPartsOf(this.parts), grid, { tenant, today, units });
      return { circumstances, grid, read };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      throw new Problem('unreadable-file', { values: { why: error.phrase }, cause: error });
    }
  }

  async #nothingNew(tenant: string, importId: string): Promise<Receipt> {
    const { revision = -1n } = await importOf(this.parts.runner, tenant, importId);
    return { stream: '', revision, position: 0n, events: [], repeated: false };
  }

  /** One at a time of each: who asks meanwhile waits for the same. */
  #goOn(importId: string, work: (signal: AbortSignal) => Promise<void>): void {
    if (this.#underWay.has(importId)) return;
    const { signal } = this.#closing;
    const mine = work(signal)
      .catch((error: unknown) => {
        if (!signal.aborted) this.#log.error(`An import stopped: ${String(error)}`);
      })
      .finally(() => this.#underWay.delete(importId));
    this.#underWay.set(importId, mine);
  }
}
