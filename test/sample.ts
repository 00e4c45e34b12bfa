// Makes the sample shop: a git repository with the files of test/data/shop and a history that leads up to them.
//   node out/test/sample.js DIR
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parse } from 'yaml';

/** Base-relative path with `/` → text. */
type Tree = ReadonlyMap<string, string>;

interface Commit {
  readonly by: string;
  readonly at: string;
  readonly title: string;
  readonly body?: string;
  readonly with?: readonly string[];
  readonly reviewed?: readonly string[];
  readonly move?: readonly [before: string, after: string];
  readonly remove?: Readonly<Record<string, string>>;
  readonly edit?: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>>;
  readonly block?: Readonly<Record<string, readonly string[]>>;
  readonly add?: readonly string[];
  /** Branches only: path → whole text. */
  readonly write?: Readonly<Record<string, string>>;
}

/** The parts of `test/data/shop-history.yaml`, which says what they mean. */
interface History {
  readonly people: Readonly<Record<string, string>>;
  readonly main: readonly Commit[];
  readonly branches: readonly {
    readonly name: string;
    readonly from: string;
    readonly commits: readonly Commit[];
  }[];
}

interface Step {
  readonly commit: Commit;
  readonly before: Tree;
  readonly after: Tree;
}

/**
 * Makes a git repository of the sample shop in `dir`, which is missing or empty: history on `main`, which is checked
 * out, and a branch `feature/one-click`. Commit ids are the same each time. Takes nothing from the user's git settings.
 * Throws when there is something in `dir` already, and when the history does not fit the files.
 */
export async function makeSample(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) throw new Error(`${dir} is not empty. Name a folder that is empty or missing.`);
  const history = parse(await readFile(join(dataFolder(), 'shop-history.yaml'), 'utf8')) as History;
  const stream = importStream(history, shopFiles());
  await git(dir, ['init', '--quiet', '--template=', '--object-format=sha1', '--initial-branch=main']);
  await git(dir, ['fast-import', '--quiet'], stream);
  await git(dir, ['reset', '--quiet', '--hard', 'main']);
}

/** The files of the sample as they are on its `main`. */
export function shopFiles(): Tree {
  const root = join(dataFolder(), 'shop');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [file.slice(root.length + 1).replaceAll(sep, '/'), readFileSync(file, 'utf8')] as const),
  );
}

/** `test/data` of the folder that holds `package.json`, wherever the bundle of this file runs. */
function dataFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`No package.json above ${__dirname}.`);
    folder = above;
  }
  return join(folder, 'test', 'data');
}

/** What `git fast-import` reads: every commit of every branch in one process. */
function importStream({ people, main, branches }: History, final: Tree): string {
  const steps = backwards(main, final);
  const stream: string[] = [];
  const marks = new Map<string, number>();
  let last = 0;
  const put = (branch: string, { commit, before, after }: Step, parent: number | null): number => {
    const mark = (last += 1);
    marks.set(commit.title, mark);
    stream.push(commitText(people, branch, commit, mark, parent), changesText(before, after));
    return mark;
  };
  let tip: number | null = null;
  for (const step of steps) tip = put('main', step, tip);
  for (const { name, from, commits } of branches) {
    const start = steps.find(({ commit }) => commit.title === from);
    if (start === undefined) throw new Error(`${name} begins at "${from}", which is no commit of main.`);
    let { after } = start;
    let parent = marks.get(from) ?? null;
    for (const commit of commits) {
      const before = after;
      after = forwards(before, commit);
      parent = put(name, { commit, before, after }, parent);
    }
  }
  return stream.join('');
}

