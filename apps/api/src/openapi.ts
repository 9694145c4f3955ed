import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemAnswer } from './problems/problem.answer.js';

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
  return SwaggerModule.createDocument(app, about, {
    extraModels: [ProblemAnswer],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
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
