import type { Period } from '../days.js';
import type { PublicationName } from './names.js';
import type { Level } from './policy.js';
import type { Table } from './tables.js';

/** What leaves the unit of one period, complete: pages, files and other systems are made of it alone (S13). */
export interface Edition {
  readonly edition: 'FORUM';
  readonly format: 1;
  readonly level: Level;
  readonly municipality: string;
  readonly period: Period;
  readonly publication: PublicationName;
  readonly rules: string;
  readonly statusOn: string;
  readonly tables: Readonly<Record<string, Table>>;
}
