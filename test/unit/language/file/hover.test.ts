import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  analyseTree,
  atOnce,
  cardCommands,
  compileRules,
  hoverAt,
  loadOwnership,
  treeOfPaths,
  type HoverFacts,
  type OwnershipFile,
  type TreeAnalysis,
} from '../../../../src/core';
import { memorySource } from '../../memorySource';
import { parser, seen } from '../seen';
import { marked, type MarkedTexts } from './marked';

const day = '2026-10-10';

const entry = `version: 1
include: [web/aor.yaml]
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev, handles: { github: anaruiz }, manager: gareth, wants: [search] }
  ben: { name: Ben Okri, away: [{ from: 2026-10-09, until: 2026-10-12, cover: ana }, { from: 2026-01-01, until: 2026-01-02 }] }
  sam: { name: Sam Whitlock, left: 2026-06-30 }
  gareth: { name: Gareth Wood, left: 2026-12-31 }
  bot: { name: Renovate, bot: true, timezone: Europe/Oslo }
teams:
  checkout: { name: Checkout, lead: ana, members: [ana, ben, kit], handles: { github: acme/checkout } }
aors:
  platform: { title: Platform, owner: gareth, paths: ["**", "!**/*.md"] }
  payments:
    title: Payments
    owner: ana
    backup: ben
    team: checkout
    status: amber
    confirmed: 2026-10-02
    paths: [services/payments, services/*, "!services/payments/gen", "nothing/**"]
  refunds: { title: Refunds, owner: sam, paths: [services/payments/refunds] }
  money: { title: Money, paths: [services/payments/money] }
  ledger: { title: Ledger, owner: ben, paths: [services/payments/ledger] }
  search: { title: Search, paths: [services/search] }
  secure: { title: Security, kind: review, level: must, owner: ana, paths: [services, "!services/search"] }
  mentoring: { title: Mentoring, kind: duty, owner: ana, since: 2026-10-11, paths: [src] }
exempt: [vendor, "!vendor/ours", vendor/gen]
roles:
  lead:
    title: Team lead
    holders: [ana, ben]
    duties:
      hire: { title: Hiring, category: people, fit: green, held-by: [ana] }
      plan: { title: Planning, fit: red }
review: { severities: { no-match: none, stale: hint } }
`;
const included = 'aors:\n  pages: { title: Web pages, owner: ana, parent: payments, paths: ["**", gen] }\n';
const shop: MarkedTexts = { 'aor.yaml': entry, 'web/aor.yaml': included };

const paths = [
  ...['README.md', 'src/a.ts', 'vendor/a', 'vendor/gen/b', 'vendor/ours/c', 'web/gen/d', 'web/index.html'],
  ...['gen/x', 'ledger/l', 'money/m', 'refunds/r', 'refunds/s', 'a.py', 'b.py'].map(
    (name) => `services/payments/${name}`,
  ),
  'services/search/main.go',
];

async function modelOf(texts: MarkedTexts): Promise<OwnershipFile | null> {
  const loaded = await loadOwnership(memorySource(texts), null);
  return loaded.kind === 'loaded' ? loaded.file : null;
}

/** As the texts were saved. */
const counted = (model: OwnershipFile): TreeAnalysis =>
  atOnce(analyseTree(model, compileRules(model), treeOfPaths(paths)));

interface Case {
  /** What is replaced, and what by: the cursor, written `‸`, is in it. */
  readonly at: string;
  readonly from?: string;
  readonly in?: 'aor.yaml' | 'web/aor.yaml';
  readonly saved?: MarkedTexts;
  readonly facts?: Partial<HoverFacts>;
}

/** The characters it is about, and the Markdown. */
async function hovered({ at, from, in: path = 'aor.yaml', saved = shop, facts }: Case) {
  const replaced = from ?? at.replace('‸', '');
  assert.equal(saved[path]!.split(replaced).length, 2, `${replaced} is there once`);
  const texts = { ...saved, [path]: saved[path]!.replace(replaced, () => at) };
  const { files, file, offset } = marked(texts);
  const before = (await modelOf(saved))!;
  const model = (await modelOf(Object.fromEntries(files.map((one) => [one.path, one.text])))) ?? before;
  const found = hoverAt(file, offset, {
    ...{ root: 'file:///shop', today: { day }, day, model, files, tree: counted(before), uncounted: null },
    ...{ explainsKeys: true, ...facts },
  });
  return found === null ? null : { about: file.text.slice(found.at.start, found.at.end), markdown: found.markdown };
}

