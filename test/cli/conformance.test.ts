/** The cases of the ownership file reference, through the built command line. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isFound, ownershipCases, unexpectedErrors, type ExpectedProblem, type OwnershipCase } from '../ownershipCases';
import { aor, git, repositoryWith, write } from './program';

interface Answer {
  readonly path: string;
  readonly rule: { readonly glob: string; readonly file: string; readonly line: number } | null;
  readonly vacant: { readonly reason: string } | null;
  readonly also: readonly {
    readonly aor: string;
    readonly glob: string;
    readonly file: string;
    readonly line: number;
    readonly lost: string;
  }[];
  readonly [key: string]: unknown;
}

/** Runs at a time: most of one is waiting for a process to start. */
const atOnce = 4;

const sorted = (list: unknown): unknown[] =>
  [...(list as unknown[])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What the case says of a place, where the entry file is left out. */
function placed(place: { readonly glob: string; readonly file: string; readonly line: number }, entry: string) {
  const { glob, file, line } = place;
  return { glob, line, ...(file === entry ? {} : { file }) };
}

async function run(theCase: OwnershipCase): Promise<void> {
  const folder = repositoryWith({
    ...Object.fromEntries((theCase.tree ?? []).map((path) => [path, ''])),
    ...theCase.files,
  });
  for (const nested of theCase.repositories ?? []) {
    write(folder, { [join(nested, '.keep')]: '' });
    git(join(folder, nested), 'init', '--quiet');
  }
  const options = [
    '--today',
    theCase.today ?? '2026-06-15',
    ...(theCase.setting === undefined ? [] : ['--file', join(folder, theCase.setting)]),
  ];
  const cwd = join(folder, theCase.opened ?? '');
  const prefix = theCase.entry?.startsWith(`${theCase.opened ?? '/'}/`) === true ? `${theCase.opened}/` : '';
  const entry = (theCase.entry ?? '').slice(prefix.length);

  if (theCase.entry === null) {
    const result = await aor(cwd, ['who', ...options, 'x']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /^aor: No ownership file.*\n$/);
    return;
  }
  if (theCase.ask.length > 0) {
    const paths = theCase.ask.map(({ path }) => join(folder, path));
    const { stdout, stderr, status } = await aor(cwd, ['who', '--json', '--stdin', '-z', ...options], paths.join('\0'));
    assert.equal(status, 0, stderr);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    assert.equal(answers.length, theCase.ask.length);
    theCase.ask.forEach((expected, at) => compare(answers[at]!, { ...expected }, prefix, entry));
  }
  await compareProblems(theCase, cwd, prefix, options);
}

function compare(answer: Answer, expected: Readonly<Record<string, unknown>>, prefix: string, entry: string): void {
  const found: Record<string, unknown> = {
    ...answer,
    path: prefix + answer.path,
    vacant: answer.vacant?.reason ?? null,
    glob: null,
    line: null,
    ...(answer.rule === null ? {} : placed(answer.rule, entry)),
    also: answer.also.map(({ aor: id, lost, ...place }) => ({ aor: id, ...placed(place, entry), lost })),
  };
  const wanted: Record<string, unknown> = { aor: null, owner: null, glob: null, line: null, vacant: null, ...expected };
  for (const key of ['reviews', 'conditional']) {
    if (key in wanted) [found[key], wanted[key]] = [sorted(found[key]), sorted(wanted[key])];
  }
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((key) => [key, found[key]])), wanted);
}

async function compareProblems(
  theCase: OwnershipCase,
  cwd: string,
  prefix: string,
  options: readonly string[],
): Promise<void> {
  const { stdout, stderr, status } = await aor(cwd, ['check', '--json', ...options]);
  const expected = theCase.problems ?? [];
  const { problems } = JSON.parse(stdout) as { problems: (Required<ExpectedProblem> & { severity: string })[] };
  const found = problems.map(({ code, severity, file, line }) => {
    return { code, file: prefix + file, line, isError: severity === 'error' };
  });
  for (const one of expected) assert.ok(isFound(found, one), JSON.stringify(one));
  assert.deepEqual(unexpectedErrors(found, expected), []);
  for (const code of theCase.not ?? []) assert.ok(!found.some((one) => one.code === code), code);
  // A file nothing can be recovered from: the problems are told, and the first on stderr too.
  if (status === 2) assert.match(stderr, /^aor: [^\n]+:\d+:\d+: [^\n]+\n$/);
  else assert.equal(status, found.some(({ isError }) => isError) ? 1 : 0);
}

describe('the command line: ownership file conformance', () => {
  const outcomes = new Map<string, unknown>();

  before(async function () {
    this.timeout(240_000);
    const waiting = [...ownershipCases];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          outcomes.set(
            next.name,
            await run(next).then(
              () => undefined,
              (error: unknown) => error,
            ),
          );
        }
      }),
    );
  });

  for (const { name } of ownershipCases) {
    it(name, () => {
      assert.ok(outcomes.has(name));
      const outcome = outcomes.get(name);
      if (outcome !== undefined) throw outcome as Error;
    });
  }
});
