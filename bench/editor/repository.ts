/** A repository of many small files with an ownership file of many globs; the same each time. */
import { spawn } from 'node:child_process';
import { isolated } from '../../test/isolatedGit';

const size = { areas: 500, folders: 10, files: 20 };

/** What the steps count on: `files` in all, `perArea` in each area, `switched` that the other branch moves away. */
export const shape = {
  files: size.areas * size.folders * size.files,
  globs: 2 * size.areas,
  perArea: size.folders * size.files,
  switched: 10_000,
};

/** Whose paths are `team7/area42/…`. */
const areaPath = (area: number): string => `team${area % 25}/area${area}`;

const pathOf = (area: number, folder: number, file: number): string =>
  `${areaPath(area)}/part${folder}/source-file-${file}.${extensions[file % extensions.length] ?? 'ts'}`;

const extensions = ['ts', 'go', 'md', 'json'];

/** The file that is open from the start, and who has it. */
export const opened = { path: pathOf(42, 3, 0), owner: 'Person 2' };

/** The glob that the edit changes, and what to. */
export const edited = { from: `${areaPath(7)}, `, to: 'nowhere, ' };

/** Two globs an area: most are folders, some name files of a kind anywhere beneath, or in the middle of a path. */
export function ownershipText(): string {
  const people = Array.from({ length: 40 }, (_, at) => `  p${at}: { name: Person ${at}, email: p${at}@acme.example }`);
  const areas = Array.from({ length: size.areas }, (_, at) => {
    const second = at % 10 === 0 ? `team${at % 25}/*/part1/*.md` : at % 10 === 1 ? `docs/**/*.a${at}` : `lib/area${at}`;
    return `  a${at}: { title: Area ${at}, owner: p${at % 40}, paths: [${areaPath(at)}, "${second}"] }`;
  });
  return `version: 1\npeople:\n${people.join('\n')}\naors:\n${areas.join('\n')}\n`;
}

/** Makes it in an empty folder: `main` is checked out, `other` has 10,000 of its files elsewhere. */
export async function makeRepository(folder: string): Promise<void> {
  await git(folder, ['init', '--quiet', '--initial-branch=main']);
  await git(folder, ['fast-import', '--quiet'], history());
  await git(folder, ['reset', '--quiet', '--hard', 'main']);
}

function* history(): Generator<string> {
  yield 'blob\nmark :1\ndata 2\n1\n';
  yield commitText('main', 2);
  yield `M 100644 inline aor.yaml\n${data(ownershipText())}`;
  for (let area = 0; area < size.areas; area++)
    for (let folder = 0; folder < size.folders; folder++)
      for (let file = 0; file < size.files; file++) yield `M 100644 :1 ${pathOf(area, folder, file)}\n`;
  yield commitText('other', 3) + 'from :2\n';
  for (let area = 0; area < shape.switched / shape.perArea; area++) yield `R ${areaPath(100 + area)} moved/${area}\n`;
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const commitText = (branch: string, mark: number): string =>
  `commit refs/heads/${branch}\nmark :${mark}\ncommitter Test <test@acme.example> 1700000000 +0000\n${data(branch)}`;

/** Makes a repository of empty files with this ownership file in an empty folder. */
export async function makeRepositoryOf(folder: string, paths: readonly string[], ownership: string): Promise<void> {
  await git(folder, ['init', '--quiet', '--initial-branch=main']);
  await git(folder, ['fast-import', '--quiet'], historyOf(paths, ownership));
  await git(folder, ['reset', '--quiet', '--hard', 'main']);
}

function* historyOf(paths: readonly string[], ownership: string): Generator<string> {
  yield 'blob\nmark :1\ndata 0\n\n';
  yield commitText('main', 2);
  yield `M 100644 inline aor.yaml\n${data(ownership)}`;
  for (const path of paths) yield `M 100644 :1 ${JSON.stringify(path)}\n`;
}

/** Runs git to its end; rejects where it fails. */
export function git(folder: string, args: readonly string[], input: Iterable<string> = []): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env: isolated, stdio: ['pipe', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`git ${args[0] ?? ''} ended with ${String(status)}`)),
    );
    child.stdin.end(Array.from(input).join(''));
  });
}
