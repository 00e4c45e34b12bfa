import assert from 'node:assert/strict';
import {
  alsoText,
  isMustOpen,
  knowsText,
  loadOwnership,
  notAskedText,
  reviewJson,
  reviewMarkdown,
  undecidedText,
  whyText,
  type Knower,
  type OwnershipFile,
  type SuggestInput,
} from '../../../src/core';
import { memorySource } from '../memorySource';
import type { WrittenChange } from './changes';
import { suggestFor, today } from './written';

const text = `
version: 1
people:
  ana: { name: Ana Ruiz, handles: { github: anaruiz, git.acme.dev: "@ana.ruiz" }, away: [{ from: 2026-06-01, until: 2026-12-04 }] }
  ben: { name: Ben Okri, handles: { github: benokri } }
  gareth: { name: Gareth Wood }
  mei: { name: "Mei @everyone [x](http://evil.example) #12", handles: { github: "x @everyone" } }
  lead: { name: Lee Lead }
teams:
  core: { name: Core, lead: lead }
aors:
  platform: { title: Platform, owner: gareth, paths: ["platform"] }
  payments: { title: Payments, owner: ana, backup: ben, paths: [pay] }
  search: { title: Search, owner:, vacant: { since: 2026-05-01 }, parent: platform, paths: [search] }
  lonely: { title: Lonely, owner: mei, team: core, paths: [lonely] }
  web: { title: Web, kind: review, owner: mei, level: must, paths: [web], guide: docs/web.md,
    checklist: ["Ask @admin, see ![x](http://evil.example/x.png)", "Is it fast?"] }
  fyi: { title: FYI, kind: review, owner: ben, level: note, paths: [web] }
  keys: { title: Keys, kind: review, owner: gareth, level: must, content: KEY, guide: "https://docs.example/@keys" }
  odd: { title: Odd, kind: review, owner: gareth, content: "a(" }
review: { ask-at-most: 3 }
`;

async function file(): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

const suggestion = async (change: readonly WrittenChange[], more: Partial<SuggestInput> = {}) =>
  suggestFor(await file(), change, [...(more.authors ?? [])], more);

const modified = (...paths: readonly string[]) => paths.map((path) => ({ status: 'M', path }));

describe('a suggestion in words', () => {
  it('says as what somebody is asked, and why not the owner', async () => {
    const { ask } = await suggestion(modified('pay/a', 'pay/b', 'search/x', 'platform/y'));
    const texts = (audience: Parameters<typeof whyText>[1]) =>
      ask.flatMap(({ for: covered }) => covered.map((one) => whyText(one, audience)));
    assert.deepEqual(texts('others'), [
      'owner of Platform: 1 file',
      'owner of Platform, above Search (nobody holds it): 1 file',
      'backup of Payments (Ana Ruiz is unavailable): 2 files',
    ]);
    assert.ok(texts({ today }).includes('backup of Payments (Ana Ruiz is away until 2026-12-04): 2 files'));
  });

  it('says why others are not asked', async () => {
    const { notAsked } = await suggestion(modified('pay/a', 'lonely/x'), {
      authors: new Set(['mei']),
      busy: new Set(['ben']),
    });
    const texts = (audience: Parameters<typeof notAskedText>[1]) =>
      notAsked.map((one) => [one.id, one.aor.id, notAskedText(one, audience)]);
    // Nobody is free, so Ana is asked in spite of her absence, with a warning.
    assert.deepEqual(texts({ today }), [['mei', 'lonely', 'made the change']]);
    const free = await suggestion(modified('pay/a'));
    assert.deepEqual(
      free.notAsked.map((one) => [notAskedText(one, 'others'), notAskedText(one, { today })]),
      [['unavailable', 'away until 2026-12-04']],
    );
  });

  it('says what else is touched, and what is not known', async () => {
    const long = { status: 'M', path: 'pay/a.js', added: ['x'.repeat(10_001)] };
    const { also, undecided } = await suggestion([...modified('search/x', 'web/a'), long]);
    assert.deepEqual(
      also.map((one) => [one.requirement.aor.id, alsoText(one)]),
      [
        ['fyi', 'to be known; nobody is asked'],
        ['search', 'vacant since 2026-05-01; asked: Gareth Wood, owner of Platform'],
      ],
    );
    assert.equal(undecided.map(undecidedText)[0], 'pay/a.js:1 has more than 10,000 characters and was not tried');
  });

  it('knows whether a must is left open', async () => {
    assert.equal(isMustOpen(await suggestion(modified('web/a'))), false);
    assert.equal(isMustOpen(await suggestion(modified('web/a'), { authors: new Set(['mei']) })), true);
    assert.equal(isMustOpen(await suggestion(modified('lonely/a'), { authors: new Set(['mei']) })), false);
    const long = { status: 'M', path: 'a.js', added: ['x'.repeat(10_001)] };
    assert.equal(isMustOpen(await suggestion([long])), true);
  });
});

