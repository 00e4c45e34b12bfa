import assert from 'node:assert/strict';
import { historyEvidence, indexHistory, type Evidence, type HistoryCommit, type Requirement } from '../../../src/core';
import { peopleOf } from './peopleOf';

const dayMs = 86_400_000;
const now = Date.parse('2026-11-20T12:00:00Z');

const people = peopleOf({ ana: {}, ben: {}, mei: {}, gil: {}, robot: { bot: true } });
const identity = (id: string) => ({ name: id, email: `${id}@acme.dev` });

interface Told {
  readonly by: string;
  readonly reviewed?: readonly string[];
  readonly paths?: readonly string[];
  readonly daysAgo?: number;
  readonly with?: readonly string[];
}

let count = 0;
const commit = ({ by, reviewed = [], paths = ['pay/a.ts'], daysAgo = 10, with: others = [] }: Told): HistoryCommit => ({
  id: `c${count++}`,
  parents: ['p'],
  time: now - daysAgo * dayMs,
  author: identity(by),
  coAuthors: others.map(identity),
  reviewers: reviewed.map(identity),
  paths,
});
const times = (number: number, told: Told): HistoryCommit[] => Array.from({ length: number }, () => commit(told));

const needing = (...files: readonly string[]): Requirement => ({ files }) as unknown as Requirement;
const pay = needing('pay/a.ts');

const evidenceOf = (commits: readonly HistoryCommit[], ...authors: readonly string[]): Evidence =>
  historyEvidence(indexHistory(commits, people, now), authors.map(identity));
const scores = (evidence: Evidence, requirement = pay): Record<string, number> =>
  Object.fromEntries(['ana', 'ben', 'mei', 'gil'].map((id) => [id, evidence.scoreOf(id, requirement)]));
const known = (evidence: Evidence, requirement = pay): string[] =>
  evidence
    .knowersOf(requirement.files)
    .map(({ person, name, reviewed, of }) => `${person ?? '-'} ${name} ${reviewed}/${of}`);

/** So old that everybody's silence can be judged, and too old to count as activity. */
const old = commit({ by: 'founder', paths: ['LICENSE'], daysAgo: 300 });
/** Everybody is about, elsewhere. */
const about = ['ana', 'ben', 'mei', 'gil'].map((by) => commit({ by, paths: ['elsewhere/x'], daysAgo: 1 }));

