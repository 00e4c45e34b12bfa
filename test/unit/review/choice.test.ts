import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choose } from '../../../src/core/review/choice';
import { solveExactly } from '../../../src/core/review/choice/exact';
import { solveGreedily } from '../../../src/core/review/choice/greedy';
import { compareCosts, totalCost, type Assignment, type Cost, type Need } from '../../../src/core/review/choice/need';
import { reduce } from '../../../src/core/review/choice/reduce';

const people = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A load and a number that breaks ties; two people are equal in both. */
const personCost = (person: string): Cost => [person === 'c' ? 1 : 0, [7, 3, 9, 1, 5, 1][people.indexOf(person)] ?? 0];

const option = fc.record({
  person: fc.constantFrom(...people),
  cost: fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 }), fc.integer({ min: -2, max: 2 })),
});

const needsUpTo = (maxLength: number): fc.Arbitrary<readonly Need[]> =>
  fc
    .array(fc.uniqueArray(option, { selector: ({ person }) => person, minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength,
    })
    .map((all) => all.map((options, at) => ({ id: `n${at}`, options })));

const open = (needs: readonly Need[]) => needs.map((need) => ({ ...need, fallback: null }));

/** Everything that could be chosen. */
function allAssignments(needs: readonly Need[]): readonly Assignment[] {
  return needs.reduce<readonly Assignment[]>(
    (found, { id, options }) => found.flatMap((one) => options.map(({ person }) => new Map([...one, [id, person]]))),
    [new Map()],
  );
}

/** The lowest cost there is, by trying everything. */
const lowestCost = (needs: readonly Need[]): Cost =>
  allAssignments(needs)
    .map((assignment) => totalCost(needs, assignment, personCost))
    .reduce((a, b) => (compareCosts(b, a) < 0 ? b : a));

const isComplete = (needs: readonly Need[], assignment: Assignment) =>
  needs.every(({ id, options }) => options.some(({ person }) => person === assignment.get(id)));

describe('choice', () => {
  it('is the best there is', () => {
    fc.assert(
      fc.property(needsUpTo(6), (needs) => {
        const assignment = choose(needs, personCost);
        assert.ok(isComplete(needs, assignment));
        assert.deepEqual(totalCost(needs, assignment, personCost), lowestCost(needs));
      }),
      { numRuns: 300 },
    );
  });

  it('is the best there is for those who count as none', () => {
    const there = fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }).map((ids) => new Set(ids));
    // Of those who are there anyway it makes no difference how many are taken, nor what they would cost.
    const further = (needs: readonly Need[], assignment: Assignment, free: ReadonlySet<string>): Cost => {
      const [, ...costs] = totalCost(needs, assignment, (person) => (free.has(person) ? [0, 0] : personCost(person)));
      return [new Set([...assignment.values()].filter((person) => !free.has(person))).size, ...costs];
    };
    fc.assert(
      fc.property(needsUpTo(6), there, (needs, free) => {
        const assignment = choose(needs, personCost, free);
        assert.ok(isComplete(needs, assignment));
        const lowest = allAssignments(needs)
          .map((one) => further(needs, one, free))
          .reduce((a, b) => (compareCosts(b, a) < 0 ? b : a));
        assert.deepEqual(further(needs, assignment, free), lowest);
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing when it is made smaller first', () => {
    fc.assert(
      fc.property(needsUpTo(10), (needs) => {
        const whole = solveExactly(open(needs), personCost);
        assert.deepEqual(totalCost(needs, choose(needs, personCost), personCost), totalCost(needs, whole, personCost));
      }),
    );
  });

  it('a greedy choice is complete and never better than the exact one', () => {
    fc.assert(
      fc.property(needsUpTo(12), (needs) => {
        const greedy = solveGreedily(open(needs), personCost);
        assert.ok(isComplete(needs, greedy));
        const exact = totalCost(needs, solveExactly(open(needs), personCost), personCost);
        assert.ok(compareCosts(totalCost(needs, greedy, personCost), exact) >= 0);
      }),
    );
  });

  it('gives the same answer in any order', () => {
    fc.assert(
      fc.property(needsUpTo(20), (needs) => {
        const reversed = [...needs].reverse().map(({ id, options }) => ({ id, options: [...options].reverse() }));
        const sorted = (assignment: Assignment) => [...assignment].sort();
        assert.deepEqual(sorted(choose(reversed, personCost)), sorted(choose(needs, personCost)));
      }),
    );
  });

  it('keeps parts apart that share nobody, so that many small ones stay exact', () => {
    const pairs: Need[] = Array.from({ length: 20 }, (_, at) => [`p${at}`, `q${at}`]).flatMap(
      ([p = '', q = ''], at) => [
        { id: `x${at}`, options: [p, q].map((person, rung) => ({ person, cost: [0, rung, 0] })) },
        { id: `y${at}`, options: [q, p].map((person, rung) => ({ person, cost: [0, rung, 0] })) },
      ],
    );
    const { components } = reduce(pairs, () => [0, 0]);
    assert.ok(components.every((component) => component.length <= 2));
    assert.equal(new Set(choose(pairs, () => [0, 0]).values()).size, 20);
  });
});
