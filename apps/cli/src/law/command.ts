import { randomUUID } from 'node:crypto';
import { readFile as readText } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { adopting } from '#apps/api/src/law/adoption';
import { countsOf, linesOf as linesOfRehearsal, rehearsed } from '#apps/api/src/law/rehearse';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { Clock } from '#apps/clock';
import {
  computeDeadline,
  type Deadline,
  faultsIn,
  faultsInVersion,
  type InputsOf,
  isRuleId,
  type ProposedVersion,
  type RuleId,
  ruleIds,
  sentenceOf,
} from '#deadlines';
import { recordOrganisationStep } from '#municipality/application/index';
import { type Encoding, encodings, readFile } from '#spreadsheet';
import { attached } from '../attach.js';
import { withParts } from '../with-parts.js';
import { jsonOf, tableOf, triedOf } from './table.js';

export function lawCommand(): Command {
  const explain = new Command('explain')
    .description('compute one deadline and tell how it came about')
    .argument('<rule>', ruleIds.join(', '), ruleIdOf)
    .argument('<inputs>', 'what is known, as JSON (docs/deadlines.md)', inputsOf)
    .addOption(new Option('--language <language>').choices(['nb', 'nn']).default('nb'))
    .action(explained);
  const table = new Command('table')
    .description(
      'compute every row of a table of cases (CSV or XLSX: rule, inputs, due, verdict), and tell which come out otherwise',
    )
    .argument('<file>')
    .addOption(new Option('--encoding <encoding>', 'of a CSV').choices(encodings).default('utf-8'))
    .action(tried);
  const rehearse = new Command('rehearse')
    .description(
      'replay a version of a rule (JSON) over open and last year’s cases, and tell every deadline, letter text and complaint right that would be otherwise; records nothing',
    )
    .argument('<rule file>')
    .requiredOption('--municipality <tenant>', 'whose cases')
    .addOption(new Option('--language <language>').choices(['nb', 'nn']).default('nb'))
    .action(tryOut);
  const adopt = new Command('adopt')
    .description(
      'rehearse a version of a rule, and adopt it for a municipality when the number of deadlines that come out otherwise is told',
    )
    .argument('<rule file>')
    .requiredOption('--municipality <tenant>', 'which municipality adopts it')
    .option('--otherwise <number>', 'how many deadlines came out otherwise in the rehearsal', countOf)
    .option('--document <text>', 'where it stands written')
    .addOption(new Option('--language <language>').choices(['nb', 'nn']).default('nb'))
    .action(adopted);
  return new Command('law').addCommand(explain).addCommand(table).addCommand(rehearse).addCommand(adopt);
}

interface RehearsalOptions {
  readonly municipality: string;
  readonly language: 'nb' | 'nn';
}

async function versionIn(file: string): Promise<ProposedVersion> {
  const text = await readText(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file} cannot be opened. Nothing was rehearsed.`, { cause });
  });
  const told = jsonOf(text);
  const faults = faultsInVersion(told);
  if (faults.length > 0) throw new Error(`${file} is no version of a rule. ${faults.join(' ')}`);
  return told as ProposedVersion;
}

const todayHere = () => {
  const clock = new Clock();
  return clock.dayOf(clock.now());
};
const say = (line: string) => process.stdout.write(`${line}\n`);

async function tryOut(file: string, { municipality: tenant, language }: RehearsalOptions): Promise<void> {
  const proposed = await versionIn(file);
  await attached((addresses) =>
    withParts(addresses, async (parts) => {
      const found = await rehearsed(parts, { tenant, today: todayHere(), proposed });
      for (const line of linesOfRehearsal(found, { proposed, language })) say(line);
      say('Nothing was recorded.');
    }),
  );
}

interface AdoptionOptions extends RehearsalOptions {
  readonly otherwise?: number;
  readonly document?: string;
}

async function adopted(file: string, options: AdoptionOptions): Promise<void> {
  const { municipality: tenant, language, otherwise, document } = options;
  const proposed = await versionIn(file);
  await attached((addresses) =>
    withParts(addresses, async (parts) => {
      const today = todayHere();
      if (otherwise === undefined) {
        const found = await rehearsed(parts, { tenant, today, proposed });
        for (const line of linesOfRehearsal(found, { proposed, language })) say(line);
        say(`Nothing was adopted. To adopt it, say so: --otherwise ${countsOf(found).deadlines}`);
        return;
      }
      const told = {
        ...(await adopting(parts, { tenant, today, proposed, otherwise })),
        ...(document !== undefined && { document }),
      };
      const context = ownCommand('OPERATOR', tenant, randomUUID());
      await recordOrganisationStep(parts.runner, { step: 'RuleVersionAdopted', told, context });
      say(
        `${tenant} has adopted version ${proposed.version} of ${proposed.rule}, from ${proposed.validFrom}.`,
      );
    }),
  );
}

function countOf(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('must be a whole number');
  return Number(text);
}

function explained(rule: RuleId, inputs: unknown, { language }: { readonly language: 'nb' | 'nn' }): void {
  const faults = faultsIn(rule, inputs);
  if (faults.length > 0) throw new Error(`${rule} cannot be computed: ${faults.join('; ')}.`);
  const deadline = computeDeadline(rule, inputs as InputsOf[RuleId]);
  const lines = [...linesOf(deadline), sentenceOf(deadline, language, 'PERSON')];
  process.stdout.write(`${lines.filter((line) => line !== '').join('\n')}\n`);
}

const linesOf = ({ rule, version, due, workBy, isAssumed, verdict }: Deadline): readonly string[] => [
  `${rule}, version ${version}: ${due ?? 'no deadline runs'}`,
  workBy === undefined ? '' : `to be done by ${workBy}`,
  isAssumed ? 'it runs from a day that is assumed' : '',
  verdict ?? '',
];

async function tried(file: string, { encoding }: { readonly encoding: Encoding }): Promise<void> {
  const rows = tableOf(await readFile(file, { encoding }));
  const outcomes = rows.map(triedOf);
  const otherwise = outcomes.filter((one) => one !== undefined);
  for (const line of otherwise) process.stdout.write(`${line}\n`);
  process.stdout.write(
    `${rows.length - otherwise.length} of ${rows.length} rows come out as the table says.\n`,
  );
  if (otherwise.length > 0) process.exitCode = 1;
}

function ruleIdOf(text: string): RuleId {
  if (!isRuleId(text)) throw new InvalidArgumentError(`must be one of ${ruleIds.join(', ')}`);
  return text;
}

function inputsOf(text: string): unknown {
  const told = jsonOf(text);
  if (told === undefined) throw new InvalidArgumentError('must be JSON');
  return told;
}