describe('evidence from history', () => {
  it('is the share of reviews, half the share of written changes, and familiarity with the author', () => {
    const commits = [
      ...about,
      // Ten reviewed changes: Ana reviewed 6, Ben 4, Mei 1 of them. Ben wrote 5, Mei 5.
      ...times(4, { by: 'mei', reviewed: ['ana'] }),
      ...times(1, { by: 'mei', reviewed: ['ben'] }),
      ...times(2, { by: 'ben', reviewed: ['ana'] }),
      ...times(2, { by: 'gil', reviewed: ['ben'] }),
      ...times(1, { by: 'gil', reviewed: ['ben', 'mei'] }),
      // Elsewhere Gil's one change was reviewed by Mei: of Gil's four reviewed changes Ben reviewed 3, Mei 2.
      commit({ by: 'gil', reviewed: ['mei'], paths: ['elsewhere/y'] }),
    ];
    assert.deepEqual(scores(evidenceOf(commits, 'gil')), {
      ana: 600 + 0 + 0,
      ben: 400 + 100 + 750,
      mei: 100 + 250 + 500,
      gil: 0 + 150 + 0,
    });
    assert.deepEqual(scores(evidenceOf(commits)), { ana: 600, ben: 500, mei: 350, gil: 150 });
  });

  it('counts a change once, however many of its paths and co-authors it has', () => {
    const commits = [
      ...times(10, { by: 'gil', reviewed: ['ana'], paths: ['pay/a.ts', 'pay/b.ts'], with: ['ben', 'gil'] }),
      ...times(10, { by: 'gil', reviewed: ['ben'], paths: ['pay/b.ts'] }),
    ];
    const evidence = evidenceOf(commits);
    assert.deepEqual(scores(evidence, needing('pay/a.ts', 'pay/b.ts')), { ana: 500, ben: 750, mei: 0, gil: 500 });
  });

  it('takes nobody for a reviewer of what they wrote', () => {
    const commits = times(9, { by: 'ana', reviewed: ['ana', 'ben'], with: ['ben'] });
    assert.deepEqual(known(evidenceOf(commits)), []);
  });

  it('looks around where too little was reviewed: in the folder, the one above, the repository', () => {
    const commits = [
      ...times(3, { by: 'gil', reviewed: ['ana'], paths: ['pay/a.ts'] }),
      ...times(5, { by: 'gil', reviewed: ['ben'], paths: ['pay/b.ts'] }),
      ...times(8, { by: 'gil', reviewed: ['mei'], paths: ['web/c.ts'] }),
    ];
    const evidence = evidenceOf(commits);
    assert.deepEqual(known(evidence), ['ben ben 5/8', 'ana ana 3/8']);
    assert.deepEqual(known(evidence, needing('web/c.ts')), ['mei mei 8/8']);
    assert.deepEqual(known(evidence, needing('new/folder/x.ts')), ['mei mei 8/16', 'ben ben 5/16', 'ana ana 3/16']);
    const where = (...paths: string[]) => evidence.knowersOf(paths)[0]?.where;
    assert.deepEqual([where('web/c.ts'), where('pay/a.ts'), where('new/x.ts')], ['here', 'around', 'anywhere']);
  });

  it('puts those who were silent for 90 days behind the others', () => {
    const commits = [
      old,
      commit({ by: 'ben', paths: ['elsewhere/x'], daysAgo: 89 }),
      ...times(9, { by: 'gil', reviewed: ['ana'], daysAgo: 91 }),
      ...times(1, { by: 'gil', reviewed: ['mei'], daysAgo: 91 }),
    ];
    const { ana = 0, ben = 0, mei = 0 } = scores(evidenceOf(commits));
    assert.ok(ben >= 0 && ben > ana && ana > mei, JSON.stringify({ ana, ben, mei }));
    assert.ok(ana < 0 && mei < 0);
  });

  it('calls nobody silent where history reaches back less than 90 days, or is empty', () => {
    assert.deepEqual(scores(evidenceOf(times(1, { by: 'gil', daysAgo: 80 }))), { ana: 0, ben: 0, mei: 0, gil: 500 });
    assert.deepEqual(scores(evidenceOf([])), { ana: 0, ben: 0, mei: 0, gil: 0 });
    assert.deepEqual(known(evidenceOf([])), []);
  });

  it('counts for merges the reviews they name, by whoever wrote what was merged', () => {
    const work = commit({ by: 'mei' });
    const merge = { ...commit({ by: 'robot', reviewed: ['ana', 'mei'] }), parents: ['p', work.id] };
    const silent = { ...commit({ by: 'robot' }), parents: ['p', work.id] };
    const evidence = evidenceOf([merge, silent, work], 'mei');
    assert.deepEqual(known(evidence), ['ana ana 1/1']);
    assert.equal(evidence.scoreOf('ana', pay), 1000 + 1000);
    assert.equal(evidence.scoreOf('mei', pay), 500);
    assert.equal(evidence.scoreOf('robot', pay), 0);
  });

  it('names who knows it, best first, also people without a role; no bots, no authors', () => {
    const commits = [
      ...about,
      ...times(5, { by: 'gil', reviewed: ['stranger'] }),
      ...times(3, { by: 'gil', reviewed: ['ana', 'robot', 'helper[bot]'] }),
      ...times(1, { by: 'gil', reviewed: ['author'] }),
    ];
    assert.deepEqual(known(evidenceOf(commits, 'author')), ['- stranger 5/9', 'ana ana 3/9']);
  });

  it('orders equals by name, whatever the order of the log', () => {
    const commits = [
      commit({ by: 'gil', reviewed: ['zoe', 'ben', 'ana'] }),
      commit({ by: 'gil', reviewed: ['ben', 'ana', 'zoe'] }),
    ];
    const expected = ['ana ana 2/2', 'ben ben 2/2', '- zoe 2/2'];
    assert.deepEqual(known(evidenceOf(commits)), expected);
    assert.deepEqual(known(evidenceOf(commits.toReversed())), expected);
  });

  it('shows names in one visible line', () => {
    const odd = { ...commit({ by: 'gil' }), reviewers: [{ name: 'Eve\u202e<b>\n', email: 'eve@acme.dev' }] };
    assert.deepEqual(known(evidenceOf([odd])), ['- Eve\\u{202E}<b>\\n 1/1']);
  });

  it('takes an account of a forge for one person, whatever its private address begins with', () => {
    const by = (email: string) => ({ name: 'kim', email });
    const wrote = { ...commit({ by: 'gil' }), author: by('12+kim@users.noreply.github.com') };
    const reviewed = { ...commit({ by: 'gil' }), reviewers: [by('0+Kim@users.noreply.github.com')] };
    const index = indexHistory([wrote, reviewed], people, now);
    assert.equal(index.changes[0]?.authors[0], index.changes[1]?.reviewers[0]);
    assert.notEqual(index.changes[0]?.authors[0], index.actorOf(by('kim@users.noreply.gitlab.com')));
  });

  it('asks for paths relative to the folder of the ownership file', () => {
    const commits = times(8, { by: 'gil', reviewed: ['ana'], paths: ['apps/shop/pay/a.ts'] });
    const other = times(8, { by: 'gil', reviewed: ['ben'], paths: ['pay/a.ts'] });
    const index = indexHistory([...commits, ...other], people, now, 'apps/shop');
    assert.deepEqual(known(historyEvidence(index, [])), ['ana ana 8/8']);
  });
});