async function shown(one: Case): Promise<readonly string[] | null> {
  const found = await hovered(one);
  if (found === null) return null;
  const actions = / · (?=(?:Copy mention|Go to a file of theirs…)$)/m;
  return [
    found.about,
    ...seen(found.markdown)
      .split('\n')
      .flatMap((line) => line.split(actions)),
  ];
}

const open = 'Open in ownership file';
const list = 'List the files… · Show in Explorer';
const listAll = 'List the files…';
const ana = [
  ...['Ana Ruiz · ana', 'ana@acme.dev · @anaruiz GitHub', 'Holds: Payments, Security, Mentoring, Web pages'],
  ...['Team: Checkout', 'Manager: Gareth Wood', 'Wants: search', open, 'Go to a file of theirs…'],
];

const cases: Readonly<Record<string, readonly (readonly [string, Case, readonly string[] | null])[]>> = {
  'a person, by': [
    ['the owner of an AOR', { at: 'owner: a‸na\n' }, ['ana', ...ana]],
    ['the key that defines them', { at: '  a‸na: { name' }, ['ana', ...ana]],
    [
      'a member, away and holding little',
      { at: 'ana, be‸n, kit' },
      [
        'ben',
        ...['Ben Okri · ben', 'Away until 2026-10-12, Ana Ruiz covers', 'Holds: Ledger', 'Backup of: Payments'],
        ...['Team: Checkout', open, 'Go to a file of theirs…'],
      ],
    ],
    [
      'one who has left',
      { at: 'owner: sam‸,' },
      ['sam', ...['Sam Whitlock · sam', 'Left on 2026-06-30', 'Still written as the owner of: Refunds', open]],
    ],
    [
      'one who will leave',
      { at: 'manager: ‸gareth' },
      [
        'gareth',
        ...['Gareth Wood · gareth', 'Leaves on 2026-12-31', 'Holds: Platform', open, 'Go to a file of theirs…'],
      ],
    ],
    [
      'a bot, who holds nothing',
      { at: '  b‸ot: { name' },
      ['bot', ...['Renovate · bot', 'A bot, which is never asked for a review.', 'Holds nothing.', open]],
    ],
    ['an included file', { in: 'web/aor.yaml', at: 'owner: an‸a,' }, ['ana', ...ana]],
    [
      'quotes that are typed',
      { from: 'backup: ben', at: 'backup: ["a‸na", "be' },
      ['ana', ...ana.slice(0, 3), 'Backup of: Payments', ...ana.slice(3)],
    ],
    ['an id that is not defined', { at: 'ben, ki‸t]' }, null],
  ],
  'an AOR, a team, a role or a duty, by': [
    [
      'a parent in an included file',
      { in: 'web/aor.yaml', at: 'parent: pay‸ments' },
      [
        'payments',
        ...['Payments · Ana Ruiz', 'ana@acme.dev · @anaruiz GitHub', 'Backup: Ben Okri (away until 2026-10-12)'],
        '2 files: services/payments, services/*, !services/payments/gen, nothing/**',
        ...['Status amber · confirmed 2026-10-02', open, 'Copy mention'],
      ],
    ],
    [
      'its key, while it is vacant',
      { at: '  se‸arch: { title' },
      [
        'search',
        ...[
          'Search · vacant',
          'Nobody holds it. Nobody can be asked instead.',
          '1 file: services/search',
          open,
          'Copy mention',
        ],
      ],
    ],
    [
      'a wish',
      { at: 'wants: [searc‸h]' },
      [
        'search',
        ...[
          'Search · vacant',
          'Nobody holds it. Nobody can be asked instead.',
          '1 file: services/search',
          open,
          'Copy mention',
        ],
      ],
    ],
    [
      'a review',
      { at: '  s‸ecure:' },
      [
        'secure',
        ...[
          'Security · Ana Ruiz',
          'ana@acme.dev · @anaruiz GitHub',
          'Review (must) of services, !services/search',
          open,
          'Copy mention',
        ],
      ],
    ],
    [
      'the label of an AOR',
      { at: 'team: check‸out' },
      [
        'checkout',
        ...['Checkout · team checkout', '@acme/checkout GitHub', 'Lead: Ana Ruiz'],
        ...['Members: Ana Ruiz, Ben Okri (away), kit', 'AORs: Payments', open],
      ],
    ],
    [
      'the key of a team',
      { at: '  check‸out: {' },
      [
        'checkout',
        ...['Checkout · team checkout', '@acme/checkout GitHub', 'Lead: Ana Ruiz'],
        ...['Members: Ana Ruiz, Ben Okri (away), kit', 'AORs: Payments', open],
      ],
    ],
    [
      'the key of a role',
      { at: '  lea‸d:\n' },
      ['lead', ...['Team lead · role lead', 'Holders: Ana Ruiz, Ben Okri (away)', '2 duties: 1 green, 1 red', open]],
    ],
    [
      'the key of a duty',
      { at: 'hi‸re: {' },
      [
        'hire',
        ...[
          'Hiring · duty lead.hire',
          'Duty of Team lead · people · fit green',
          'Done by: Ana Ruiz',
          'Not by: Ben Okri (away)',
          open,
        ],
      ],
    ],
    [
      'a duty that somebody wants',
      { from: 'wants: [search]', at: 'wants: [lead.pl‸an]' },
      [
        'plan',
        ...['Planning · duty lead.plan', 'Duty of Team lead · fit red', 'Done by: Ana Ruiz, Ben Okri (away)', open],
      ],
    ],
    [
      'a list that is not closed',
      { from: 'team: checkout', at: 'team: [check‸out' },
      [
        'checkout',
        ...['Checkout · team checkout', '@acme/checkout GitHub', 'Lead: Ana Ruiz'],
        ...['Members: Ana Ruiz, Ben Okri (away), kit', 'AORs: Payments', open],
      ],
    ],
  ],
  'a glob': [
    [
      'of an area, part of which others have, most first',
      { at: 'paths: [services/pay‸ments, ' },
      [
        'services/payments',
        ...[
          'services/payments · Payments',
          'Matches 7 files and decides 2 of them.',
          'Excludes beside it take out 1 file.',
        ],
        ...['The rest:', '- 2 files: Refunds · vacant, by services/payments/refunds'],
        ...[
          '- 1 file: Platform · Gareth Wood, by **',
          '- 1 file: Ledger · Ben Okri (away until 2026-10-12), by services/payments/ledger',
        ],
        ...['- and 1 more, 1 file', list],
      ],
    ],
    [
      'for everything',
      { at: '["*‸*", "!**/*.md"]' },
      [
        '**',
        ...[
          '** · Platform',
          'Matches 15 files and decides 3 of them.',
          'Excludes beside it take out 1 file.',
          'The rest:',
        ],
        ...[
          '- 2 files: Refunds · vacant, by services/payments/refunds',
          '- 2 files: Payments · Ana Ruiz, by services/payments',
        ],
        ...['- 1 file: unowned', '- and 7 more, 7 files', listAll],
      ],
    ],
    [
      'that decides all it matches',
      { at: '[services/payments/re‸funds]' },
      [
        'services/payments/refunds',
        ...['services/payments/refunds · Refunds', 'Matches 2 files and decides all of them.', list],
      ],
    ],
    [
      'that decides nothing',
      { at: 'services/‸*, ' },
      ['services/*', 'services/* · Payments', 'Matches no file.', list],
    ],
    [
      'that excludes',
      { at: '"!services/payments/g‸en"' },
      [
        '!services/payments/gen',
        ...['!services/payments/gen · Payments', 'Matches 1 file and takes it out.', 'Who has them:'],
        ...['- 1 file: Platform · Gareth Wood, by **', list],
      ],
    ],
    [
      'that matches nothing',
      { at: '"noth‸ing/**"' },
      ['nothing/**', 'nothing/** · Payments', 'Matches no file.', list],
    ],
    [
      'of a review',
      { at: 'paths: [servi‸ces, ' },
      [
        'services',
        ...[
          'services · Security',
          'Matches 8 files; the review is for 7 of them.',
          'Excludes beside it take out 1 file.',
          list,
        ],
      ],
    ],
    [
      'of what is exempt',
      { at: 'exempt: [v‸endor, ' },
      [
        'vendor',
        ...[
          'vendor · exempt',
          'Matches 3 files and makes 1 of them exempt.',
          'Excludes beside it take out 1 file.',
          'The rest:',
        ],
        ...['- 1 file: exempt by vendor/gen', '- 1 file: Platform · Gareth Wood, by **', list],
      ],
    ],
    [
      'of an included file',
      { in: 'web/aor.yaml', at: '"‸**"' },
      [
        '**',
        ...[
          '** · Web pages',
          'Matches 2 files and decides 1 of them.',
          'The rest:',
          '- 1 file: Web pages · Ana Ruiz, by gen',
          list,
        ],
      ],
    ],
    [
      'that is new, in a list that is not closed',
      { from: '"nothing/**"]', at: 'src/‸' },
      ['src/', ...['src/ · Payments', 'Not counted yet: files are counted when the ownership file is saved.', list]],
    ],
    [
      'while something else is typed',
      {
        from: 'refunds: { title: Refunds, owner: sam, paths: [services/payments/refunds] }',
        at: 'refunds:\n    title: R\n    paths: [services/payments/re‸funds]\n    own',
      },
      [
        'services/payments/refunds',
        ...['services/payments/refunds · R', 'Matches 2 files and decides all of them.'],
        ...['These counts are of the last save.', list],
      ],
    ],
    ['that is refused', { from: 'nothing/**', at: '../no‸' }, null],
    ['of a duty', { at: 'paths: [s‸rc]' }, null],
    [
      'before the files are counted',
      { at: 'services/s‸earch] }', facts: { tree: null } },
      ['services/search', ...['services/search · Search', 'The files are being counted.', list]],
    ],
    [
      'where files are too many',
      { at: 'services/s‸earch] }', facts: { tree: null, uncounted: 'Too many.' } },
      ['services/search', ...['services/search · Search', 'Too many.', list]],
    ],
    [
      'of include',
      { at: 'include: [web/a‸or.yaml]' },
      ['web/aor.yaml', 'web/aor.yaml · include', 'Reads web/aor.yaml.'],
    ],
    [
      'of include that finds nothing',
      { from: '[web/aor.yaml]', at: '[web/aor.yaml, lib/‸aor.yaml]' },
      ['lib/aor.yaml', ...['lib/aor.yaml · include', 'No ownership file is read for it.']],
    ],
  ],
  'a key': [
    [
      'of an AOR',
      { at: 'back‸up: ben' },
      ['backup', ...['backup · list: person', 'Who is asked when the owner cannot be, in this order.']],
    ],
    ['of the top', { at: 'ex‸empt: [' }, ['exempt', 'exempt · list: glob', 'Globs of paths that need no owner.']],
    ['in a map in a list', { at: 'away: [{ fr‸om: 2026-10-09' }, ['from', 'from · day', 'The first day away.']],
    [
      'that the user chose',
      { at: 'members: [ana, ben, kit], handles: { git‸hub' },
      ['github', ...['github · text', "The team's name there."]],
    ],
    [
      'of an included file',
      { in: 'web/aor.yaml', at: 'par‸ent: payments' },
      ['parent', ...['parent · AOR', 'The AOR above: for grouping, and for whom to ask where nobody here can be.']],
    ],
    [
      'for the severity of a problem',
      { at: '{ no-mat‸ch' },
      [
        'no-match',
        ...[
          'no-match · one of several'.replace('one of several', 'error, warning, information, hint, none'),
          'A glob that matches no file.',
        ],
      ],
    ],
    [
      'with nothing behind it yet',
      { from: 'title: Refunds, owner: sam', at: 'title: Refunds, own‸er: ' },
      ['owner', ...['owner · person', 'The one person who holds it. Empty: it is vacant.']],
    ],
    [
      'of an AOR whose id stands in the last line',
      { from: 'review: {', at: 'rev‸iew: {' },
      ['review', ...['review · map', 'How reviews are asked for. Counts in the entry file only.']],
    ],
    ['that nobody knows', { from: 'backup: ben', at: 'bakc‸up: ben' }, null],
    ['that another extension explains', { at: 'back‸up: ben', facts: { explainsKeys: false } }, null],
  ],
  'a value': [
    ['that is a kind', { at: 'kind: re‸view' }, ['review', 'review', 'Applies on top of the area of a file.']],
    ['that is a level', { at: 'level: ‸must' }, ['must', 'must', 'Always asked.']],
    ['that is a status', { at: 'status: amber‸' }, ['amber', 'amber', 'It needs attention.']],
    ['that is a fit', { at: 'fit: r‸ed' }, ['red', 'red', 'Not part of the role.']],
    ['that is a day gone by', { at: '2026-10-‸02' }, ['2026-10-02', 'Friday, 8 days ago']],
    ['that is a day to come', { at: 'until: 2026-10-12‸, cover' }, ['2026-10-12', 'Monday, in 2 days']],
    ['that is the next day', { at: 'since: 2026-10-1‸1' }, ['2026-10-11', 'Sunday, tomorrow']],
    [
      'that is today, in an included file',
      { in: 'web/aor.yaml', from: 'paths: [', at: 'since: 2026-10-10‸, paths: [' },
      ['2026-10-10', 'Saturday, today'],
    ],
    ['that is a time zone', { at: 'Europe/Os‸lo' }, ['Europe/Oslo', 'It is 2026-10-10 there.']],
    ['that is a severity', { at: 'no-match: no‸ne' }, ['none', 'none', 'Not reported.']],
    ['whose name says it all', { at: 'stale: hi‸nt' }, null],
    ['that is no such day', { from: '2026-10-02', at: '2026-13-02‸' }, null],
    ['that is half-typed', { from: 'status: amber', at: 'status: amb‸' }, null],
    ['that is a title', { at: 'title: Pay‸ments' }, null],
  ],
};

