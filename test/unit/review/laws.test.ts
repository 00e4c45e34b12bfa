/** What holds for every suggestion, whatever the file and the change. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  candidatesFor,
  mustStates,
  reviewJson,
  whyText,
  type ChoiceMode,
  type Evidence,
  type ForgeFacts,
  type RequestStanding,
  type Suggestion,
} from '../../../src/core';
import { authors, fileOf, personId, suggestFor, today, writtenChange, writtenFile } from './written';

const mode = fc.constantFrom<ChoiceMode>('accountable', 'lean');
const busy = fc.uniqueArray(personId, { maxLength: 2 });
const nobody: readonly string[] = [];

/** Something that looks like history and is the same every time. */
const evidence: Evidence = {
  scoreOf: (person, { aor }) => (person.charCodeAt(0) * 7 + aor.id.charCodeAt(0) * 3) % 5,
  knowersOf: ([first = '']) =>
    ['ana', 'ben', 'cy', 'dot', 'eve', null].map((person) => ({
      ...{ person, name: `N ${first}`, reviewed: 1, of: 2, where: 'here' },
      ...{ reviewedOfAuthors: 0, ofAuthors: 0 },
    })),
};

const uncoveredAors = ({ uncovered }: Suggestion): readonly string[] =>
  uncovered.flatMap((one) => (one.kind === 'aor' ? [one.requirement.aor.id] : [])).sort();

const shuffled = <T>(items: readonly T[], by: readonly number[]): T[] =>
  items
    .map((item, at) => ({ item, key: by[at % by.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe('laws of suggestions', () => {
  it('everybody who is asked has a reason and a requirement, and is no author', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, mode, async (written, change, by, choice) => {
        const file = await fileOf(written);
        const { ask, requirements } = await suggestFor(file, change, by, { mode: choice, evidence });
        const people = ask.map(({ person }) => person.id);
        assert.equal(new Set(people).size, people.length);
        for (const { person, for: covered } of ask) {
          assert.ok(!by.includes(person.id));
          assert.ok(!person.bot && person.left === null);
          assert.ok(covered.length > 0);
          for (const one of covered) {
            assert.ok(requirements.includes(one.requirement));
            assert.ok(one.requirement.level !== 'note' && one.requirement.files.length > 0);
            assert.match(whyText(one, 'others'), /^.+: \d+ files?/);
          }
        }
      }),
    ));

  it('every requirement that somebody can take is covered once or named in also; every other one is uncovered', () =>
    fc.assert(
      fc.asyncProperty(
        writtenFile,
        writtenChange,
        authors,
        busy,
        mode,
        async (written, change, by, busyOnes, choice) => {
          const file = await fileOf(written);
          const context = { authors: new Set(by), busy: new Set(busyOnes), today };
          const suggestion = await suggestFor(file, change, by, { ...context, mode: choice });
          for (const requirement of suggestion.requirements) {
            const covered = suggestion.ask.filter(({ for: items }) =>
              items.some((one) => one.requirement === requirement),
            );
            const codes = suggestion.also.filter((also) => also.requirement === requirement).map(({ code }) => code);
            const canBeTaken = candidatesFor(file, requirement.aor, context).length > 0;
            if (requirement.level === 'note') assert.deepEqual([covered.length, codes], [0, ['note']]);
            else if (!canBeTaken) assert.ok(uncoveredAors(suggestion).includes(requirement.aor.id));
            else {
              assert.equal(covered.length + codes.filter((code) => code === 'ask-at-most').length, 1);
              assert.ok(!uncoveredAors(suggestion).includes(requirement.aor.id));
              if (requirement.level === 'must') assert.equal(covered.length, 1);
            }
          }
        },
      ),
    ));

  it('no more people than the policy allows are asked, not counting those with a must', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, mode, async (written, change, by, choice) => {
        const { ask } = await suggestFor(await fileOf(written), change, by, { mode: choice });
        const others = ask.filter(({ for: covered }) =>
          covered.every(({ requirement }) => requirement.level !== 'must'),
        );
        assert.ok(others.length <= written.review['ask-at-most']);
      }),
    ));

  it('accountable: an owner who can be asked is never replaced; lean asks no more people', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, async (written, change, by) => {
        const file = await fileOf({ ...written, review: { 'ask-at-most': 100 } });
        const accountable = await suggestFor(file, change, by);
        for (const { for: covered } of accountable.ask)
          for (const { requirement, as, code } of covered)
            assert.ok(as === 'owner' || code !== 'owner', requirement.aor.id);
        const lean = await suggestFor(file, change, by, { mode: 'lean' });
        assert.ok(lean.ask.length <= accountable.ask.length);
      }),
    ));

  it('the same change has the same answer, in whatever order it and the file are written', () =>
    fc.assert(
      fc.asyncProperty(
        writtenFile,
        writtenChange,
        authors,
        mode,
        fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
        async (written, change, by, choice, keys) => {
          const reordered = {
            ...written,
            people: Object.fromEntries(shuffled(Object.entries(written.people), keys)),
            aors: Object.fromEntries(shuffled(Object.entries(written.aors), keys)),
          };
          const [one, other] = await Promise.all([
            suggestFor(await fileOf(written), change, by, { mode: choice, evidence }),
            suggestFor(await fileOf(reordered), shuffled(change, keys), [...by].reverse(), { mode: choice, evidence }),
          ]);
          assert.deepEqual(reviewJson(one, null), reviewJson(other, null));
        },
      ),
    ));

  it('without a person exactly that is uncovered what would be if they made the change, covers of theirs aside', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, personId, async (written, change, by, gone) => {
        // Somebody who covers for the person is on a rung only while the person is there to be covered for.
        const known = written.people[gone];
        const people = { ...written.people, ...(known === undefined ? {} : { [gone]: { ...known, away: [] } }) };
        const rest = Object.fromEntries(Object.entries(people).filter(([id]) => id !== gone));
        const [asAuthor, without] = await Promise.all([
          suggestFor(await fileOf({ ...written, people }), change, [...by, gone]),
          suggestFor(await fileOf({ ...written, people: rest }), change, by),
        ]);
        assert.deepEqual(uncoveredAors(without), uncoveredAors(asAuthor));
      }),
    ));

  it('nobody who is asked, has left, or made the change is shown as knowing it, and three at most', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, async (written, change, by) => {
        const suggestion = await suggestFor(await fileOf(written), change, by, { evidence });
        const { knows, ask, requirements, uncovered } = suggestion;
        for (const aor of [...requirements.map((one) => one.aor), null])
          assert.ok(knows.filter((one) => one.aor === aor).length <= 3);
        // Somebody nobody has a name for is among those who know.
        const isSomethingUnowned = uncovered.some(({ kind }) => kind === 'path');
        assert.equal(
          knows.some(({ aor }) => aor === null),
          isSomethingUnowned,
        );
        for (const { aor, person } of knows) {
          if (person === null) continue;
          assert.ok(!by.includes(person.id) && !person.bot && person.left === null);
          const asked = ask.find((one) => one.person === person);
          assert.ok(asked?.for.every(({ requirement }) => requirement.aor !== aor) ?? true);
        }
      }),
    ));
});

