import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  aorCard,
  cardCommands,
  compileRules,
  loadOwnership,
  ownershipCard,
  ownershipOf,
  ownershipSummary,
  type CardSubject,
  type OwnershipFile,
  type Person,
} from '../../../src/core';
import { memorySource } from '../memorySource';
import { parser, seen } from './seen';

const place = { root: 'file:///shop', uri: 'file:///shop/a.ts', today: { day: '2026-10-10' } };

const text = `
version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev, handles: { github: anaruiz }, chat: https://chat.acme.dev/ana, away: [{ from: 2026-10-09, until: 2026-10-12, cover: mei }] }
  ben: Ben Okri <ben@acme.dev>
  mei: Mei Tan <mei@acme.dev>
  gareth: Gareth Wood <gareth@acme.dev>
  sam: { name: Sam Whitlock, left: 2026-06-30 }
  far: { name: Far Away, away: [{ from: 2026-01-01 }] }
aors:
  platform: { title: Platform, owner: gareth, paths: ["**", "!free", "!alone"] }
  payments:
    title: Payments
    about: Takes *money*.
    owner: ana
    backup: [ben]
    paths: [services/payments]
    links: { design: docs/payments.md, evil: "command:workbench.action.quit" }
  search: { title: Search, owner: , vacant: { since: 2026-09-01, why: Carl moved to Data }, parent: platform, paths: [services/search] }
  gone: { title: Gone, owner: sam, parent: platform, paths: [services/gone] }
  nobody: { title: Nobody, owner: carl, paths: [services/nobody] }
  lonely: { title: Lonely, owner: far, paths: [alone] }
  accessibility: { title: Accessibility, kind: review, owner: mei, level: must, paths: ["services/**/*.tsx"] }
  secrets: { title: Secrets, kind: review, owner: gareth, level: must, content: "key|secret" }
  large: { title: Large changes, kind: review, owner: ben, level: note, paths: ["services/**"], min-lines: 300, changes: [deleted, renamed] }
  mentoring: { title: Mentoring, kind: duty, owner: mei, category: people }
exempt: [vendor]
`;

async function fileOf(yaml: string): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': yaml }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

async function cardFor(path: string, isStale = false): Promise<string> {
  const file = await fileOf(text);
  const ownership = ownershipOf(file, compileRules(file), path, place.today);
  return ownershipCard({ kind: 'ownership', ownership, file, isStale }, place).markdown;
}

const secrets = '- Secrets, must · Gareth Wood · if a changed line matches key|secret';

describe('The card', () => {
  const states: readonly (readonly [string, string, string])[] = [
    [
      'names the owner, how to reach them, who stands in, the rule and the reviews',
      'services/payments/a.tsx',
      `Payments · Ana Ruiz
ana@acme.dev · Chat · @anaruiz GitHub
Away today, until 2026-10-12. Asked instead: Mei Tan, cover for the owner.
Backup: Ben Okri
Takes money.
design · evil
Decided by services/payments, aor.yaml:17, at segment 1 over Platform (**)
Request review · Open rule · Copy mention · Who owns…
Reviews on top:
- Accessibility, must · Mei Tan · services/**/*.tsx
${secrets}
- Large changes, note · Ben Okri · if at least 300 lines change and the file is deleted or renamed`,
    ],
    [
      'says since when and why an AOR is vacant, and who is asked',
      'services/search',
      `Search · vacant
Vacant since 2026-09-01: Carl moved to Data. Asked instead: Gareth Wood, owner of Platform.
Decided by services/search, aor.yaml:19, at segment 1 over Platform (**)
Request review · Open rule · Copy mention · Who owns…
Reviews on top:
${secrets}
- Large changes, note · Ben Okri · if at least 300 lines change and the file is deleted or renamed`,
    ],
    [
      'says that the owner left',
      'services/gone',
      'Gone · vacant\nSam Whitlock left on 2026-06-30. Asked instead: Gareth Wood, owner of Platform.',
    ],
    [
      'says that nobody knows the owner',
      'services/nobody',
      'Nobody · vacant\nIts owner carl is not among the people of the ownership file. Nobody can be asked instead.',
    ],
    [
      'says that nobody stands in for an owner who is away',
      'alone',
      'Lonely · Far Away\nAway today. Nobody else can be asked.',
    ],
    [
      'says that a path is unowned',
      'free',
      `Unowned\nNo area of aor.yaml matches this file.\nWho owns…\nReviews on top:\n${secrets}`,
    ],
    [
      'says that a path is exempt, and why',
      'vendor/x',
      `Exempt: needs no owner.\nDecided by vendor, aor.yaml:27\nOpen rule · Who owns…\nReviews on top:\n${secrets}`,
    ],
  ];
  for (const [title, path, expected] of states) {
    it(title, async () => {
      const shown = seen(await cardFor(path));
      assert.equal(shown.slice(0, expected.length), expected);
    });
  }

  it('says that the ownership file has errors while the last good one answers', async () => {
    assert.match(
      seen(await cardFor('free', true)),
      /^Ownership file has errors: this is what it said .*\nUnowned\n.*\nOpen ownership file · Who owns…/,
    );
  });

  it('says that there is no ownership file, or none that can be read', () => {
    const none = ownershipCard({ kind: 'no-file' }, place);
    assert.equal(
      seen(none.markdown),
      'No ownership file\nNothing here says who is responsible for this code.\nCreate ownership file',
    );
    const broken = ownershipCard({ kind: 'unreadable', failure: 'It is a *folder*.' }, place);
    assert.equal(seen(broken.markdown), 'Ownership file has errors\nIt is a *folder*.\nOpen ownership file');
  });

  it('carries its actions as data too', async () => {
    const file = await fileOf(text);
    const ownership = ownershipOf(file, compileRules(file), 'services/search', place.today);
    const { actions } = ownershipCard({ kind: 'ownership', ownership, file, isStale: false }, place);
    assert.deepEqual(
      actions.map(({ title, link }) => [title, link.command]),
      [
        ['Request review', 'aor.requestReview'],
        ['Open rule', 'aor.openRule'],
        ['Copy mention', 'aor.copyMention'],
        ['Who owns…', 'aor.whoOwns'],
      ],
    );
    const rule = actions[1]!.link.argument as { start: number; end: number };
    assert.equal(text.slice(rule.start, rule.end), 'services/search');
  });

  it('of an AOR says what it covers', async () => {
    const file = await fileOf(text);
    const shown = (id: string, count: number | null): string =>
      seen(aorCard(file.aors.get(id)!, file, place, { fileCount: count, ahead: null }));
    assert.match(shown('payments', 1), /\n1 file: services\/payments\nOpen in ownership file · Copy mention$/);
    assert.match(shown('secrets', null), /^Secrets · Gareth Wood\ngareth@acme\.dev\nReview \(must\) of changes/);
    assert.equal(shown('mentoring', null), 'Mentoring · Mei Tan\nmei@acme.dev\nOpen in ownership file · Copy mention');
  });

  it('asks whether a backup should hold what they review far more of', async () => {
    const file = await fileOf(text);
    const [backup, owner] = ['ana', 'gareth'].map((id) => file.people.get(id)!) as [Person, Person];
    const ahead = { backup, owner, byBackup: 9, byOwner: 1, of: 12 };
    assert.match(
      seen(aorCard(file.aors.get('payments')!, file, place, { fileCount: 1, ahead })),
      /\nAna Ruiz reviewed 9 of the year’s 12 reviewed changes here, Gareth Wood 1\. Should Ana Ruiz hold it\?\n/,
    );
  });

  it('has a summary in one line for lists', async () => {
    const file = await fileOf(text);
    const index = compileRules(file);
    const summary = (path: string): string =>
      ownershipSummary(ownershipOf(file, index, path, place.today), file, place.today);
    assert.equal(summary('services/payments/x'), 'Payments · Ana Ruiz (away until 2026-10-12) · backup Ben Okri');
    assert.equal(summary('services/search/x'), 'Search · vacant');
    assert.equal(summary('free'), 'unowned');
    assert.equal(summary('vendor/x'), 'exempt');
  });
});