describe('hovering in an ownership file tells about', () => {
  for (const [kind, table] of Object.entries(cases)) {
    describe(kind, () => {
      for (const [title, one, expected] of table)
        it(title, async () => {
          assert.deepEqual(await shown(one), expected);
        });
    });
  }

  it('nothing beside things, in comments, and in files without a map', async () => {
    for (const text of ['‸', 'just text‸', '# owner: a‸na', 'people:\n  ana: Ana\n‸\n', '[a, ‸b'])
      assert.equal(await hovered({ at: text, from: entry }), null, text);
  });

  it('an id while the file cannot be read, as it was last', async () => {
    const found = await hovered({
      from: 'version: 1\ninclude: [web/aor.yaml]\npeople:\n  ana',
      at: 'version: 7\npeople:\n  an‸a',
    });
    assert.match(found!.markdown, /Ana Ruiz/);
  });

  it('the line that wins, where it stands now', async () => {
    const at = '# more\n  platform: { title: Platform, owner: gareth, paths: ["*‸*"';
    const { markdown } = (await hovered({ at, from: at.slice(9).replace('‸', '') }))!;
    const links = new Map<string, string>();
    parser.walkTokens(parser.lexer(markdown), (token) => {
      if (token.type === 'link') links.set(String(token['text']), String(token['href']));
    });
    const [, argument = ''] = (links.get('services\\/payments\\/refunds') ?? '').split('?');
    const [{ file, start, end }] = JSON.parse(decodeURIComponent(argument)) as [
      Record<'file' | 'start' | 'end', never>,
    ];
    const now = entry.replace('  platform:', '  # more\n  platform:');
    assert.deepEqual([file, now.slice(start, end)], ['aor.yaml', 'services/payments/refunds']);
    assert.match(markdown, /These counts are of the last save/);
  });

  it('text of files as text, whatever it holds', async () => {
    const word = fc.string({
      unit: fc.constantFrom('[', ']', '(', ')', '<', '`', '*', '!', '$', '\n', 'a', ':', '/', '@'),
    });
    await fc.assert(
      fc.asyncProperty(word, word, async (name, glob) => {
        const text = `people:
  a: { name: ${JSON.stringify(name)} }
teams:
  t: { name: ${JSON.stringify(name)}, members: [a] }
aors:
  x: { title: ${JSON.stringify(name)}, owner: a, team: t, paths: [${JSON.stringify(`${glob}z`)}, "**"] }
`;
        const model = await modelOf({ 'aor.yaml': text });
        for (const place of [
          text.indexOf('  a:') + 2,
          text.indexOf('t: {'),
          text.indexOf('x: {'),
          text.indexOf('"**"') + 1,
        ]) {
          const { files, file } = marked({ 'aor.yaml': `${text}‸` });
          const tree = model === null ? null : counted(model);
          const found = hoverAt(file, place, {
            ...{ root: 'file:///shop', today: { day }, day, model, files, tree, uncounted: null, explainsKeys: true },
          });
          parser.walkTokens(parser.lexer(found?.markdown ?? ''), (token) => {
            assert.ok(!['image', 'html'].includes(token.type), found?.markdown);
            const [, command] =
              token.type === 'link' ? (/^command:([\w.]+)/.exec(String(token['href'])) ?? []) : ['', 'aor.openRule'];
            assert.ok(
              cardCommands.some((known) => known === command),
              found?.markdown,
            );
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});
