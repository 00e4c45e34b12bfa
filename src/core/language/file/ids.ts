/** Where ids stand in an ownership file: who is defined, and every key that mentions somebody. */
import type { PlainEntry, PlainMap, PlainNode, PlainScalar, Range } from '../../file/plainTree';
import type { Span } from '../../model';
import { contentEnd, mapsIn, scalarsIn, textRange } from './nodes';

export type IdKind = 'person' | 'team' | 'aor' | 'role' | 'duty';

/** What an id names. Ids are unique for each kind, those of duties within their role. */
export interface IdName {
  readonly kind: IdKind;
  readonly id: string;
  /** Of a duty: its role. */
  readonly role: string | null;
}

/** An id where it is written. */
export interface WrittenId extends IdName {
  readonly isDefinition: boolean;
  /** The characters of the id, without quotes. */
  readonly at: Span;
  /** A definition with its value; else as `at`. */
  readonly whole: Span;
}

interface Walk {
  readonly file: string;
  readonly text: string;
  /** The role whose duties are read. */
  readonly role: string | null;
  readonly found: WrittenId[];
}

type Visit = (node: PlainNode | null, walk: Walk) => void;

const spanOf = ({ file }: Walk, { start, end }: Range): Span => ({ file, start, end });

const mention =
  (kind: IdKind): Visit =>
  (node, walk) => {
    for (const scalar of scalarsIn(node)) {
      const at = spanOf(walk, textRange(walk.text, scalar));
      walk.found.push({ kind, id: scalar.text, role: null, isDefinition: false, at, whole: at });
    }
  };

/** An AOR, or `role.duty`, which mentions both. */
const wish: Visit = (node, walk) => {
  for (const scalar of scalarsIn(node)) {
    const [role, duty] = scalar.text.split('.');
    if (role === undefined || duty === undefined) mention('aor')(scalar, walk);
    else mentionDuty(scalar, role, duty, walk);
  }
};

function mentionDuty(scalar: PlainScalar, role: string, duty: string, walk: Walk): void {
  const { start, end } = textRange(walk.text, scalar);
  // Written with escapes, its parts cannot be told apart.
  if (walk.text.slice(start, end) !== scalar.text) return;
  const dot = start + role.length;
  const ofRole = spanOf(walk, { start, end: dot });
  const ofDuty = spanOf(walk, { start: dot + 1, end: dot + 1 + duty.length });
  walk.found.push(
    { kind: 'role', id: role, role: null, isDefinition: false, at: ofRole, whole: ofRole },
    { kind: 'duty', id: duty, role, isDefinition: false, at: ofDuty, whole: ofDuty },
  );
}

const fields =
  (table: Readonly<Record<string, Visit>>): Visit =>
  (node, walk) => {
    for (const { key, value } of mapsIn(node).flatMap(({ entries }) => entries))
      if (Object.hasOwn(table, key.text)) table[key.text]?.(value, walk);
  };

const definitions =
  (kind: IdKind, inside: Visit): Visit =>
  (node, walk) => {
    for (const entry of mapsIn(node).flatMap(({ entries }) => entries)) {
      walk.found.push(definition(kind, entry, walk));
      inside(entry.value, kind === 'role' ? { ...walk, role: entry.key.text } : walk);
    }
  };

function definition(kind: IdKind, { key, value }: PlainEntry, walk: Walk): WrittenId {
  const end = value === null ? key.end : contentEnd(walk.text, value);
  return {
    kind,
    id: key.text,
    role: kind === 'duty' ? walk.role : null,
    isDefinition: true,
    at: spanOf(walk, textRange(walk.text, key)),
    whole: spanOf(walk, { start: key.start, end }),
  };
}

const person = mention('person');

/** Every key that holds ids. A test holds it to the model: no `Ref` is missing. */
const file = fields({
  people: definitions('person', fields({ manager: person, wants: wish, away: fields({ cover: person }) })),
  teams: definitions('team', fields({ lead: person, manager: person, members: person })),
  aors: definitions(
    'aor',
    fields({
      owner: person,
      backup: person,
      consult: person,
      learning: person,
      team: mention('team'),
      parent: mention('aor'),
      past: fields({ owner: person }),
      handover: fields({ to: person }),
    }),
  ),
  roles: definitions('role', fields({ holders: person, duties: definitions('duty', fields({ 'held-by': person })) })),
});

/** Every id in a file, also in entries that have errors and count for nothing. */
export function idsIn(path: string, text: string, root: PlainMap | null): readonly WrittenId[] {
  const found: WrittenId[] = [];
  file(root, { file: path, text, role: null, found });
  return found;
}
