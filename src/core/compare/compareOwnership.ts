/** Whose ownership changed between two states of a repository, by path and by AOR. */
import type { Aor, AorKind, OwnershipFile, OwnershipState, Person, Today } from '../model';
import { ownershipOf } from '../ownership';
import { holderOf } from '../people/holder';
import { compareText } from '../review/order';
import type { RuleIndex } from '../rules';

/** One state; `null`: without an ownership file, so nobody owns anything. */
export type ComparedFile = { readonly file: OwnershipFile; readonly index: RuleIndex } | null;

/** A path that both states have; `from` is the path before, another one where the file was moved. */
export interface PathPair {
  readonly path: string;
  readonly from: string;
}

/** What one path or AOR is on one side. */
export interface PathHolder {
  readonly state: OwnershipState;
  /** `null` unless owned or vacant. */
  readonly aor: Aor | null;
  /** `null` unless owned. */
  readonly owner: Person | null;
}

export interface PathChange extends PathPair {
  readonly before: PathHolder;
  readonly after: PathHolder;
}

/** Who holds an AOR. */
export interface AorHolder {
  readonly title: string;
  readonly kind: AorKind;
  /** `null`: vacant. */
  readonly owner: Person | null;
  /** In their order; `name` is the id of somebody who is not defined. */
  readonly backups: readonly { readonly id: string; readonly name: string }[];
}

/** An AOR that came (`before` is `null`), went (`after` is `null`), or has another owner, other backups or another kind. */
export interface AorChange {
  readonly id: string;
  readonly before: AorHolder | null;
  readonly after: AorHolder | null;
}

/** Yields each pair, with its change where its AOR, its owner or its state is another one: work in small steps. */
export function* comparePaths(
  before: ComparedFile,
  after: ComparedFile,
  pairs: Iterable<PathPair>,
  today: Today,
): Generator<PathChange | null> {
  for (const pair of pairs) {
    const was = holderAt(before, pair.from, today);
    const is = holderAt(after, pair.path, today);
    const isSame = was.state === is.state && was.aor?.id === is.aor?.id && was.owner?.id === is.owner?.id;
    yield isSame ? null : { ...pair, before: was, after: is };
  }
}

function holderAt(compared: ComparedFile, path: string, today: Today): PathHolder {
  if (compared === null) return { state: 'unowned', aor: null, owner: null };
  const ownership = ownershipOf(compared.file, compared.index, path, today);
  return {
    state: ownership.state,
    aor: 'aor' in ownership ? ownership.aor : null,
    owner: ownership.state === 'owned' ? ownership.owner : null,
  };
}

/** The AORs of all kinds that changed hands, sorted by id. */
export function compareAors(before: ComparedFile, after: ComparedFile, today: Today): readonly AorChange[] {
  const ids = new Set([...(before?.file.aors.keys() ?? []), ...(after?.file.aors.keys() ?? [])]);
  return [...ids]
    .sort(compareText)
    .map((id) => ({ id, before: heldIn(before, id, today), after: heldIn(after, id, today) }))
    .filter(({ before: was, after: is }) => !isSameHolder(was, is));
}

function heldIn(compared: ComparedFile, id: string, today: Today): AorHolder | null {
  const aor = compared?.file.aors.get(id);
  if (compared === null || aor === undefined) return null;
  const { owner } = holderOf(compared.file, aor, today);
  const backups = aor.backups.map((ref) => ({ id: ref.id, name: compared.file.people.get(ref.id)?.name ?? ref.id }));
  return { title: aor.title, kind: aor.kind, owner, backups };
}

/** A title is a name: another one changes nobody's responsibility. */
const isSameHolder = (a: AorHolder | null, b: AorHolder | null): boolean =>
  a !== null && b !== null && a.owner?.id === b.owner?.id && a.kind === b.kind && hasSameBackups(a, b);

export const hasSameBackups = (a: AorHolder, b: AorHolder): boolean =>
  a.backups.map(({ id }) => id).join('\0') === b.backups.map(({ id }) => id).join('\0');
