import type { Field, Fields, PersonalOptions, Sealed } from './event.js';
import type { Envelope } from './sealing.js';

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

/** The envelope with what it opens with. */
export const sealedOf = (envelope: Envelope, stream: string, eventId: string, field: string): Sealed => ({
  v: envelope.v,
  keyId: envelope.keyId,
  nonce: envelope.nonce,
  ciphertext: envelope.ciphertext,
  commitment: envelope.commitment,
  stream,
  eventId,
  field,
});
