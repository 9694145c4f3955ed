import type { EventDeclaration, Events, Field, Fields } from './event.js';

/** Fails with every fault at once when the declarations cannot be stored by: asked at boot, before anything is read or written. */
export function checkDeclarations(declarations: readonly Events[]): void {
  const faults = [...sharedNames(declarations), ...declarations.flatMap(faultsOfCategory)];
  if (faults.length > 0) {
    throw new Error(
      `The event declarations do not fit together:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  }
}

function* sharedNames(declarations: readonly Events[]): Generator<string> {
  const categories = new Set<string>();
  const owners = new Map<string, string>();
  for (const { category, all } of declarations) {
    if (categories.has(category)) yield `the category ${category} is declared twice`;
    categories.add(category);
    for (const type of Object.keys(all)) {
      if (type === 'RecordedInErrorMarked') continue;
      const other = owners.get(type);
      if (other !== undefined) {
        yield `${type} is declared in ${other} and in ${category}; a stored name has one meaning`;
      }
      owners.set(type, category);
    }
  }
}

function faultsOfCategory({ category, declared, all, owner }: Events): string[] {
  const faults: string[] = [];
  if (!/^[a-z][a-zA-Z]*$/.test(category)) faults.push(`the category ${category} is not one camelCase word`);
  for (const [type, declaration] of Object.entries(declared)) {
    if (type.endsWith('Corrected') || type === 'RecordedInErrorMarked') {
      faults.push(`${type} has a name that is kept for corrections`);
    }
    faults.push(...faultsOfUpcasts(type, declaration, 'correctionUpcasts'));
    if (!/^[A-Z][A-Za-z0-9]*$/.test(type)) faults.push(`${type} is no PascalCase name`);
  }
  for (const [type, declaration] of Object.entries(all)) {
    faults.push(...faultsOfChain(type, declaration), ...faultsOfFields(type, declaration, owner));
  }
  return faults;
}

function* faultsOfChain(type: string, declaration: EventDeclaration): Generator<string> {
  const { version } = declaration;
  if (isVersion(version)) yield* faultsOfUpcasts(type, declaration, 'upcasts');
  else yield `${type} has the version ${version}; versions are whole numbers from 1`;
}

const isVersion = (version: number) => Number.isInteger(version) && version >= 1;

/** Every version is lifted by one that says how, also where it changes nothing: what is left out is forgotten more often than meant. */
function* faultsOfUpcasts(
  type: string,
  declaration: EventDeclaration,
  which: 'upcasts' | 'correctionUpcasts',
): Generator<string> {
  const { version, [which]: upcasts } = declaration;
  const what = which === 'upcasts' ? 'upcast' : 'upcast of its corrections';
  for (let from = 1; from < version; from += 1) {
    if (!upcasts[from]) {
      yield `${type} is at version ${version} and lacks the ${what} from ${from} to ${from + 1}`;
    }
  }
  for (const from of Object.keys(upcasts)) {
    if (!/^[1-9]\d*$/.test(from) || Number(from) >= version) {
      yield `${type} is at version ${version} and has a superfluous ${what} from ${from}`;
    }
  }
}

function* faultsOfFields(
  type: string,
  { fields, occurs }: EventDeclaration,
  owner: string,
): Generator<string> {
  if (!isLasting(fields[owner])) {
    yield `${type} lacks the id ${owner}, which names whose record it is`;
  }
  if (occurs !== undefined && fields[occurs]?.kind !== 'date') {
    yield `${type} happens at ${occurs}, which is no date field of it`;
  }
  for (const [path, { personal }] of leavesOf(fields)) {
    if (!personal) continue;
    if (!isLasting(fields[personal.of])) {
      yield `${type}.${path} belongs to ${personal.of}, which is no id that the event always has`;
    }
  }
}

/** An id that is always there, and that no correction changes. */
const isLasting = (field: Field | undefined) =>
  field?.kind === 'id' && !field.isOptional && field.refersTo === undefined;

/** Every field that holds a value, by path; lists are `[]`: `items[].reason`. */
export function* leavesOf(fields: Fields, prefix = ''): Generator<readonly [string, Field]> {
  for (const [name, field] of Object.entries(fields)) yield* leavesOfField(field, prefix + name);
}

function* leavesOfField(field: Field, path: string): Generator<readonly [string, Field]> {
  if (field.fields) yield* leavesOf(field.fields, `${path}.`);
  else if (field.element) yield* leavesOfField(field.element, `${path}[]`);
  else yield [path, field];
}
