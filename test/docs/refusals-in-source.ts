import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const libs = new URL('../../libs/', import.meta.url);
const isProduct = (file: string) =>
  /^[a-z-]+\/src\/.*\.ts$/.test(file) && !/\.(spec|testing)\.ts$/.test(file);

/** A table as a source declares it. */
export interface DeclaredTable {
  readonly lib: string;
  readonly context: string;
  readonly rules: readonly string[];
}
/** A rule that a source refuses by; of a template such as `bad-number.${fault}` what stands before its first value, with `…`. */
export interface UsedRule {
  readonly lib: string;
  readonly rule: string;
}

interface Read {
  readonly tables: DeclaredTable[];
  readonly uses: UsedRule[];
}

const refusing = ['refuseIf', 'refusal', 'inOrder'];

/** What is called: `refusal` of `refusal(…)` and of `caseRefusals.refusal(…)`. */
const nameOf = ({ expression }: ts.CallExpression) =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** The tables of refusals in the sources of all libraries, and the rules that these refuse by, read from their syntax. */
export function refusalsInSource(): Read {
  const read: Read = { tables: [], uses: [] };
  const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter(isProduct)
    .flatMap((file) => {
      const text = readFileSync(new URL(file, libs), 'utf8');
      if (!text.includes('refus') && !text.includes('inOrder')) return [];
      const lib = file.split('/')[0] ?? '';
      return [{ lib, source: ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true) }];
    });
  const shared = new Map(sources.flatMap(({ source }) => sharedIn(source)));
  for (const { lib, source } of sources) visit(source, { lib, shared }, read);
  return read;
}

/** Sentences that several contexts refuse with, by the name of their table: `export const … = { … } as const satisfies Table`. */
function sharedIn(source: ts.SourceFile): (readonly [name: string, rules: readonly string[]])[] {
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!initializer || !ts.isSatisfiesExpression(initializer)) return [];
      if (initializer.type.getText() !== 'Table' || !ts.isAsExpression(initializer.expression)) return [];
      const table = initializer.expression.expression;
      return ts.isObjectLiteralExpression(table)
        ? [[name.getText(), table.properties.flatMap((one) => writtenIn(one) ?? [])] as const]
        : [];
    }),
  );
}

interface Where {
  readonly lib: string;
  readonly shared: ReadonlyMap<string, readonly string[]>;
}

function visit(node: ts.Node, where: Where, read: Read): void {
  const { lib } = where;
  if (ts.isCallExpression(node)) {
    const name = nameOf(node);
    if (name === 'refusals') read.tables.push(tableOf(node, where));
    if (refusing.includes(name)) {
      read.uses.push(...node.arguments.flatMap(rulesIn).map((rule) => ({ lib, rule })));
    }
  }
  if (ts.isImportSpecifier(node) && node.propertyName?.text === 'refusals') {
    throw new Error(`${lib} calls refusals by another name, where nobody looks for a table`);
  }
  ts.forEachChild(node, (child) => visit(child, where, read));
}

function tableOf(call: ts.CallExpression, { lib, shared }: Where): DeclaredTable {
  const [context, own] = call.arguments;
  if (!context || !ts.isStringLiteral(context) || !own || !ts.isObjectLiteralExpression(own)) {
    throw new Error(`${lib} declares refusals that are not written out: ${call.getText().slice(0, 60)}`);
  }
  const rules = own.properties.flatMap((property) => {
    const known = ts.isSpreadAssignment(property) ? shared.get(property.expression.getText()) : undefined;
    const written = known ?? writtenIn(property);
    if (written !== undefined) return written;
    throw new Error(`${lib} declares a refusal of ${context.text} that is not written out`);
  });
  return { lib, context: context.text, rules };
}

const writtenIn = ({ name }: ts.ObjectLiteralElementLike): string | undefined =>
  name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : undefined;

/** Texts of an argument, also those that a condition chooses between. */
function rulesIn(argument: ts.Expression): string[] {
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (ts.isTemplateExpression(argument)) return [`${argument.head.text}…`];
  return ts.isConditionalExpression(argument) ? [argument.whenTrue, argument.whenFalse].flatMap(rulesIn) : [];
}
