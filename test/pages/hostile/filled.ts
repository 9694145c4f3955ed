import { documentForm } from '../../api/document-form.js';
import { readFileSync } from 'node:fs';
import type { Program } from '../../support/program.js';
import type { Marks } from './texts.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly 'x-code-list'?: string;
}
interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post?: {
          readonly operationId: string;
          readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
        };
      }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const described = JSON.parse(
  readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'),
) as Described;

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema
    : (described.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

interface Command {
  readonly operation: string;
  readonly address: RegExp;
  readonly body: Schema;
  /** It comes as the first part of a form, with a file behind it. */
  readonly bringsFile: boolean;
}

/** Whatever somebody records; what only looks something up is left out. */
const commands: readonly Command[] = Object.entries(described.paths).flatMap(([path, { post }]) => {
  const { 'application/json': json, 'multipart/form-data': form } = post?.requestBody?.content ?? {};
  const schema = json?.schema ?? form?.schema.properties?.['document'];
  if (post === undefined || schema === undefined || !path.startsWith('/v1/') || path.endsWith('-searches')) {
    return [];
  }
  const address = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  return [{ operation: post.operationId, address, body: resolved(schema), bringsFile: json === undefined }];
});

const isFreeText = (schema: Schema) =>
  schema.type === 'string' &&
  [schema.enum, schema.format, schema.pattern, schema['x-code-list']].every((told) => told === undefined);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Every field of every command that takes a text of any kind, as `Operation.field`. */
export function textFields(): readonly string[] {
  const within = (schema: Schema): readonly string[] => {
    const { properties = {}, items, oneOf = [] } = resolved(schema);
    return [
      ...Object.entries(properties).flatMap(([name, of]) =>
        isFreeText(resolved(of)) ? [name] : within(of).map((inner) => `${name}.${inner}`),
      ),
      ...(items === undefined ? [] : within(items)),
      ...oneOf.flatMap(within),
    ];
  };
  return [
    ...new Set(commands.flatMap(({ operation, body }) => within(body).map((name) => `${operation}.${name}`))),
  ];
}

/** Records over HTTP, with a text of its own in every field that takes one. */
export class Filling {
  /** Of which something was recorded, as `textFields` names them. */
  readonly fields = new Set<string>();
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly program: Program,
    private readonly municipality: string,
    readonly marks: Marks,
  ) {}

  /** The answer; rejects where it was refused. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  async post(path: string, said: Fields = {}, role = 'CASEWORKER'): Promise<any> {
    const command = commands.find(({ address }) => address.test(path));
    const body = command === undefined ? said : this.#filled(command.operation, command.body, said);
    const token = await this.#tokenOf(role);
    const sending = command?.bringsFile === true ? await documentForm(body) : { body };
    const { status, body: answer } = await this.program.request('POST', path, { token, ...sending });
    if (status !== 201 && status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Sends a list as it lies in a file. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  async send(path: string, raw: string): Promise<any> {
    const sending = {
      token: await this.#tokenOf('CASEWORKER'),
      raw,
      headers: { 'content-type': 'text/csv' },
    };
    const { status, body } = await this.program.request('POST', path, sending);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async get(path: string, role = 'CASEWORKER') {
    return (await this.program.request('GET', path, { token: await this.#tokenOf(role) })).body;
  }

  #tokenOf(role: string): Promise<string> {
    const [as = role, sub] = role.split('/');
    const token = this.#tokens.get(role) ?? this.program.token(as, this.municipality, sub);
    this.#tokens.set(role, token);
    return token;
  }

  #filled(at: string, schema: Schema, said: Fields): Fields {
    const { properties: own = {}, oneOf = [] } = resolved(schema);
    // Of several bodies the one that knows all that is said.
    const fits = oneOf
      .map(resolved)
      .find(({ properties = {} }) => Object.keys(said).every((name) => name in properties));
    const properties = { ...own, ...fits?.properties };
    return Object.fromEntries(
      Object.entries({ ...properties, ...said }).flatMap(([name]) => {
        const of = resolved(properties[name] ?? {});
        const value = said[name];
        const path = `${at}.${name}`;
        if (isFreeText(of) && !(name in said && value === undefined)) this.fields.add(path);
        if (value === undefined) {
          return !(name in said) && isFreeText(of)
            ? [[name, this.marks.textFor(path, of.maxLength ?? 200)]]
            : [];
        }
        if (Array.isArray(value)) {
          const items = of.items ?? {};
          return [[name, value.map((one) => (isFields(one) ? this.#filled(path, items, one) : one))]];
        }
        return [[name, isFields(value) ? this.#filled(path, of, value) : value]];
      }),
    );
  }
}
