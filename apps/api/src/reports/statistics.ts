import { Inject, Injectable } from '@nestjs/common';
import { FactsOfLog } from '#reporting';
import { ApiParts } from '../api-parts.js';

/** What figures are counted from, kept current in this process. */
@Injectable()
export class Statistics {
  readonly log: FactsOfLog;

  constructor(@Inject(ApiParts) { store, codec }: ApiParts) {
    this.log = new FactsOfLog(store, codec);
  }
}
