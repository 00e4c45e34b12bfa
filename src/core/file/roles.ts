import type { Role, RoleDuty } from '../model';
import { choice, idEntries, list, mapIn, mapTaking, missing, person, readFields, shape, spanOf, text } from './shapes';
import type { PlainEntry, ReadContext, Shape } from './shapes';

const dutyFields = {
  title: text,
  category: text,
  group: text,
  fit: choice('green', 'amber', 'red'),
  'held-by': list(person),
};

function readDuty({ key, value }: PlainEntry, context: ReadContext): RoleDuty {
  const map = value === null ? null : mapIn(value, context);
  const values = map === null ? null : readFields(map, dutyFields, context).values;
  if (map !== null && values?.fit === null) missing(context, key, 'fit');
  return {
    id: key.text,
    at: spanOf(context, key),
    title: values?.title ?? key.text,
    category: values?.category ?? null,
    group: values?.group ?? null,
    fit: values?.fit ?? 'amber',
    heldBy: values?.['held-by'] ?? null,
  };
}

const duties: Shape<ReadonlyMap<string, RoleDuty>> = shape(
  { kind: 'ids', of: mapTaking(dutyFields, ['fit']) },
  (node, context) => new Map(idEntries(node, context).map((entry) => [entry.key.text, readDuty(entry, context)])),
);

const roleFields = { title: text, holders: list(person), duties };

export const takesRole = mapTaking(roleFields);

/** One entry of `roles`. A duty without a readable fit is `amber`, unsure. */
export function readRole({ key, value }: PlainEntry, context: ReadContext): Role {
  const map = value === null ? null : mapIn(value, context);
  const values = map === null ? null : readFields(map, roleFields, context).values;
  return {
    id: key.text,
    at: spanOf(context, key),
    title: values?.title ?? key.text,
    holders: values?.holders ?? [],
    duties: values?.duties ?? new Map(),
  };
}
