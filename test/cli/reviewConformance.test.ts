/** The cases of *Choosing*, as real commits, through the built command line. */
import assert from 'node:assert/strict';
import cases from '../data/conformance/review.json';
import { aor } from './program';
import { repositoryOf, type ReviewCase, type ReviewExpectation } from './reviewRepository';

interface Answer {
  readonly ownershipFile: { readonly from: string };
  readonly ask: readonly {
    readonly person: string;
    readonly warnings: readonly string[];
    readonly for: readonly {
      readonly aor: string;
      readonly as: string;
      readonly level: string;
      readonly files: readonly string[];
    }[];
  }[];
  readonly uncovered: readonly { readonly kind: string; readonly id: string; readonly code: string }[];
  readonly undecided: readonly { readonly aor: string; readonly code: string }[];
  readonly also: readonly { readonly aor: string; readonly code: string }[];
}

/** The command line knows nobody's load. */
const runnable = (cases as unknown as readonly ReviewCase[]).filter(({ busy }) => busy === undefined);

/** Runs at a time: most of one is waiting for processes. */
const atOnce = 4;

const sorted = (list: readonly unknown[]): unknown[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const told = ({ ask, uncovered, undecided, also, ownershipFile }: Answer) => ({
  from: ownershipFile.from,
  ask: sorted(
    ask.map(({ person, warnings, for: covered }) => ({
      person,
      as: Object.fromEntries(covered.map((one) => [one.aor, one.as] as const).toSorted()),
      warnings,
    })),
  ),
  uncovered: sorted(uncovered.map(({ kind, id, code }) => ({ kind, id, code }))),
  undecided: sorted(undecided.map(({ aor: id, code }) => ({ aor: id, code }))),
  also: sorted(also.map(({ aor: id, code }) => ({ aor: id, code }))),
});

const wanted = ({ ask, uncovered = [], undecided = [], also = [], from = 'base' }: ReviewExpectation) => ({
  from,
  ask: sorted(
    ask.map(({ person, as, warnings = [] }) => ({
      person,
      as: Object.fromEntries(Object.entries(as).toSorted()),
      warnings,
    })),
  ),
  uncovered: sorted(uncovered),
  undecided: sorted(undecided),
  also: sorted(also),
});

async function run(theCase: ReviewCase): Promise<void> {
  const authors = theCase.authors.flatMap((id) => ['--author', id]);
  const { stdout, stderr, status } = await aor(repositoryOf(theCase), [
    ...['review', '--json', '--today', theCase.today],
    ...authors,
  ]);
  assert.ok(status === 0 || status === 1, stderr);
  const answer = JSON.parse(stdout) as Answer;
  assert.deepEqual(told(answer), wanted(theCase.expect));

  // Requirements show in those who are asked, and in what is left.
  const requirements = new Map(theCase.expect.requirements.map((one) => [one.aor, one]));
  const covered = answer.ask.flatMap((ask) => ask.for);
  for (const { aor: id, level, files } of covered) {
    assert.deepEqual(
      { aor: id, level, files: sorted(files) },
      { ...requirements.get(id)!, level, files: sorted(requirements.get(id)!.files) },
    );
    assert.equal(level, requirements.get(id)!.level);
  }
  const left = [
    ...answer.also.filter(({ code }) => code !== 'vacant').map((one) => one.aor),
    ...answer.uncovered.filter(({ kind }) => kind === 'aor').map(({ id }) => id),
  ];
  assert.deepEqual([...new Set([...covered.map((one) => one.aor), ...left])].sort(), [...requirements.keys()].sort());

  const open = [
    ...answer.undecided.map((one) => one.aor),
    ...left.filter((id) => requirements.get(id)?.level === 'must'),
  ];
  if (open.length === 0) assert.equal(status, 0);
}

describe('the command line: review conformance', () => {
  const outcomes = new Map<string, unknown>();

  before(async function () {
    this.timeout(240_000);
    const waiting = [...runnable];
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

  for (const { name } of runnable) {
    it(name, () => {
      assert.ok(outcomes.has(name));
      const outcome = outcomes.get(name);
      if (outcome !== undefined) throw outcome as Error;
    });
  }
});
