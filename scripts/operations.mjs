/** The commands of the API as forms see them: by operation, the address and the fields of the body. */
export function operationsOf({ paths, components }) {
  const resolve = (schema) =>
    schema.$ref === undefined ? schema : components.schemas[schema.$ref.split('/').at(-1)];

  const fieldsOf = (schema) => {
    const { properties = {}, required = [] } = resolve(schema);
    return Object.entries(properties).map(([name, value]) => ({
      name,
      ...fieldOf(resolve(value)),
      ...(required.includes(name) && { required: true }),
    }));
  };

  const codesOf = ({ enum: codes, 'x-code-list': list }) => ({
    ...(codes && { codes }),
    ...(list && { list }),
  });

  function fieldOf(schema) {
    if (schema.type === 'array') {
      const items = resolve(schema.items);
      const least = { ...(schema.minItems > 0 && { least: schema.minItems }) };
      if (items.type === 'object') return { kind: 'rows', fields: fieldsOf(items), ...least };
      return items.enum || items['x-code-list']
        ? { kind: 'codes', ...codesOf(items), ...least }
        : { kind: 'ids', ...least };
    }
    if (schema.type === 'object') {
      return schema.properties === undefined ? { kind: 'free' } : { kind: 'group', fields: fieldsOf(schema) };
    }
    if (schema.type === 'boolean') return { kind: 'flag' };
    if (schema.type === 'integer') return { kind: 'number', least: schema.minimum, most: schema.maximum };
    if (schema.enum || schema['x-code-list']) return { kind: 'code', ...codesOf(schema) };
    if (schema.format === 'date') return { kind: 'date' };
    if (schema.format === 'uuid' || schema.pattern?.includes('{0,79}')) return { kind: 'id' };
    if (schema.pattern?.includes('2[0-3]')) return { kind: 'time' };
    return {
      kind: schema.maxLength > 255 ? 'lines' : 'text',
      ...(schema.maxLength && { most: schema.maxLength }),
    };
  }

  const commands = Object.entries(paths).flatMap(([path, { post }]) => {
    const body = post?.requestBody?.content['application/json']?.schema;
    const takesKey = post?.parameters?.some(({ name }) => name === 'Idempotency-Key');
    // What brings a file is no form.
    if (!takesKey || (post.requestBody !== undefined && body === undefined)) return [];
    const variants = body?.oneOf;
    if (variants === undefined) {
      return [[post.operationId, { path, fields: body === undefined ? [] : fieldsOf(body) }]];
    }
    // One of several bodies: each is a command of its own, called by its schema.
    return variants.map((variant) => [
      `${post.operationId}_${variant.$ref.split('/').at(-1).replace(/Body$/, '')}`,
      { path, fields: fieldsOf(variant) },
    ]);
  });
  return Object.fromEntries(commands);
}
