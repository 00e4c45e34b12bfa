/** git itself: `git check-attr`, which matches in C, and `git ls-files`, the time the list alone takes. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitEnvironment, safely } from '../../../src/node/git';
import { nothing, type Answers, type Entries } from '../answers';
import { attributeLines } from '../common';
import type { DataSet } from '../dataSet';
import { sampleFor, type Pace, type Side } from './side';

/** A repository whose index has the files of a data set, with nothing on disk. */
export interface GitFixture {
  readonly folder: string;
  dispose(): void;
}

/** Makes the repository. Throws where there is no git. */
export function gitFixture({ paths }: DataSet): GitFixture {
  const folder = mkdtempSync(join(tmpdir(), 'aor-bench-'));
  git(folder, ['init', '--quiet']);
  const emptyBlob = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';
  writeFileSync(join(folder, 'index-info'), paths.map((path) => `100644 ${emptyBlob}\t${path}\0`).join(''));
  git(folder, ['update-index', '-z', '--index-info'], join(folder, 'index-info'));
  return { folder, dispose: () => rmSync(folder, { recursive: true }) };
}

/** The list alone, printed to nowhere. */
export function listSide({ folder }: GitFixture): Side {
  return {
    name: 'git ls-files -z',
    clock: 'the whole process',
    at: null,
    prepare: () => ({ run: () => git(folder, ['ls-files', '-z']), answers: () => null }),
    forAll: (ms) => ms,
  };
}

/** The rules as attributes, all of which must be in the common part. */
export function attributesSide(
  { folder }: GitFixture,
  { file, paths }: DataSet,
  { numberOf }: Entries,
  pace: Pace,
): Side {
  const lines = attributeLines(file);
  writeFileSync(
    join(folder, '.git', 'info', 'attributes'),
    lines.map(({ pattern, entry }) => `${pattern} aor=${numberOf(entry)}\n`).join(''),
  );
  const at = sampleFor(paths.length, lines.length, pace);
  const asked = join(folder, 'asked');
  const answered = join(folder, 'answered');
  const ask = (input: string): void => git(folder, ['check-attr', '-z', '--stdin', 'aor'], input, answered);
  writeFileSync(
    asked,
    (at === null ? paths : at.map((place) => paths[place] ?? '')).map((path) => `${path}\0`).join(''),
  );
  writeFileSync(join(folder, 'one'), `${paths[0] ?? ''}\0`);
  let startMs = 0;
  return {
    name: `git check-attr ${gitVersion()}`,
    clock: 'the whole process, reading the attributes too; paths from a file to a file',
    at,
    prepare() {
      if (at !== null) startMs = timed(() => ask(join(folder, 'one')));
      return { run: () => ask(asked), answers: () => readAnswers(answered) };
    },
    // Reading the rules takes as long for some files as for all.
    forAll: (ms) => (at === null ? ms : startMs + ((ms - startMs) * paths.length) / at.length),
  };
}

function readAnswers(path: string): Answers {
  const fields = readFileSync(path, 'utf8').split('\0').slice(0, -1);
  return Int32Array.from({ length: fields.length / 3 }, (_, at) => {
    const value = fields[3 * at + 2] ?? '';
    return value === 'unspecified' ? nothing : Number(value);
  });
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function gitVersion(): string {
  const { stdout } = spawnSync('git', ['--version'], { encoding: 'utf8' });
  return stdout.trim().split(' ').at(-1) ?? '';
}

/** Runs git with a file in front of it and one behind: no pipe of ours is part of its time. */
function git(folder: string, args: readonly string[], input = '/dev/null', output = '/dev/null'): void {
  const [from, to] = [openSync(input, 'r'), openSync(output, 'w')];
  const { status, error } = spawnSync('git', [...safely, ...args], {
    ...{ cwd: folder, env: gitEnvironment(process.env), stdio: [from, to, 'inherit'] },
  });
  closeSync(from);
  closeSync(to);
  if (status !== 0) throw error ?? new Error(`git ${args[0] ?? ''} failed.`);
}
