import type { Field, Fields, PersonalOptions } from './event.js';
import { isEnvelope } from './sealing.js';
import { envelopeSchema } from './stored-schema.js';

/** Where personal fields may stand in an event's data; undefined where there are none, so that most data is passed as it is. */
export type PersonalPlan =
  | { readonly kind: 'personal'; readonly personal: PersonalOptions }
  | { readonly kind: 'list'; readonly element: PersonalPlan }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, PersonalPlan> };

export function planOf(fields: Fields): PersonalPlan | undefined {
  const plans = new Map<string, PersonalPlan>();
  for (const [name, field] of Object.entries(fields)) {
    const plan = planOfField(field);
    if (plan) plans.set(name, plan);
  }
  return plans.size > 0 ? { kind: 'record', fields: plans } : undefined;
}

function planOfField({ personal, element, fields }: Field): PersonalPlan | undefined {
  if (personal) return { kind: 'personal', personal };
  if (fields) return planOf(fields);
  const plan = element && planOfField(element);
  return plan && { kind: 'list', element: plan };
}

/** The data with each personal field replaced by what `replace` makes of it; `path` is like `items.0.reason`. */
export function mapPersonal(
  plan: PersonalPlan,
  value: unknown,
  replace: (value: unknown, path: string, personal: PersonalOptions) => unknown,
  path = '',
): unknown {
  if (plan.kind === 'personal') return replace(value, path, plan.personal);
  if (plan.kind === 'list') {
    if (!Array.isArray(value)) return value;
    return value.map((item, index) => mapPersonal(plan.element, item, replace, `${path}.${index}`));
  }
  if (typeof value !== 'object' || value === null) return value;
  const mapped: Record<string, unknown> = { ...value };
  for (const [name, inner] of plan.fields) {
    if (mapped[name] === undefined || mapped[name] === null) continue;
    mapped[name] = mapPersonal(inner, mapped[name], replace, path === '' ? name : `${path}.${name}`);
  }
  return mapped;
}

const envelopeParts = Object.keys(envelopeSchema.properties).length;

/**
 * Stored data with each envelope's place put beside it, which it opens with for ever, whatever a later version calls the field. Data without
 * any is given back as it is. What only resembles an envelope becomes an empty object, which fits no declared shape: it could claim another place.
 */
export function placed(value: unknown, stream: string, eventId: string, field = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isEnvelope(value)) {
    // What its parts must look like, the declared shape says.
    if (Object.keys(value).length !== envelopeParts) return {};
    const { v, keyId, nonce, ciphertext, commitment } = value;
    return { v, keyId, nonce, ciphertext, commitment, stream, eventId, field };
  }
  const before = field === '' ? '' : `${field}.`;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => placed(item, stream, eventId, `${before}${index}`));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const given = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(given)) {
    const inner = given[name];
    if (typeof inner !== 'object' || inner === null) continue;
    const held = placed(inner, stream, eventId, `${before}${name}`);
    if (held !== inner) (copy ??= { ...given })[name] = held;
  }
  return copy ?? value;
}
