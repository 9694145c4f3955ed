import type { FilterOptions } from '../filters.js';
import type { GroupKey } from './names.js';
import type { GroupSettings } from './settings.js';

/** A group as the configuration stream holds it. */
export interface StoredGroup extends GroupKey {
  readonly settings: GroupSettings;
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => typeof value === 'number' && value >= 0;
const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => isText(value) && value !== '';
const isOneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const isFilter = (value: unknown): value is FilterOptions =>
  isFields(value) &&
  isOneOf('stream', 'type')(value['by']) &&
  Array.isArray(value['prefixes']) &&
  value['prefixes'].every(isText) &&
  (value['regex'] === undefined || isText(value['regex']));

const settingChecks: Readonly<Record<keyof GroupSettings, Check>> = {
  resolveLinkTos: isBoolean,
  extraStatistics: isBoolean,
  messageTimeout: isCount,
  maxRetryCount: isCount,
  checkpointAfter: isCount,
  minCheckpointCount: isCount,
  maxCheckpointCount: isCount,
  maxSubscriberCount: isCount,
  liveBufferSize: isCount,
  readBatchSize: isCount,
  historyBufferSize: isCount,
  consumerStrategy: isOneOf('RoundRobin', 'DispatchToSingle', 'Pinned', 'PinnedByCorrelation'),
  startFrom: (value) => value === 'end' || isCount(value),
  filter: (value) => value === undefined || isFilter(value),
};

const isStoredGroup = (value: unknown): value is StoredGroup => {
  if (!isFields(value) || !isName(value['stream']) || !isName(value['group'])) return false;
  const { settings } = value;
  return isFields(settings) && Object.entries(settingChecks).every(([name, check]) => check(settings[name]));
};

export const writeStoredGroups = (entries: readonly StoredGroup[]): Buffer =>
  Buffer.from(JSON.stringify({ version: 2, entries }));

/** The groups of a configuration, and how many entries are none; undefined when it is no configuration at all. */
export function readStoredGroups(data: string): { groups: StoredGroup[]; odd: number } | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (!isFields(stored) || !Array.isArray(stored['entries'])) return undefined;
  const entries: readonly unknown[] = stored['entries'];
  const groups = entries.filter(isStoredGroup);
  return { groups, odd: entries.length - groups.length };
}
