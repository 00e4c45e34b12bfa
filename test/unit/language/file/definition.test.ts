import assert from 'node:assert/strict';
import { definitionAt } from '../../../../src/core';
import { marked, written, type MarkedTexts } from './marked';

/** What is under the cursor, and where it leads: `aor.yaml:2 ana`, or a path in angle brackets. */
function leads(texts: MarkedTexts | string): string | null {
  const { files, file, offset } = marked(texts);
  const found = definitionAt(files, file, offset);
  if (found === null) return null;
  const targets = found.targets.map((target) =>
    target.kind === 'key' ? written(files, target.at) : `<${target.path}>`,
  );
  for (const target of found.targets) {
    if (target.kind === 'key') assert.ok(target.whole.start <= target.at.start && target.at.end <= target.whole.end);
  }
  return `${file.text.slice(found.from.start, found.from.end)} → ${targets.join(', ')}`;
}

const people = 'people:\n  ana: Ana\n';
const team = (text: string): MarkedTexts => ({ 'aor.yaml': people, 'a/b/aor.yaml': text });

const cases: readonly (readonly [title: string, texts: MarkedTexts | string, expected: string | null])[] = [
  ['an owner', `${people}aors:\n  p: { owner: a‸na }\n`, 'ana → aor.yaml:2 ana'],
  ['a cursor right behind the id', `${people}aors:\n  p: { owner: ana‸ }\n`, 'ana → aor.yaml:2 ana'],
  ['an id in quotes', `${people}aors:\n  p:\n    backup: ["an‸a"]\n`, 'ana → aor.yaml:2 ana'],
  ['a definition itself', 'people:\n  an‸a: Ana\n', 'ana → aor.yaml:2 ana'],
  [
    'a team, not the person of the same id',
    'people: { x: X }\nteams: { x: {} }\naors: { a: { team: x‸ } }',
    'x → aor.yaml:2 x',
  ],
  ['a parent', 'aors:\n  a: { parent: b‸ }\n  b: {}\n', 'b → aor.yaml:3 b'],
  [
    'the role of a duty',
    'people: { a: { wants: lea‸d.hire } }\nroles: { lead: { duties: { hire: {} } } }',
    'lead → aor.yaml:2 lead',
  ],
  [
    'a duty of a role',
    'people: { a: { wants: lead.hi‸re } }\nroles: { lead: { duties: { hire: {} } } }',
    'hire → aor.yaml:2 hire',
  ],
  ['a person of the entry file, from an included one', team('aors: { p: { owner: ‸ana } }'), 'ana → aor.yaml:2 ana'],
  [
    'two definitions in two files',
    { 'aor.yaml': people, 'x/aor.yaml': `${people}teams: { t: { lead: ana‸ } }` },
    'ana → aor.yaml:2 ana, x/aor.yaml:2 ana',
  ],
  ['an id nobody defines', 'aors: { p: { owner: an‸a } }', null],
  ['a title', 'aors: { p: { title: an‸a } }', null],
  [
    'half-typed: a list that is not closed',
    `${people}aors:\n  p:\n    backup: [an‸a, \n  q:\n    title: Q\n`,
    'ana → aor.yaml:2 ana',
  ],
  [
    'half-typed: a key without a colon before it',
    `${people}aors:\n  p:\n    own\n  q:\n    owner: ana‸\n`,
    'ana → aor.yaml:2 ana',
  ],
  ['half-typed: quotes that are not closed', `${people}aors:\n  p:\n    owner: "an‸a\n    title: P\n`, null],
  [
    'CRLF and what is not ASCII',
    'people:\r\n  # 日本 🎉\r\n  ana: Ánà\r\naors: { p: { title: "🎉", owner: ana‸ } }\r\n',
    'ana → aor.yaml:3 ana',
  ],
  ['a byte order mark', `\uFEFF${people}aors:\n  p: { owner: ana‸ }\n`, 'ana → aor.yaml:2 ana'],
  ['a glob of a folder', 'aors: { p: { paths: [src/‸app] } }', 'src/app → <src/app>'],
  ['a glob with a wildcard', 'aors: { p: { paths: ["!src/app/*.‸ts"] } }', '!src/app/*.ts → <src/app>'],
  ['a glob with alternatives', 'aors: { p: { paths: ["src/{a,b}/‸x"] } }', 'src/{a,b}/x → <src>'],
  ['a glob for everything', 'aors: { p: { paths: ["*‸*"] } }', '** → <>'],
  [
    'a glob with an escape and a priority',
    "aors: { p: { paths: [{ glob: 'a\\*b/‸*', priority: 1 }] } }",
    'a\\*b/* → <a*b>',
  ],
  ['a glob of an included file', team('exempt:\n  - gen‸/**\n'), 'gen/** → <a/b/gen>'],
  ['a glob that is refused', 'aors: { p: { paths: ["../‸x"] } }', null],
  ['half-typed: a brace that is not closed', 'aors: { p: { paths: ["src/{a,‸"] } }', null],
  ['an include of one file', 'include: [ser‸vices/aor.yaml]', 'services/aor.yaml → <services/aor.yaml>'],
  ['an include of an included file', team('include: c/aor‸.yaml'), 'c/aor.yaml → <a/b/c/aor.yaml>'],
  [
    'an include with a wildcard',
    { 'aor.yaml': 'include: ["*/aor‸.yaml"]', 'a/aor.yaml': '', 'b/aor.yaml': '' },
    '*/aor.yaml → <a/aor.yaml>, <b/aor.yaml>',
  ],
  ['nothing at all', '‸', null],
];

describe('the definition of', () => {
  for (const [title, texts, expected] of cases) it(title, () => assert.equal(leads(texts), expected));
});
