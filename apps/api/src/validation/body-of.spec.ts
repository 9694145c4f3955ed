import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiOf } from '../openapi.js';
import { bodyOf, plain } from './body-of.js';
import { book, BookBody, bookShelved, fields } from './example-body.testing.js';
import type { Problem } from '../problems/problem.js';
import { validated } from './validate.js';

@Controller()
class BooksController {
  @Post()
  shelve(@Body() _body: BookBody) {}
}
@Module({ controllers: [BooksController] })
class BooksModule {}

const faultsOf = (value: object) =>
  validated(BookBody, value).then(
    () => [],
    (error: unknown) =>
      (error as Problem).errors?.map(({ path, message }) => ({ path, message: message.en })) ?? [],
  );

const rows = Object.entries(fields);

describe('a body of an event’s fields', () => {
  let app: NestFastifyApplication;
  let documented: { readonly properties: Readonly<Record<string, object>>; readonly required: string[] };

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(BooksModule, new FastifyAdapter(), {
      logger: false,
    });
    documented = openApiOf(app).components?.schemas?.['BookBody'] as typeof documented;
  });
  afterAll(() => app?.close());

  it.each(rows)('says of %s in OpenAPI what its declaration says', (name, { documented: said }) =>
    expect(documented.properties[name]).toEqual(said),
  );

  it.each(rows)('takes of %s what its declaration takes', async (name, { takes }) => {
    for (const value of takes) {
      expect([value, await faultsOf({ ...book, [name]: value })]).toEqual([value, []]);
    }
  });

  it.each(rows)('refuses of %s what its declaration does not take', async (name, { refuses, message }) => {
    for (const value of refuses) {
      expect([value, await faultsOf({ ...book, [name]: value })]).toEqual([value, [{ path: name, message }]]);
    }
  });

  it('needs the fields that the event needs, but those for which something usual follows', async () => {
    const needed = Object.keys(book).toSorted();
    expect(documented.required.toSorted()).toEqual(needed);
    const missing = (await faultsOf({})) as readonly { readonly path: string }[];
    expect(missing.map(({ path }) => path).toSorted()).toEqual(needed);
  });

  it('has no field that was not named, although the event has it', async () => {
    expect(Object.keys(documented.properties)).toEqual(Object.keys(fields));
    expect(await faultsOf({ ...book, pages: 7 })).toEqual([
      { path: 'pages', message: 'is not a field that is known here' },
    ]);
  });

  it('cannot have a field that the event lacks', () =>
    expect(() => bodyOf(bookShelved, { author: plain } as object)).toThrow('The event has no field author'));

  it.each([
    ['pages', 'no number'],
    ['readAt', 'no instant'],
    ['chapters', 'no list of record'],
  ])('cannot have %s, of a kind that no body takes', (name, takes) =>
    expect(() => bodyOf(bookShelved, { [name]: plain } as object)).toThrow(
      `A body takes ${takes} from an event`,
    ),
  );
});