describe('No text of an ownership file', () => {
  const evil = fc
    .array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '`',
        '*',
        '_',
        '\\',
        '&',
        '#',
        '|',
        '$(trash)',
        '\n',
        ' ',
        'a',
        '![x](https://x.y/z.png)',
        '[x](command:workbench.action.quit)',
        'command:x',
        'https://acme.dev',
        '<img src=x>',
        '<a href="command:x">',
        '\u202E',
        '@',
        '../../x',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''));

  it('adds a command, an image or HTML to a card', async () => {
    const property = fc.asyncProperty(fc.array(evil, { minLength: 12, maxLength: 12 }), async (texts) => {
      const [title, name, email, handle, chat, about, why, link, target, guide, contact, content] = texts.map((value) =>
        JSON.stringify(value),
      );
      const file = await fileOf(`
version: 1
people:
  ana: { name: ${name!}, email: ${email!}, handles: { github: ${handle!} }, chat: ${chat!} }
aors:
  a:
    title: ${title!}
    about: ${about!}
    owner: ana
    paths: ["**"]
    guide: ${guide!}
    contact: ${contact!}
    links: { ${link!}: ${target!} }
  v: { title: ${title!}, owner: , vacant: { why: ${why!} }, paths: [v] }
  r: { title: ${title!}, kind: review, owner: ana, content: ${content!} }
`);
      const index = compileRules(file);
      for (const path of ['x', 'v']) {
        const ownership = ownershipOf(file, index, path, place.today);
        const subject: CardSubject = { kind: 'ownership', ownership, file, isStale: true };
        assertTrusted(ownershipCard(subject, place).markdown);
      }
      const [person] = file.people.values();
      const ahead = { backup: person!, owner: person!, byBackup: 5, byOwner: 0, of: 5 };
      for (const aor of file.aors.values()) assertTrusted(aorCard(aor, file, place, { fileCount: 3, ahead }));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  function assertTrusted(markdown: string): void {
    parser.walkTokens(parser.lexer(markdown), (token) => {
      assert.ok(!['image', 'html'].includes(token.type), markdown);
      if (token.type !== 'link') return;
      const { href } = token as { href: string };
      if (!href.startsWith('command:')) assert.match(href, /^(https?:|mailto:|file:\/\/\/shop\/)/);
      else {
        const [, command, argument] = /^command:([\w.]+)(?:\?(.*))?$/.exec(href) ?? [];
        assert.ok(
          cardCommands.some((known) => known === command),
          href,
        );
        if (argument === undefined) return;
        const [value, ...rest] = JSON.parse(decodeURIComponent(argument)) as Record<string, unknown>[];
        assert.deepEqual(rest, []);
        assert.ok(value!['root'] === place.root || value!['uri'] === place.uri);
      }
    });
  }
});
