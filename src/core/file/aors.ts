import type { Aor, AorKind, PastOwner, Ref } from '../model';
import { readConditions } from './conditions';
import { readPaths, takesPaths } from './paths';
import {
  aor,
  choice,
  day,
  expression,
  list,
  mapIn,
  mapOf,
  mapTaking,
  markdown,
  missing,
  object,
  person,
  place,
  readFields,
  shape,
  spanOf,
  team,
  text,
  whole,
} from './shapes';
import type { PlainEntry, PlainMap, ReadContext, Shape } from './shapes';
import type { Takes } from './takes';

const kind = choice('area', 'review', 'duty');
export const changeKind = choice('added', 'modified', 'deleted', 'renamed');

const past = object(
  { owner: person, from: day, until: day, why: text },
  ['owner'],
  ({ owner, ...rest }, map, context): PastOwner | null =>
    owner === null ? missing(context, map, 'owner') : { owner, ...rest },
);

const vacant = object({ since: day, why: text }, [], (values) => values);

const handover: Shape<NonNullable<Aor['handover']>> = object(
  { to: person, by: day, why: text },
  ['to', 'by'],
  ({ to, by, why }, map, context) =>
    to === null
      ? missing(context, map, 'to')
      : by === null
        ? missing(context, map, 'by')
        : { to, by, why, at: spanOf(context, map) },
);

const decision = object(
  { date: day, title: text, link: place },
  ['date', 'title'],
  ({ date, title, link }, map, context) =>
    date === null
      ? missing(context, map, 'date')
      : title === null
        ? missing(context, map, 'title')
        : { date, title, link },
);

/** The first owner counts, the others are the first backups. */
const owners: Shape<readonly Ref[]> = shape(person.takes, (node, context) => {
  const found = list(person)(node, context) ?? [];
  if (found.length > 1) {
    context.report(
      'several-owners',
      node,
      `An AOR has one owner. ${JSON.stringify(found[0]?.id)} counts as owner, the others as first backups; move them to "backup".`,
    );
  }
  return found;
});

const paths: Shape<ReturnType<typeof readPaths>> = shape(takesPaths, (node, context) =>
  readPaths(node, 'paths', context),
);

const fields = {
  title: text,
  about: markdown,
  kind,
  owner: owners,
  backup: list(person),
  consult: list(person),
  learning: list(person),
  team: list(team),
  parent: aor,
  paths,
  level: choice('must', 'offer', 'note'),
  content: expression,
  'min-lines': whole(1, Infinity),
  changes: list(changeKind),
  checklist: list(markdown),
  guide: place,
  category: text,
  status: choice('green', 'amber', 'red'),
  confirmed: day,
  since: day,
  past: list(past),
  vacant,
  handover,
  contact: text,
  links: mapOf(place),
  decisions: list(decision),
};

/** Keys that mean something for some kinds only. */
const kindsOf: Readonly<Record<string, readonly AorKind[]>> = {
  paths: ['area', 'review'],
  level: ['review'],
  content: ['review'],
  'min-lines': ['review'],
  changes: ['review'],
  checklist: ['area', 'review'],
  guide: ['area', 'review'],
  category: ['duty'],
};

/** What an AOR takes. */
export const takesAor: Takes = { ...mapTaking(fields, ['title']), only: { key: 'kind', values: kindsOf } };

/** The kind decides which keys belong, so it is looked at first; what is wrong with it is reported in its turn. */
function kindOf(map: PlainMap, context: ReadContext): AorKind {
  const value = map.entries.find(({ key }) => key.text === 'kind')?.value ?? null;
  return (value === null ? null : kind(value, { ...context, report: () => undefined })) ?? 'area';
}

function misplacedFor(of: AorKind): (key: string) => string | null {
  return (key) => {
    const kinds = Object.hasOwn(kindsOf, key) ? kindsOf[key] : undefined;
    return kinds === undefined || kinds.includes(of)
      ? null
      : `"${key}" has no meaning for kind ${of}; it belongs to kind ${kinds.join(' or ')}.`;
  };
}

const nothing = ({ start, end }: { readonly start: number; readonly end: number }): PlainMap => ({
  kind: 'map',
  entries: [],
  start,
  end,
});

/** One entry of `aors`. What is not a map loses itself. */
export function readAor({ key, value }: PlainEntry, context: ReadContext): Aor | null {
  const map = value === null ? nothing(key) : mapIn(value, context);
  if (map === null) return null;
  const of = kindOf(map, context);
  const { values, entries } = readFields(map, fields, context, misplacedFor(of));
  if (values.title === null || values.title.trim() === '')
    context.report('missing-title', key, `The AOR ${JSON.stringify(key.text)} needs a title.`);
  const [owner, ...furtherOwners] = values.owner ?? [];
  return {
    id: key.text,
    at: spanOf(context, key),
    whole: spanOf(context, { start: key.start, end: value?.end ?? key.end }),
    title: values.title?.trim() || key.text,
    about: values.about,
    kind: of,
    owner: owner ?? null,
    shared: [],
    backups: [...furtherOwners, ...(values.backup ?? [])],
    consult: values.consult ?? [],
    learning: values.learning ?? [],
    teams: values.team ?? [],
    parent: values.parent,
    base: context.base,
    paths: values.paths?.entries ?? [],
    hasPaths: entries.has('paths'),
    level: values.level ?? 'offer',
    ...(of === 'review'
      ? readConditions(entries, values, context)
      : { content: null, minLines: null, changes: null, broken: [] }),
    checklist: values.checklist ?? [],
    guide: values.guide,
    category: values.category,
    status: values.status,
    confirmed: values.confirmed,
    since: values.since,
    past: values.past ?? [],
    vacant: values.vacant,
    handover: values.handover,
    contact: values.contact,
    links: values.links ?? new Map(),
    decisions: values.decisions ?? [],
  };
}