/** The steps that lead up to `final`, oldest first; found from the last one backwards. */
function backwards(commits: readonly Commit[], final: Tree): Step[] {
  let after = final;
  const steps = [...commits].reverse().map((commit): Step => {
    const step = { commit, before: undo(after, commit), after };
    after = step.before;
    return step;
  });
  if (after.size > 0) throw new Error(`No commit adds ${[...after.keys()].join(', ')}.`);
  return steps.reverse();
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function undo(after: Tree, { title, move, remove, edit, block, add }: Commit): Tree {
  const tree = new Map(after);
  for (const added of add ?? []) {
    const paths = [...tree.keys()].filter((path) => isWithin(path, added));
    if (paths.length === 0) throw new Error(`"${title}" adds ${added}, which is not there.`);
    for (const path of paths) tree.delete(path);
  }
  for (const [path, lines] of Object.entries(block ?? {})) {
    for (const line of lines) tree.set(path, withoutBlock(textAt(tree, path, title), line, title));
  }
  for (const [path, edits] of Object.entries(edit ?? {})) {
    for (const [before, now] of [...edits].reverse()) {
      tree.set(path, replaced(textAt(tree, path, title), now, before, title));
    }
  }
  for (const [path, text] of Object.entries(remove ?? {})) tree.set(path, text);
  if (move === undefined) return tree;
  const [from, to] = move;
  return new Map([...tree].map(([path, text]) => [isWithin(path, to) ? from + path.slice(to.length) : path, text]));
}

function forwards(before: Tree, { title, edit, write }: Commit): Tree {
  const tree = new Map([...before, ...Object.entries(write ?? {})]);
  for (const [path, edits] of Object.entries(edit ?? {})) {
    for (const [was, now] of edits) tree.set(path, replaced(textAt(tree, path, title), was, now, title));
  }
  return tree;
}

function textAt(tree: Tree, path: string, title: string): string {
  const text = tree.get(path);
  if (text === undefined) throw new Error(`"${title}" changes ${path}, which is not there.`);
  return text;
}

function replaced(text: string, from: string, to: string, title: string): string {
  if (!text.includes(from)) throw new Error(`"${title}" changes ${JSON.stringify(from)}, which is not there.`);
  return text.replaceAll(from, () => to);
}

/** The YAML text without the entry whose first line begins with `start`, and without the blank lines behind it. */
function withoutBlock(text: string, start: string, title: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(start));
  if (first < 0) throw new Error(`"${title}" adds the block ${JSON.stringify(start)}, which is not there.`);
  const depth = start.search(/\S/);
  const length = lines.slice(first + 1).findIndex((line) => line !== '' && line.search(/\S/) <= depth);
  lines.splice(first, length < 0 ? lines.length - first - 1 : length + 1);
  // At the end of a file, the blank line that parted the block from the one before goes as well.
  return length < 0 ? lines.join('\n').replace(/\n+$/, '\n') : lines.join('\n');
}

function commitText(
  people: History['people'],
  branch: string,
  { by, at, title, body, with: others = [], reviewed = [] }: Commit,
  mark: number,
  parent: number | null,
): string {
  const named = (id: string): string => {
    const person = people[id];
    if (person === undefined) throw new Error(`"${title}" names ${id}, whom nobody knows.`);
    return person;
  };
  const trailers = [
    ...others.map((id) => `Co-authored-by: ${named(id)}`),
    ...reviewed.map((id) => `Reviewed-by: ${named(id)}`),
  ];
  const message = [title, body, trailers.join('\n')].filter((part) => part !== undefined && part !== '').join('\n\n');
  const who = `${named(by)} ${Date.parse(at) / 1000} ${at.slice(-6).replace(':', '')}`;
  return [
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `author ${who}`,
    `committer ${who}`,
    data(`${message}\n`) + (parent === null ? '' : `from :${parent}\n`),
  ].join('\n');
}

function changesText(before: Tree, after: Tree): string {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const changed = [...after].filter(([path, text]) => before.get(path) !== text);
  return [
    ...gone.map((path) => `D ${path}\n`),
    // From the text, because Windows has no executable bit.
    ...changed.map(([path, text]) => `M ${text.startsWith('#!') ? 100755 : 100644} inline ${path}\n${data(text)}`),
    '\n',
  ].join('');
}

/** The length is in bytes. */
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const ownSettings = ['core.autocrlf=false', 'core.fsmonitor=false', 'core.hooksPath=', 'commit.gpgsign=false'];

/** Runs git in `dir` with no settings but these; what git says on stderr becomes the error. */
function git(dir: string, args: readonly string[], input = ''): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    // A file that does not exist counts as empty, on every system.
    GIT_CONFIG_GLOBAL: join(resolve(dir), '.git', 'no-global-settings'),
  };
  return new Promise((done, fail) => {
    const settings = ownSettings.flatMap((setting) => ['-c', setting]);
    const child = execFile('git', [...settings, ...args], { cwd: dir, env }, (error, _out, said) => {
      if (error === null) done();
      else fail(new Error(`git ${args[0] ?? ''} failed: ${said.trim() || error.message}`));
    });
    // If git ends before it has read everything, its exit says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

// The name is looked at too: bundled into another program, this file is not the one that was started.
if (require.main === module && basename(__filename) === 'sample.js') {
  const dir = process.argv[2];
  if (dir === undefined) {
    console.error('usage: node out/test/sample.js DIR');
    process.exitCode = 2;
  } else {
    makeSample(dir).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    });
  }
}
