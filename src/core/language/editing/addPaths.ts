/** *Add to an AOR…*: more paths for an AOR that is there. */
import { addItem } from '../../edits';
import type { Aor, OwnershipFile, PathEntry } from '../../model';
import { editing, refused, type Editing, type RefusedEditing } from './changes';
import { entryOf, globFor, outermost, type Target } from './globFor';

export interface AddedPaths extends Editing {
  /** The globs as they are written, without those that are there already. */
  readonly globs: readonly string[];
  /** As `after` has it. */
  readonly aor: Aor;
  /** The file as it would be, for what it decides. */
  readonly after: OwnershipFile;
}

/** Puts a glob for each target into the AOR's `paths`, where it is defined. */
export function addPaths(file: OwnershipFile, aorId: string, targets: readonly Target[]): AddedPaths | RefusedEditing {
  const aor = file.aors.get(aorId);
  if (aor === undefined) return refused(`The ownership file has no AOR "${aorId}" any more.`);
  if (aor.kind === 'duty') return refused(`${aor.title} is a duty: duties have no paths.`);
  if (aor.kind === 'review' && !aor.hasPaths)
    return refused(`${aor.title} applies to every path. With paths of its own it would apply to nothing else.`);
  const entries: PathEntry[] = [];
  for (const target of outermost(targets)) {
    const found = globFor(target, aor.base);
    if (found.kind === 'refused') return found;
    if (!has(aor, found.glob.text)) entries.push(entryOf(found.glob, aor.at.file));
  }
  if (entries.length === 0) return refused(`${aor.title} has that among its paths already.`);
  const globs = entries.map(({ glob }) => glob.text);
  const edits = globs.map((glob) => addItem(['aors', aor.id, 'paths'], glob));
  const more: Aor = { ...aor, paths: [...aor.paths, ...entries], hasPaths: true };
  return { ...editing({ file: aor.at.file, edits }), globs, aor: more, after: withAors(file, [more]) };
}

/** `/a`, `a/` and `a/**` say the same of what is beneath as `a`. */
const has = ({ paths }: Aor, text: string): boolean =>
  paths.some(({ glob }) => glob.text.replace(/^\//, '') === text && !glob.exclude);

/** The file with these AORs, new or in place of those with their ids. */
export const withAors = (file: OwnershipFile, aors: readonly Aor[]): OwnershipFile => ({
  ...file,
  aors: new Map([...file.aors, ...aors.map((aor) => [aor.id, aor] as const)]),
});