describe('who knows something, in words', () => {
  const knower = { person: null, name: 'Kim', reviewed: 7, of: 9, where: 'here', reviewedOfAuthors: 0, ofAuthors: 4 };
  const text = (more: Partial<Knower>): string =>
    knowsText({ aor: null, person: null, knower: { ...knower, ...more } as Knower });

  it('gives the share, of what, and how often they reviewed those who made the change', () => {
    assert.equal(text({}), 'reviewed 7 of the last 9 changes here');
    assert.equal(text({ reviewed: 1, of: 1 }), 'reviewed the last change here');
    assert.equal(text({ where: 'around' }), 'reviewed 7 of the last 9 changes in the folders around');
    const familiar = 'reviewed 7 of the last 9 changes anywhere, 2 of the last 4 by the same authors';
    assert.equal(text({ where: 'anywhere', reviewedOfAuthors: 2 }), familiar);
  });
});

describe('a suggestion as JSON', () => {
  it('has every key of the reference', async () => {
    const change = [{ status: 'M', path: 'web/a', added: ['KEY'] }, ...modified('pay/a', 'nowhere', 'lonely/x')];
    const json = reviewJson(await suggestion(change, { authors: new Set(['mei']) }), 'github.com');
    assert.deepEqual(json, {
      fileCount: 4,
      ownershipFile: { from: 'base', changedInHead: false },
      ask: [
        {
          person: 'gareth',
          name: 'Gareth Wood',
          handle: null,
          for: [{ aor: 'keys', as: 'owner', level: 'must', files: ['web/a'] }],
          why: [{ code: 'owner', text: 'owner of Keys: 1 file, matching at web/a:1' }],
          warnings: [],
        },
        {
          person: 'ben',
          name: 'Ben Okri',
          handle: 'benokri',
          for: [{ aor: 'payments', as: 'backup', level: 'area', files: ['pay/a'] }],
          why: [{ code: 'backup', text: 'backup of Payments (Ana Ruiz is unavailable): 1 file' }],
          warnings: [],
        },
      ],
      notAsked: [
        { person: 'mei', aor: 'lonely', code: 'author', text: 'made the change' },
        { person: 'ana', aor: 'payments', code: 'away', text: 'unavailable' },
        { person: 'mei', aor: 'web', code: 'author', text: 'made the change' },
      ],
      uncovered: [
        { kind: 'path', id: 'nowhere', state: 'unowned', code: 'unowned', text: 'no area has this path' },
        { kind: 'path', id: 'web/a', state: 'unowned', code: 'unowned', text: 'no area has this path' },
        {
          kind: 'aor',
          id: 'lonely',
          state: 'owned',
          code: 'author',
          text: 'nobody can be asked: Mei @everyone [x](http://evil.example) #12 made the change; worth telling: Lee Lead',
        },
        {
          kind: 'aor',
          id: 'web',
          state: 'owned',
          code: 'author',
          text: 'nobody can be asked: Mei @everyone [x](http://evil.example) #12 made the change',
        },
      ],
      undecided: [{ aor: 'odd', code: 'bad-regex', text: json.undecided[0]?.text }],
      also: [{ aor: 'fyi', code: 'note', text: 'to be known; nobody is asked' }],
      checklists: [
        { aor: 'keys', guide: 'https://docs.example/@keys', items: [] },
        {
          aor: 'web',
          guide: 'docs/web.md',
          items: ['Ask @admin, see ![x](http://evil.example/x.png)', 'Is it fast?'],
        },
      ],
      knows: [],
    });
  });
});

describe('a suggestion as Markdown', () => {
  const change = [{ status: 'M', path: 'web/a', added: ['KEY'] }, ...modified('pay/@admin')];

  it('tells people by their handles on the host, and nobody else', async () => {
    const markdown = reviewMarkdown(await suggestion(change), 'github.com');
    assert.match(markdown, /^- @benokri \(Ben Okri\): backup of Payments/mu);
    assert.match(markdown, /^- Gareth Wood: owner of Keys/mu);
    // An @ that is followed by something else than a zero-width space tells somebody.
    assert.deepEqual(markdown.match(/@(?!\u200B)\S+/gu), ['@benokri']);
    assert.ok(!markdown.includes('](http://evil'));
    assert.ok(!/#(?!\u200B)\d/u.test(markdown));
  });

  it('knows hosts by name and by address', async () => {
    const sick = await suggestion(modified('pay/a'), { busy: new Set(['ben']) });
    assert.match(reviewMarkdown(sick, 'git.acme.dev'), /@ana\.ruiz \(Ana Ruiz\)/u);
    assert.match(reviewMarkdown(sick, 'github.com'), /@anaruiz \(Ana Ruiz\)/u);
    assert.ok(!reviewMarkdown(sick, 'gitlab.com').includes('@'));
    assert.ok(!reviewMarkdown(sick, null).includes('@'));
  });

  it('tells no days, no load and no reasons of absence', async () => {
    const markdown = reviewMarkdown(await suggestion([...change, ...modified('search/x')]), 'github.com');
    assert.ok(!/\d{4}|away|busy/u.test(markdown.replace(/evil\.example/gu, '')), markdown);
    assert.match(markdown, /Ana Ruiz is unavailable/u);
  });

  it('carries checklists to tick', async () => {
    const markdown = reviewMarkdown(await suggestion(change), null);
    assert.match(markdown, /^\*\*Checklist: Web \(docs\/web\.md\)\*\*\n\n- \[ \] Ask /mu);
    assert.match(markdown, /^- \[ \] Is it fast\?$/mu);
  });

  it('is empty for nothing', async () => {
    const nothing = await suggestion([]);
    assert.equal(reviewMarkdown({ ...nothing, undecided: [] }, null), '');
  });
});
