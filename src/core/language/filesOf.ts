import type { Aor } from '../model';
import type { Decision, RuleIndex } from '../rules';
import { matchesGlob, parseGlob } from '../rules/glob';
import { filePath, type FileTree } from '../tree/fileTree';

/** How many paths are looked at between two chances to do something else. */
const sliceLength = 500;

/**
 * The paths each area AOR has, by id, in the order given; AORs that have none are not in it. A generator, so that the
 * caller can do it in slices.
 */
export function* filesByArea(
  index: RuleIndex,
  paths: readonly string[],
): Generator<void, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [count, path] of paths.entries()) {
    if (count % sliceLength === 0) yield;
    const decision = index.decide(path);
    if (decision.kind !== 'area') continue;
    const { id } = decision.winner.aor;
    const files = found.get(id);
    if (files === undefined) found.set(id, [path]);
    else files.push(path);
  }
  return found;
}

/** The files of a tree that the areas with these ids have, by path; in slices like `filesByArea`. */
export const filesOfAreas = (
  index: RuleIndex,
  tree: FileTree,
  areas: ReadonlySet<string>,
): Generator<void, readonly string[]> =>
  filesDecided(index, tree, (decision) => decision.kind === 'area' && areas.has(decision.winner.aor.id));

/** The files of a tree that no AOR has and that are not exempt, by path; in slices like `filesByArea`. */
export const unownedFiles = (index: RuleIndex, tree: FileTree): Generator<void, readonly string[]> =>
  filesDecided(index, tree, ({ kind }) => kind === 'none');

function* filesDecided(
  index: RuleIndex,
  tree: FileTree,
  isMeant: (decision: Decision) => boolean,
): Generator<void, readonly string[]> {
  const { decisions, numbers } = yield* index.decideTree(tree);
  const meant = decisions.map(isMeant);
  const files: number[] = [];
  for (let file = 0; file < tree.size; file++) if (meant[numbers[file] ?? 0] === true) files.push(file);
  return yield* pathsOf(tree, files);
}

/** The files of a tree a glob matches, by path, whoever has them; in slices like `filesByArea`. A bad glob matches none. */
export function* filesMatching(text: string, base: string, tree: FileTree): Generator<void, readonly string[]> {
  const parsed = parseGlob(text, base);
  const paths: string[] = [];
  for (let file = 0; file < tree.size; file++) {
    if (file % sliceLength === 0) yield;
    const path = filePath(tree, file);
    if (parsed.kind === 'glob' && matchesGlob(parsed.glob, path)) paths.push(path);
  }
  return paths.sort();
}

/**
 * The file of a tree that a glob leads to: of those it matches, the first that lies right in a folder, else the first
 * in any. `null`: it matches none.
 */
export function* fileMatching(
  text: string,
  base: string,
  tree: FileTree,
  folder: string,
): Generator<void, string | null> {
  const paths = yield* filesMatching(text, base, tree);
  const above = folder === '' ? '' : `${folder}/`;
  return paths.find((path) => !path.slice(above.length).includes('/')) ?? paths[0] ?? null;
}

/** The files of a tree a review AOR applies to, to every change or to some, by path; in slices like `filesByArea`. */
export function* filesOfReview(index: RuleIndex, { id }: Aor, tree: FileTree): Generator<void, readonly string[]> {
  const files: number[] = [];
  yield* index.explainTree(tree, (file, { reviews, conditional }) => {
    if (reviews.some((aor) => aor.id === id) || conditional.some(({ aor }) => aor.id === id)) files.push(file);
  });
  return yield* pathsOf(tree, files);
}

/** Their paths, sorted, which takes little where they are nearly so, as git lists them. */
function* pathsOf(tree: FileTree, files: readonly number[]): Generator<void, readonly string[]> {
  const paths: string[] = [];
  for (const file of files) {
    if (paths.push(filePath(tree, file)) % sliceLength === 0) yield;
  }
  return paths.sort();
}
