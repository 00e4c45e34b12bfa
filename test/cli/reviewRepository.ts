/** Real git repositories with the change of a case of `review.json`. */
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git, temporaryFolder, write } from './program';

export interface WrittenFile {
  readonly status: string;
  readonly path: string;
  readonly from?: string;
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly binary?: boolean;
}

type Files = Readonly<Record<string, string>>;

export interface ReviewCase {
  readonly name: string;
  readonly today: string;
  readonly base: { readonly files: Files } | null;
  readonly fork?: { readonly files: Files };
  readonly head?: { readonly files: Files };
  readonly authors: readonly string[];
  readonly busy?: readonly string[];
  readonly change: readonly WrittenFile[];
  readonly expect: ReviewExpectation;
}

export interface ReviewExpectation {
  readonly requirements: readonly { readonly aor: string; readonly level: string; readonly files: readonly string[] }[];
  readonly ask: readonly {
    readonly person: string;
    readonly as: Readonly<Record<string, string>>;
    readonly warnings?: readonly string[];
  }[];
  readonly uncovered?: readonly unknown[];
  readonly undecided?: readonly unknown[];
  readonly also?: readonly unknown[];
  readonly from?: string;
}

/** Lines that no other file has, so that git knows a file that was moved, and no other. */
const filler = (path: string): string[] => Array.from({ length: 20 }, (_, at) => `${path} ${at}`);

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** What a file holds before and after; a change without lines is one of its mode. */
function contents({ status, path, from, added = [], removed = [] }: WrittenFile): { before: string; after: string } {
  const kept = status === 'A' || status === 'D' ? [] : filler(from ?? path);
  return { before: text([...kept, ...removed]), after: text([...kept, ...added]) };
}

export function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** The repository of a case: its base on `main`, its change committed on `work`, or nothing committed without a base. */
export function repositoryOf({ base, fork, head, change }: ReviewCase): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet');
  const ownership = new Set([base, fork, head].flatMap((files) => Object.keys(files?.files ?? {})));
  const others = change.filter(({ path }) => !ownership.has(path));
  if (base !== null) {
    const start = fork?.files ?? base.files;
    write(folder, start);
    for (const file of others) {
      if (file.status !== 'A') write(folder, { [file.from ?? file.path]: contents(file).before });
    }
    commitAll(folder, 'Start');
    git(folder, 'branch', 'work');
    if (fork !== undefined) {
      for (const path of Object.keys(start)) rmSync(join(folder, path));
      write(folder, base.files);
      commitAll(folder, 'Go on');
    }
    git(folder, 'switch', '--quiet', 'work');
  }
  write(folder, head?.files ?? {});
  for (const file of others) {
    if (file.from !== undefined || file.status === 'D') rmSync(join(folder, file.from ?? file.path));
    if (file.status !== 'D') write(folder, { [file.path]: file.binary === true ? '\0\u0001' : contents(file).after });
    if (file.status === 'M' && file.added === undefined && file.removed === undefined)
      chmodSync(join(folder, file.path), 0o755);
  }
  if (base !== null) commitAll(folder, 'Change');
  return folder;
}
