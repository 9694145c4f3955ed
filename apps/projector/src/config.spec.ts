import { configFrom } from './config.js';

const whole = {
  EVENTSTORE_URL: 'esdb://eventstore:2113?tls=false',
  DATABASE_URL: 'postgres://samspor_app@postgres/samspor',
  VAULT_DATABASE_URL: 'postgres://samspor_app_vault@postgres/samspor_vault',
  KEY_FILE: '/run/secrets/key',
};

describe('the configuration of a projector by itself', () => {
  it('comes from the environment, on loopback unless told', () => {
    expect(configFrom(whole)).toMatchObject({ keyFile: '/run/secrets/key', host: '127.0.0.1', port: 3000 });
    expect(configFrom({ ...whole, HOST: '0.0.0.0', PORT: '3001' })).toMatchObject({
      host: '0.0.0.0',
      port: 3001,
    });
  });

  it('names all that is missing', () => {
    expect(() => configFrom({ DATABASE_URL: ' ' })).toThrow(
      'The projector needs EVENTSTORE_URL, DATABASE_URL, VAULT_DATABASE_URL, KEY_FILE in its environment',
    );
  });

  it.each(['postgres://login:hemmelig@server/', 'samspor'])(
    'refuses %s as a database, without its words',
    (url) => {
      for (const name of ['DATABASE_URL', 'VAULT_DATABASE_URL']) {
        expect(() => configFrom({ ...whole, [name]: url })).toThrow(
          new RegExp(`^${name} must name a database: postgres://login:password@`),
        );
      }
    },
  );

  it.each(['http://login:hemmelig@server:2113', 'eventstore:2113', 'esdb://'])(
    'refuses %s as the address of a log, without its words',
    (EVENTSTORE_URL) =>
      expect(() => configFrom({ ...whole, EVENTSTORE_URL })).toThrow(
        /^EVENTSTORE_URL cannot be used\. The address of the event store (begins|names) (?!.*hemmelig).*esdb:\/\/server:2113/,
      ),
  );

  it('refuses a port that is none', () => {
    expect(() => configFrom({ ...whole, PORT: 'http' })).toThrow('PORT must be a number from 0 to 65535');
  });
});
