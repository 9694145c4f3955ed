const uuidOfAnyCase = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d+)?$/i;

/** An id as this service writes it: a UUID, also one with a number, is the same in capitals. Anything else comes back as it is. */
export const asWritten = <Value>(value: Value): Value | string =>
  typeof value === 'string' && uuidOfAnyCase.test(value) ? value.toLowerCase() : value;