describe('laws of the request', () => {
  const standing = fc.dictionary(
    personId,
    fc.constantFrom<RequestStanding>('requested', 'commented', 'changes-requested', 'approved'),
    { maxKeys: 4, noNullPrototype: true },
  );
  const waiting = fc.dictionary(personId, fc.nat({ max: 20 }), { noNullPrototype: true });
  const factsOf = (
    there: Readonly<Record<string, RequestStanding>>,
    load: Readonly<Record<string, number>>,
  ): ForgeFacts => ({
    ...{ standing: new Map(Object.entries(there)), waiting: new Map(Object.entries(load)) },
    ...{ busy: new Set(), opener: null },
  });
  const idsOf = ({ ask }: Suggestion): readonly string[] => ask.map(({ person }) => person.id);

  it('a forge that says nothing changes nothing', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, mode, async (written, change, by, choice) => {
        const file = await fileOf(written);
        const without = await suggestFor(file, change, by, { mode: choice, evidence });
        const silent = await suggestFor(file, change, by, { mode: choice, evidence, forge: factsOf({}, {}) });
        const { states, ...rest } = reviewJson(silent, null);
        assert.deepEqual(rest, reviewJson(without, null));
        assert.ok(states?.every(({ state }) => state === 'open'));
      }),
    ));

  it('those who were asked are the answer once they are there, whether they have reviewed by then or not', () =>
    fc.assert(
      fc.asyncProperty(
        ...[writtenFile, writtenChange, authors, mode, waiting, busy, fc.boolean()],
        async (written, change, by, choice, load, busyOnes, haveReviewed) => {
          const file = await fileOf(written);
          const more = { mode: choice, evidence, busy: new Set(busyOnes) };
          const before = await suggestFor(file, change, by, { ...more, forge: factsOf({}, load) });
          const place = haveReviewed ? 'commented' : 'requested';
          const there = Object.fromEntries(idsOf(before).map((id) => [id, place] as const));
          const after = await suggestFor(file, change, by, { ...more, forge: factsOf(there, load) });
          // What there was no room for may go to somebody who is there, and change who has most.
          assert.deepEqual(idsOf(after).toSorted(), idsOf(before).toSorted());
        },
      ),
      { numRuns: 300 },
    ));

  it('nobody who is there is dropped for want of room, and nobody further is asked because of them', () =>
    fc.assert(
      fc.asyncProperty(
        ...[writtenFile, writtenChange, authors, mode, standing],
        async (written, change, by, choice, there) => {
          const forge = factsOf(there, {});
          const { also } = await suggestFor(await fileOf(written), change, by, { mode: choice, forge });
          for (const one of also)
            if (one.code === 'ask-at-most') assert.ok(!Object.hasOwn(there, one.person.id), one.person.id);
          const roomy = await fileOf({ ...written, review: { 'ask-at-most': 100 } });
          const without = await suggestFor(roomy, change, by, { mode: choice });
          const withThem = await suggestFor(roomy, change, by, { mode: choice, forge });
          const further = idsOf(withThem).filter((id) => !Object.hasOwn(there, id));
          assert.ok(further.length <= without.ask.length);
        },
      ),
    ));

  it('an AOR is approved exactly where a must of it would be', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenChange, authors, standing, async (written, change, by, there) => {
        const file = await fileOf(written);
        const suggestion = await suggestFor(file, change, by, { forge: factsOf(there, {}) });
        const verdicts = new Map(
          Object.entries(there).flatMap(([id, as]) =>
            as === 'approved' || as === 'changes-requested' ? [[id, as]] : [],
          ),
        );
        const context = { authors: new Set(by), busy: new Set(nobody), today };
        for (const { requirement, approvedBy } of mustStates(file, suggestion, verdicts, context)) {
          const found = suggestion.states?.find((one) => one.requirement === requirement);
          assert.equal(found?.state === 'approved', approvedBy !== null);
          if (approvedBy !== null) assert.equal(found?.by, approvedBy);
        }
      }),
    ));
});

