import { describe, expect, it } from '@jest/globals';
import { FolderInUse } from './log/folder-lock.js';
import { received, sent } from './thread-errors.js';

const carried = (error: unknown): Error => received(structuredClone(sent(error)));

describe('an error from another thread', () => {
  it('is FolderInUse when it was', () => {
    const error = carried(new FolderInUse('taken'));
    expect(error).toBeInstanceOf(FolderInUse);
    expect(error).toMatchObject({ name: 'FolderInUse', message: 'taken' });
  });

  it('keeps name, message, code and stack', () => {
    const cause = Object.assign(new RangeError('too many'), { code: 'EADDRINUSE' });
    expect(carried(cause)).toMatchObject({
      name: 'RangeError',
      message: 'too many',
      code: 'EADDRINUSE',
      stack: cause.stack,
    });
  });

  it('is an error whatever was thrown', () => {
    expect(carried('no error')).toMatchObject({ name: 'Error', message: 'no error' });
  });
});
