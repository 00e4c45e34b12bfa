import { gitTrouble } from '../git';
import type { GitStreamOptions } from '../gitStream';
import { withObjects, type Objects } from '../objects';
import { authorsOfChange } from './authorsOfChange';
import { emptyTree, failed, findBase, forkPoint } from './compared';
import type { ChangeFailure, ChangeNote, ChangeOptions, ChangeOwnership, ChangeProgress, ChangeReading } from './model';
import { ownershipReader, type OwnershipAt } from './ownership';
import { filesSince } from './stages';
import { readStatus } from './status';

/**
 * The change at hand in the git work tree at an absolute folder, with who made it and the ownership files that decide.
 * Of a folder inside of a work tree, what lies beneath it.
 * Runs git, so never call it in an untrusted workspace. Rejects only when `options.signal` aborts, with its reason.
 */
export function readChange(root: string, options: ChangeOptions = {}): Promise<ChangeReading> {
  return withObjects(root, options, (objects) => readWith(root, options, objects));
}

async function readWith(root: string, options: ChangeOptions, objects: Objects): Promise<ChangeReading> {
  const { scope = 'branch', isForeign = false, signal, onProgress, onRevision } = options;
  const git: GitStreamOptions = { signal };
  const tell = (step: ChangeProgress['step'], files = 0): void => onProgress?.({ step, files });
  const notes: ChangeNote[] = [];
  const note = (one: ChangeNote): void => void notes.push(one);

  tell('base');
  const { at: ownershipAt, lacking } = ownershipReader(root, options, objects);
  const [status, base] = await Promise.all([
    readStatus(root, git),
    findBase(root, options.base, ownershipAt, git, note),
  ]);
  if (status === null) return noStatus(root);
  const { commit, branch } = status;
  if (base !== null && 'kind' in base) return base;
  onRevision?.(base?.commit ?? commit);
  const isBranch = scope === 'branch' && base !== null && commit !== null;
  const from = isBranch ? await forkPoint(root, base, commit, git, note) : commit;
  if (from !== null && typeof from !== 'string') return from;

  tell('files');
  const tree = from ?? (await emptyTree(root, git));
  // Git compares while the ownership files are read here.
  const comparison = filesSince(root, tree, scope, status, git, (count) => tell('files', count));
  const [files, authors, ownership] = await Promise.all([
    comparison,
    authorsOfChange(root, { scope, status, base: base?.commit ?? null, files: comparison, isForeign }, git),
    ownershipOf(base?.commit ?? null, from, ownershipAt),
  ]);
  const [missing] = lacking;
  if (missing !== undefined) {
    const { commit: at, path } = missing;
    return failed(
      'not-here',
      `This clone has not got ${path} of ${at.slice(0, 12)}, which says who is asked. Fetch it: git show ${at}:./${path}`,
    );
  }
  if (files === null) return failed('git', `Git cannot compare ${tree} with what is here.`);
  if (files.some(({ droppedLines }) => droppedLines > 0))
    note({ code: 'large-change', message: 'The change is so large that not all of its lines are looked at.' });
  signal?.throwIfAborted();
  const head = { commit, branch, dirty: status.isDirty };
  return { kind: 'change', change: { base, from, head, files, authors, ownership, notes } };
}

async function ownershipOf(base: string | null, fork: string | null, at: OwnershipAt): Promise<ChangeOwnership> {
  const [ofBase, ofFork, head] = await Promise.all([
    base === null ? null : at(base),
    fork === null ? null : at(fork),
    at(null),
  ]);
  return { base: ofBase, fork: ofFork, head };
}

async function noStatus(root: string): Promise<ChangeFailure> {
  const trouble = await gitTrouble(root);
  return failed('no-git', trouble ?? 'git cannot tell the state of this work tree.');
}
