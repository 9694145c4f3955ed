import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemAnswer } from './problems/problem.answer.js';
import type { Shape } from './reading/shape.js';
import { wholeOf } from './validation/whole.js';

/** Controllers whose operations generated clients know by the name of another, where they once stood. */
const calledBy: Readonly<Record<string, string>> = {
  Consents: 'Coordination',
  Coordinators: 'Coordination',
  Decision: 'Cases',
  Group: 'Coordination',
  Mapping: 'Cases',
};

/** What the API is, as OpenAPI 3.1. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Samspor')
    .setDescription(
      'The record of a municipality’s coordinating unit. Commands append events and answer with `readAfter`; queries read what was projected ' +
        'from them and say what they are current to. Errors are `application/problem+json` with a stable `type`.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    extraModels: [ProblemAnswer],
    operationIdFactory(controller, method) {
      const name = controller.replace(/Controller$/, '');
      return `${calledBy[name] ?? name}_${method}`;
    },
  });
  sayWhatIsRefused(document);
  return document;
}

type Schema = Exclude<Shape, { readonly $ref: string }>;

/** What Nest cannot know: that a body has no other fields, what it is held to as a whole, and where none is needed. */
function sayWhatIsRefused({ paths, components }: OpenAPIObject): void {
  const schemas = (components?.schemas ?? {}) as Record<string, Schema>;
  for (const [name, schema] of Object.entries(schemas)) {
    if (name.endsWith('Body')) Object.assign(schema, { additionalProperties: false }, wholeOf(name));
  }
  const mayBeEmpty = (shape: Shape | undefined): boolean => {
    const { required, oneOf, anyOf } =
      shape !== undefined && '$ref' in shape
        ? (schemas[shape.$ref.split('/').at(-1) ?? ''] ?? {})
        : (shape ?? {});
    return (required ?? []).length === 0 && oneOf === undefined && anyOf === undefined;
  };
  for (const body of Object.values(paths).flatMap(({ post, put }) => [post?.requestBody, put?.requestBody])) {
    if (body !== undefined && 'content' in body) {
      body.required = !mayBeEmpty(body.content['application/json']?.schema as Shape | undefined);
    }
  }
}

/** `/openapi.json`, made when first asked for. No pages come with it. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', (_request, reply) => {
      document ??= JSON.stringify(openApiOf(app));
      return reply.type('application/json; charset=utf-8').send(document);
    });
}