describe('laws of the base', () => {
  const rank = ['note', 'offer', 'area', 'must'];

  it('takes nothing away, whatever the change makes of the ownership file', () =>
    fc.assert(
      fc.asyncProperty(
        writtenFile,
        writtenFile,
        writtenChange,
        authors,
        async (writtenBase, writtenHead, change, by) => {
          const [base, head] = await Promise.all([fileOf(writtenBase), fileOf(writtenHead)]);
          const [before, after] = await Promise.all([
            suggestFor(base, change, by),
            suggestFor(base, change, by, { head }),
          ]);
          for (const { aor, files, level } of before.requirements) {
            const now = after.requirements.find((one) => one.aor === aor);
            assert.ok(now !== undefined, `${aor.id} is gone`);
            // A rename that matched by its old path alone may match by its new one as well.
            const names = (file: string) => [
              file,
              ...change.flatMap(({ from, path }) => (from === file ? [path] : [])),
            ];
            assert.ok(files.every((file) => names(file).some((name) => now.files.includes(name))));
            assert.ok(rank.indexOf(now.level) >= rank.indexOf(level));
          }
          assert.deepEqual(after.undecided, before.undecided);
          for (const { person } of after.ask) assert.equal(person, base.people.get(person.id));
        },
      ),
    ));

  it('asks for an AOR that the change alters as for any of the base', () =>
    fc.assert(
      fc.asyncProperty(writtenFile, writtenFile, authors, async (writtenBase, writtenHead, by) => {
        const policy = { 'ask-at-most': 100 };
        const [base, head] = await Promise.all([fileOf({ ...writtenBase, review: policy }), fileOf(writtenHead)]);
        const { requirements, ask } = await suggestFor(base, [{ status: 'M', path: 'aor.yaml' }], by, { head });
        const context = { authors: new Set(by), busy: new Set(nobody), today };
        for (const [id, aor] of base.aors) {
          const own = head.aors.get(id);
          if (own !== undefined && own.kind === aor.kind && own.owner?.id === aor.owner?.id) continue;
          const requirement = requirements.find((one) => one.aor === aor);
          assert.ok(requirement !== undefined, `${id} is altered`);
          assert.ok(requirement.level !== 'note' && requirement.files.includes('aor.yaml'));
          const ids = candidatesFor(base, aor, context).map(({ person }) => person.id);
          const asked = ask.filter(({ for: items }) => items.some((one) => one.requirement === requirement));
          assert.equal(asked.length, ids.length === 0 ? 0 : 1);
          for (const { person } of asked) assert.ok(ids.includes(person.id));
        }
      }),
    ));
});
