import 'reflect-metadata';
import type { Problem } from '../problems/problem.js';
import { OptionalField, PersonalText } from './decorators.js';
import { validated } from './validate.js';

class Greeting {
  @PersonalText(20)
  text!: string;

  @OptionalField()
  @PersonalText(20)
  to?: string;
}

const told = (error: unknown) =>
  (error as Problem).errors?.map(({ path, message }) => ({ path, message: message.en }));
const faultsOf = (value: unknown) =>
  validated(Greeting, value).then(
    () => [],
    (error: unknown) => told(error),
  );

describe('what a client sent', () => {
  it('is of the class that it was checked against', async () =>
    expect(await validated(Greeting, { text: 'hei' })).toEqual({ text: 'hei' }));

  it('has no field but those declared', async () =>
    expect(await faultsOf({ text: 'hei', from: 'x' })).toEqual([
      { path: 'from', message: 'is not a field that is known here' },
    ]));

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    'has no field %s, which every object has',
    async (name) =>
      expect(await faultsOf(JSON.parse(`{"text":"hei","${name}":"x"}`))).toEqual([
        { path: '', message: `must not hold a field named ${name}` },
      ]),
  );
});
