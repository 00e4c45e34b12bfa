/** What the ownership file of a change may add to that of the base: requirements, for people whom it leaves as they are. */
import type { Aor, OwnershipFile, Ref } from '../model';
import { compileRules, type RuleIndex } from '../rules';
import { alteredAors, isSameFile, isUnchanged } from './altered';
import type { ChangedFile } from './change';
import type { SuggestInput } from './suggestion';

export interface Additions {
  /** The base's file with the AORs that only the change's has: whom to ask for those is looked up here. */
  readonly file: OwnershipFile;
  /** Ids of AORs of the base that the change alters → path of the ownership file that holds them. */
  readonly altered: ReadonlyMap<string, string>;
  /** The change's own AOR that takes hold of a path, where the change is what gives it. */
  readonly areaOf: (path: string) => Aor | null;
  /** Review AORs that the change makes or alters. */
  readonly reviews: readonly Aor[];
  /** The change's own AORs by path alone; `null` where the change adds nothing. */
  readonly index: RuleIndex | null;
  /** The change's own definition of an AOR. */
  readonly ownOf: (id: string) => Aor | undefined;
}

const nothing = (file: OwnershipFile): Additions => ({
  file,
  altered: new Map(),
  areaOf: () => null,
  reviews: [],
  index: null,
  ownOf: () => undefined,
});

/** What the change adds to the ownership file that decides. Without a base there is nothing it could be added to. */
export function additionsTo(deciding: OwnershipFile, input: Omit<SuggestInput, 'regex'>): Additions {
  const { base, fork, head, change } = input;
  if (base === null || isSameFile(fork, head)) return nothing(deciding);
  const altered = alteredAors(fork, head);
  const holders = new Map(
    [...altered].filter((id) => base.aors.has(id)).map((id) => [id, heldIn(id, fork, head, change.files)] as const),
  );
  if (head === null || input.takesAdditions === false) return { ...nothing(base), altered: holders };

  const trusted = new Map<string, boolean>();
  const isTrusted = (ref: Ref | null): ref is Ref => {
    if (ref === null) return false;
    const isKnown = trusted.get(ref.id) ?? isUnchanged(ref.id, base, fork, head);
    trusted.set(ref.id, isKnown);
    return isKnown;
  };
  const adds = (aor: Aor): boolean => (altered.has(aor.id) || fork?.aors.has(aor.id) !== true) && isTrusted(aor.owner);
  const index = compileRules(head);
  const before = fork === null ? null : compileRules(fork);
  return {
    file: { ...base, aors: new Map([...onlyIn(head, base, isTrusted), ...base.aors]) },
    altered: holders,
    areaOf(path) {
      const decision = index.decide(path);
      if (decision.kind !== 'area' || !isTrusted(decision.winner.aor.owner)) return null;
      const { aor } = decision.winner;
      if (adds(aor)) return aor;
      const was = before?.decide(path);
      return was?.kind === 'area' && was.winner.aor.id === aor.id ? null : aor;
    },
    reviews: [...head.aors.values()].filter((aor) => aor.kind === 'review' && aor.broken.length === 0 && adds(aor)),
    index,
    ownOf: (id) => head.aors.get(id),
  };
}

/** The AORs that only `head` has, naming nobody but people who are trusted. */
function onlyIn(
  head: OwnershipFile,
  base: OwnershipFile,
  isTrusted: (ref: Ref | null) => ref is Ref,
): readonly (readonly [string, Aor])[] {
  return [...head.aors.values()]
    .filter(({ id }) => !base.aors.has(id))
    .map((aor) => {
      const owner = isTrusted(aor.owner) ? aor.owner : null;
      return [aor.id, { ...aor, owner, backups: aor.backups.filter(isTrusted) }];
    });
}

/** The file that holds an altered AOR: where it stands now, else where it stood, as far as the change touches that. */
function heldIn(
  id: string,
  fork: OwnershipFile | null,
  head: OwnershipFile | null,
  files: readonly ChangedFile[],
): string {
  const now = head?.aors.get(id);
  if (now !== undefined) return now.at.file;
  const then = fork?.aors.get(id)?.at.file ?? '';
  const touched = files.find(({ path, from }) => path === then || from === then);
  return touched?.path ?? head?.sources[0].path ?? then;
}
