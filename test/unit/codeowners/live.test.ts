import assert from 'node:assert/strict';
import {
  analyseTree,
  compileRules,
  healthProblems,
  holderSummary,
  loadOwnership,
  loadRegexFor,
  ownershipCard,
  ownershipOf,
  ownershipSummary,
  reviewMarkdown,
  suggest,
  treeOfPaths,
  treeProblems,
  uncoveredText,
  whyText,
  type ChangedFile,
  type Evidence,
  type ForgeKind,
  type OwnershipFile,
} from '../../../src/core';
import { memorySource } from '../memorySource';

const today = { day: '2026-06-15' };

async function load(files: Record<string, string>, forge: ForgeKind | null = null) {
  return loadOwnership(memorySource(files), null, { forge: () => Promise.resolve(forge) });
}

async function fileOf(files: Record<string, string>, forge: ForgeKind | null = null): Promise<OwnershipFile> {
  const loaded = await load(files, forge);
  assert.ok(loaded.kind === 'loaded', JSON.stringify(loaded));
  return loaded.file;
}

const shop = `* @lead
/pay/ @ana @ben
/search/ @acme/search
/pay/gen/
`;

const answer = (file: OwnershipFile, path: string) => ownershipOf(file, compileRules(file), path, today);
const said = (file: OwnershipFile, path: string) => ownershipSummary(answer(file, path), file, today);

