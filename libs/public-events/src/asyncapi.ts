import type { JsonSchema } from '#event-sourcing/json-schema';
import { described, eventSchema } from './schemas.js';

const keyOf = (type: string) => type.replaceAll('.', '_').replaceAll('-', '_');
const feed = { $ref: '#/channels/feed' };

/** The contract with subscribers as AsyncAPI 3.0: made of the declarations that events are checked against before they are sent. `url` is where the feed is reached. */
export const asyncApi = (url: string): JsonSchema => ({
  asyncapi: '3.0.0',
  id: 'urn:samspor:feed',
  info: {
    title: 'Samspor case events',
    version: '1',
    description:
      'Case events of a municipality’s coordinating unit for other services: codes, dates and opaque ids, never a name, a number or a text. ' +
      'Delivered at least once: drop repeats by `id`. Events of one family and subject come in the order of `sequence`; `previousid` names the one ' +
      'before, as far as the grant sees, so that a gap shows. Sequences compare within one `grantversion`. Lists of codes may grow. ' +
      'Where the grant opens details, GET /v1/events/{id}/details?subject={subject} tells what stands behind an event.',
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    tags: [{ name: 'cloudevents', description: 'CloudEvents 1.0, JSON format' }],
  },
  defaultContentType: 'application/cloudevents+json',
  servers: { feed: { host: new URL(url).host, protocol: new URL(url).protocol.slice(0, -1) } },
  channels: {
    feed: {
      address: '/v1/feed',
      title: 'The feed',
      description:
        'GET answers a page, `application/cloudevents-batch+json`, with `Link: <…>; rel="next"`; with `Accept: text/event-stream` it answers a ' +
        'stream whose `id` is the cursor of each event. Parameters: `after` (a cursor), `limit` (1–1000), `wait` (seconds, at most 30), ' +
        '`from` (`origin`, `now` or a date) where there is no cursor.',
      messages: Object.fromEntries(
        described.map(({ type }) => [keyOf(type), { $ref: `#/components/messages/${keyOf(type)}` }]),
      ),
      bindings: { http: {} },
    },
  },
  operations: {
    sendEvents: {
      action: 'send',
      channel: feed,
      title: 'Case events',
      security: [{ $ref: '#/components/securitySchemes/machine' }],
      bindings: { http: { method: 'GET', bindingVersion: '0.3.0' } },
      messages: described.map(({ type }) => ({ $ref: `#/channels/feed/messages/${keyOf(type)}` })),
    },
  },
  components: {
    securitySchemes: {
      machine: {
        type: 'oauth2',
        description: 'Client credentials, which the municipality gives with a grant.',
        flows: { clientCredentials: { tokenUrl: new URL('/v1/feed/token', url).href, availableScopes: {} } },
      },
    },
    messages: Object.fromEntries(
      described.map((one) => [
        keyOf(one.type),
        {
          name: one.type,
          title: one.type,
          summary: one.says[0],
          contentType: 'application/cloudevents+json',
          payload: {
            schemaFormat: 'application/schema+json;version=draft-07',
            schema: { ...eventSchema(one), $schema: 'http://json-schema.org/draft-07/schema#' },
          },
        },
      ]),
    ),
  },
});
