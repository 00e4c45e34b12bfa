/** Whose ownership changed between a commit and the working tree, as the editor has it. */
import {
  compareAors,
  comparePaths,
  compileRules,
  createTextReader,
  loadOwnership,
  pathPairs,
  visible,
  type ComparedFile,
  type Comparison,
  type LoadedOwnership,
  type PathChange,
} from '../../core';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { inSlices } from '../../host/slices';
import type { Repository } from '../../host/store';
import { withObjects } from '../../node/objects';
import { renamesBetween } from '../../node/renames';
import { resolveCommit, revisionSource } from '../../node/revisionSource';
import type { ChosenRef } from './pickRef';

/**
 * The comparison; unsaved edits of the ownership file count. `undefined` once the signal says so. Runs git. Throws
 * `UserError` where there is no such commit or its ownership file cannot be read.
 */
export async function compareWith(
  { store, settings, today }: FeatureContext,
  repository: Repository,
  { ref, title }: ChosenRef,
  signal: AbortSignal,
): Promise<Comparison | undefined> {
  const folder = repository.base.fsPath;
  const commit = await resolveCommit(folder, ref);
  if (commit === null) throw new UserError(`${visible(title)} names no commit here.`);
  const entry = settings.ownershipFile(repository.base)?.path ?? null;
  const source = revisionSource(folder, commit);
  const loaded = await withObjects(folder, { signal }, (objects) =>
    loadOwnership(revisionSource(folder, commit, objects), entry, { reader: createTextReader(inSlices) }),
  );
  if (signal.aborted) return undefined;
  const before = comparedFile(loaded, title);
  const after: ComparedFile = repository.model;
  const [was, is, renames] = await Promise.all([
    source.list(),
    store.files(repository),
    renamesBetween(folder, commit, null, { signal }),
  ]);
  const pairs = pathPairs([...was], is, renames);
  const now = today();
  const paths = await inSlices(changesIn(comparePaths(before, after, pairs, now)), signal);
  if (paths === undefined) return undefined;
  return { aors: compareAors(before, after, now), paths, total: pairs.length, since: `since ${title}` };
}

/** Without a file nobody owned anything; one that cannot be read would make the answer a wrong one. */
function comparedFile(loaded: LoadedOwnership, title: string): ComparedFile {
  if (loaded.kind === 'none') return null;
  if (loaded.kind === 'loaded') return { file: loaded.file, index: compileRules(loaded.file) };
  throw new UserError(`The ownership file cannot be read as it was in ${visible(title)}: compare with another commit.`);
}

function* changesIn(steps: Iterable<PathChange | null>): Generator<undefined, readonly PathChange[]> {
  const found: PathChange[] = [];
  for (const one of steps) {
    if (one !== null) found.push(one);
    yield;
  }
  return found;
}