describe('CODEOWNERS where there is no ownership file', () => {
  it('answers for every file: the last line, a team as a team, nobody where a line names nobody', async () => {
    const file = await fileOf({ CODEOWNERS: shop });
    assert.equal(said(file, 'a'), '@lead · CODEOWNERS');
    assert.equal(said(file, 'pay/a'), '@ana, @ben · CODEOWNERS');
    assert.equal(said(file, 'search/a'), '@acme/search · team, not a person');
    assert.equal(said(file, 'pay/gen/a'), 'unowned');
    const ownership = answer(file, 'pay/a');
    assert.ok(ownership.state === 'shared');
    assert.deepEqual(
      ownership.also.map(({ aor, lost }) => [aor.id, lost.kind]),
      [['@lead', 'order']],
    );
    assert.equal(shop.slice(ownership.rule.at.start, ownership.rule.at.end), '/pay/');
  });

  it('is not read where there is an ownership file, or where nobody asks for it', async () => {
    const both = { CODEOWNERS: shop, 'docs/aor.yaml': 'version: 1\n' };
    assert.equal((await fileOf(both)).codeowners, null);
    assert.equal((await loadOwnership(memorySource({ CODEOWNERS: shop }), null)).kind, 'none');
    assert.equal((await load({ 'src/CODEOWNERS': shop })).kind, 'none');
  });

  it('asks what the host runs only where there is a file that could be read in several ways', async () => {
    let asked = 0;
    const forge = (): Promise<ForgeKind | null> => {
      asked++;
      return Promise.resolve('gitlab');
    };
    assert.equal((await loadOwnership(memorySource({ 'a.ts': '' }), null, { forge })).kind, 'none');
    assert.equal((await loadOwnership(memorySource({ 'aor.yaml': 'version: 1\n' }), null, { forge })).kind, 'loaded');
    assert.equal(asked, 0);
    assert.equal((await loadOwnership(memorySource({ '.github/CODEOWNERS': shop }), null, { forge })).kind, 'none');
    assert.equal(asked, 1);
  });

  for (const [forge, expected] of [
    ['github', '.github/CODEOWNERS'],
    ['gitlab', 'CODEOWNERS'],
    ['bitbucket', '.bitbucket/CODEOWNERS'],
    ['gitea', 'CODEOWNERS'],
    ['unknown', '.github/CODEOWNERS'],
  ] as const)
    it(`is found where ${forge} looks first`, async () => {
      const text = '/a @ana\n';
      const places = ['.github/', '', 'docs/', '.gitlab/', '.bitbucket/', '.gitea/'];
      const all = Object.fromEntries(places.map((folder) => [`${folder}CODEOWNERS`, text]));
      assert.equal((await fileOf(all, forge)).sources[0].path, expected);
    });

  it('has sections as reviews on GitLab, and all lines of other owners beside', async () => {
    const file = await fileOf({ CODEOWNERS: '* @lead\n[Docs]\n*.md @docs\n!/x.md\n^[Data] @dba\n/db/\n' }, 'gitlab');
    const reviews = (path: string) =>
      answer(file, path).reviews.map((aor) => `${aor.title} ${aor.level} ${holderSummary(file, aor, today)}`);
    assert.deepEqual(reviews('db/a.md'), ['[Docs] @docs must CODEOWNERS', '[Data] @dba offer CODEOWNERS']);
    assert.deepEqual(reviews('x.md'), []);
    assert.equal(said(file, 'db/a.md'), '@lead · CODEOWNERS');
  });

  it('has regular expressions on Gitea', async () => {
    const file = await fileOf({ '.gitea/CODEOWNERS': '.*\\.go @ana\n!docs/.* @ben\n[ @bad\n' });
    assert.equal(said(file, 'docs/a.go'), '@ana · CODEOWNERS');
    assert.equal(said(file, 'src/a.c'), '@ben · CODEOWNERS');
    assert.equal(said(file, 'docs/a.md'), 'unowned');
  });

  it('has the problems of its lines and of the tree, and none of promises that nobody made', async () => {
    const text = '/pay/ @ana\n/gone/ @ben\n/pay/a @cleo\n/pay/ @dan\n!x @ana\n/b nobody\n';
    const loaded = await load({ CODEOWNERS: text });
    assert.ok(loaded.kind === 'loaded');
    const { file } = loaded;
    const steps = analyseTree(file, compileRules(file), treeOfPaths(['pay/a', 'pay/b']));
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const problems = [
      ...loaded.problems,
      ...healthProblems(file, today),
      ...treeProblems(step.value, { isSparse: false }),
    ];
    assert.deepEqual(problems.map(({ code, at }) => `${code} ${text.slice(at.start, at.end)}`).sort(), [
      'codeowners-duplicate /pay/',
      'codeowners-line !x',
      'codeowners-owner nobody',
      'no-match /gone/',
      'shadowed-glob /pay/',
      'shadowed-glob /pay/a',
    ]);
  });

  it('is not read over 3 MB, and says so', async () => {
    const source = memorySource({});
    const loaded = await loadOwnership(
      {
        ...source,
        read: (path) =>
          Promise.resolve(path === 'CODEOWNERS' ? { kind: 'too-large', bytes: 4_000_000 } : { kind: 'missing' }),
      },
      null,
      { forge: () => Promise.resolve(null) },
    );
    assert.ok(loaded.kind === 'unreadable');
    assert.match(loaded.problems[0]?.message ?? '', /larger than 3 MB/);
  });

  it('asks one of those who share a line, by what they did, and never a team in place of a person', async () => {
    const file = await fileOf({ CODEOWNERS: shop });
    const changed = (path: string): ChangedFile => ({
      ...{ path, from: null, kind: 'modified', isBinary: false },
      ...{ added: [], addedAt: [], removed: [], removedAt: [], droppedLines: 0 },
    });
    const evidence: Evidence = {
      scoreOf: (person) => (person === '@ben' ? 5 : 0),
      knowersOf: () => [],
    };
    const ask = async (authors: readonly string[], paths: readonly string[]) =>
      suggest({
        ...{ base: file, fork: file, head: file, mode: 'accountable', today, evidence },
        change: { files: paths.map(changed) },
        authors: new Set(authors),
        busy: new Set(),
        regex: await loadRegexFor(file),
      });
    const one = await ask([], ['pay/a', 'search/a']);
    assert.deepEqual(
      one.ask.map(({ person, for: covered }) => [person.id, covered.map((each) => whyText(each, 'others'))]),
      [['@ben', ['one of @ana, @ben in CODEOWNERS: 1 file']]],
    );
    assert.deepEqual(
      one.uncovered.map((each) => uncoveredText(each, 'others')),
      ['a team’s, and no person’s: request @acme/search'],
    );
    assert.deepEqual(
      (await ask(['@ben'], ['pay/a'])).ask.map(({ person }) => person.id),
      ['@ana'],
    );
    assert.equal(
      reviewMarkdown(one, 'github.com'),
      '**Reviewers**\n\n- @ben: one of @\u200Bana, @\u200Bben in CODEOWNERS: 1 file\n- @acme/search (team, not a person): 1 file\n',
    );
    const nobody = await ask(['@ben', '@ana'], ['pay/a']);
    assert.match(uncoveredText(nobody.uncovered[0] ?? assert.fail(), 'others'), /nobody can be asked/);
  });

  it('shows its owners and its line on the card, with nothing that a name could do', async () => {
    const file = await fileOf({ CODEOWNERS: '/pay/ @ana @acme/pay\n' });
    const { markdown } = ownershipCard(
      { kind: 'ownership', ownership: answer(file, 'pay/a'), file, isStale: false },
      { root: 'file:///shop', uri: 'file:///shop/pay/a', today },
    );
    assert.match(markdown, /\*\*\\@ana\*\*, \*\*\\@acme\\\/pay\*\* \(team, not a person\)/);
    assert.match(markdown, /CODEOWNERS\\:1/);
  });
});
