/** Every problem code by at least one file, with its line and column (1-based). */
import assert from 'node:assert/strict';
import {
  analyseTree,
  compileRules,
  defaultSeverities,
  healthProblems,
  lineMap,
  loadOwnership,
  treeOfPaths,
  treeProblems,
} from '../../../src/core';
import type { FileSource, Problem } from '../../../src/core';
import { memorySource } from '../memorySource';

const head = 'version: 1\npeople:\n  ana: Ana <ana@shop.example>\n  ben: Ben <ben@shop.example>\n';

interface Row {
  readonly code: string;
  readonly text: string;
  /** `line:column`, and the file where it is not `aor.yaml`. */
  readonly at: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly tree?: readonly string[];
  /** A part of the message. */
  readonly says: RegExp;
}

const rows: readonly Row[] = [
  {
    code: 'syntax',
    text: `${head}aors:\n  x: { title: X, paths: [!src/gen/**] }\n`,
    at: '6:26',
    says: /quote it: "!src\/gen\/\*\*"/,
  },
  { code: 'syntax', text: `${head}exempt:\n  - *.ts\n`, at: '6:5', says: /quote it: "\*\.ts"/ },
  { code: 'syntax', text: `${head}exempt:\n  - **/x\n`, at: '6:5', says: /quote it: "\*\*\/x"/ },
  { code: 'syntax', text: `${head}exempt:\n  - {a,b}/x\n`, at: '6:10', says: /quote it: "\{a,b\}\/x"/ },
  { code: 'syntax', text: `%YAML 1.2\n---\n${head}`, at: '1:1', says: /Remove the line/ },
  { code: 'syntax', text: `${head}x-a: &anchor 1\n`, at: '5:6', says: /Anchors/ },
  { code: 'syntax', text: `${head}x-a:\n  <<: { a: 1 }\n`, at: '6:3', says: /Merge keys/ },
  { code: 'syntax', text: `${head}x-a:\n  ? [p]\n  : 1\n`, at: '6:5', says: /plain text/ },
  { code: 'syntax', text: `${head}---\nversion: 1\n`, at: '5:1', says: /one document/ },
  { code: 'syntax', text: `${head}x-a: "never closed\n`, at: '6:1', says: /Missing closing/ },
  { code: 'duplicate-key', text: `${head}people: {}\n`, at: '5:1', says: /"people" is written twice/ },
  { code: 'unknown-version', text: 'version: 2\n', at: '1:10', says: /Known: 1/ },
  { code: 'too-large', text: `x-a: ${'['.repeat(101)}${']'.repeat(101)}\n`, at: '1:105', says: /100 levels/ },
  {
    code: 'too-large',
    text: `${head}exempt:\n${'  - "{a,b,c,d,e,f,g,h,i,j}{a,b,c,d,e,f,g,h,i,j}{a,b,c,d,e,f,g,h,i,j}"\n'.repeat(60)}`,
    at: '56:5',
    says: /alternatives/,
  },
  { code: 'wrong-type', text: `${head}aors: [1]\n`, at: '5:8', says: /Expected a map, found a text/ },
  {
    code: 'bad-value',
    text: `${head}aors:\n  x: { title: X, status: blue }\n`,
    at: '6:26',
    says: /green, amber, red, found "blue"/,
  },
  {
    code: 'bad-value',
    text: `${head}aors:\n  x: { title: X, confirmed: 2026-02-30 }\n`,
    at: '6:29',
    says: /YYYY-MM-DD/,
  },
  { code: 'bad-value', text: `${head}  cy: { name: Cy, timezone: Mars/Base }\n`, at: '5:29', says: /IANA/ },
  {
    code: 'bad-value',
    text: `${head}  cy: { name: Cy, away: [{ until: 2026-01-01 }] }\n`,
    at: '5:26',
    says: /"from" is required/,
  },
  {
    code: 'bad-value',
    text: `${head}  cy: { name: Cy, away: [{ from: 2026-01-02, until: 2026-01-01 }] }\n`,
    at: '5:26',
    says: /ends .* before it begins/,
  },
  { code: 'missing-title', text: `${head}aors:\n  x: { owner: ana }\n`, at: '6:3', says: /needs a title/ },
  { code: 'bad-id', text: `${head}aors:\n  Pay: { title: Pay }\n`, at: '6:3', says: /lower-case/ },
  { code: 'bad-id', text: `${head}aors:\n  yes: { title: Yes }\n`, at: '6:3', says: /reserved/ },
  {
    code: 'unknown-person',
    text: `${head}aors:\n  x: { title: X, owner: anna }\n`,
    at: '6:25',
    says: /Did you mean "ana"/,
  },
  {
    code: 'unknown-team',
    text: `${head}aors:\n  x: { title: X, owner: ana, team: web }\n`,
    at: '6:36',
    says: /under "teams"/,
  },
  {
    code: 'unknown-aor',
    text: `${head}aors:\n  x: { title: X, owner: ana, parent: y9z }\n`,
    at: '6:38',
    says: /No AOR has the id "y9z"/,
  },
  { code: 'unknown-aor', text: `${head}  cy: { name: Cy, wants: [role.duty] }\n`, at: '5:27', says: /"role\.duty"/ },
  {
    code: 'several-owners',
    text: `${head}aors:\n  x: { title: X, owner: [ana, ben] }\n`,
    at: '6:25',
    says: /"ana" counts as owner/,
  },
  {
    code: 'parent-cycle',
    text: `${head}aors:\n  x: { title: X, owner: ana, parent: x }\n`,
    at: '6:38',
    says: /above itself/,
  },
  { code: 'manager-cycle', text: `${head}  cy: { name: Cy, manager: cy }\n`, at: '5:28', says: /manager is ignored/ },
  {
    code: 'duplicate-id',
    text: `${head}include: a/aor.yaml\n`,
    files: { 'a/aor.yaml': 'version: 1\npeople:\n  ana: Ana <a@shop.example>\n' },
    at: 'a/aor.yaml:3:3',
    says: /defined in aor\.yaml already/,
  },
  { code: 'include-cycle', text: `${head}include: [aor.yaml]\n`, at: '5:11', says: /aor\.yaml → aor\.yaml/ },
  { code: 'include-missing', text: `${head}include:\n  - nope.yaml\n`, at: '6:5', says: /does not exist/ },
  { code: 'include-missing', text: `${head}include: [a]\n`, files: { 'a/b': '' }, at: '5:11', says: /is not a file/ },
  { code: 'bad-glob', text: `${head}exempt: ["!(a)"]\n`, at: '5:10', says: /!\\\(/ },
  {
    code: 'bad-regex',
    text: `${head}aors:\n  x: { title: X, kind: review, owner: ana, content: "a(b" }\n`,
    at: '6:53',
    says: /RE2/,
  },
  {
    code: 'empty-condition',
    text: `${head}aors:\n  x: { title: X, kind: review, owner: ana, paths: }\n`,
    at: '6:44',
    says: /applies to nothing/,
  },
  {
    code: 'empty-condition',
    text: `${head}aors:\n  x: { title: X, kind: review, owner: ana, paths: ["!a"] }\n`,
    at: '6:51',
    says: /applies to nothing/,
  },
  {
    code: 'unknown-key',
    text: `${head}aors:\n  x: { tilte: X, title: X, owner: ana }\n`,
    at: '6:8',
    says: /Did you mean "title"/,
  },
  {
    code: 'misplaced-key',
    text: `${head}aors:\n  x: { title: X, owner: ana, level: must }\n`,
    at: '6:30',
    says: /kind review/,
  },
  { code: 'suspicious-scalar', text: `${head}exempt:\n  - docs/C #/intro\n`, at: '6:12', says: /comment/ },
  { code: 'suspicious-scalar', text: `${head}exempt:\n  - #tmp\n`, at: '6:5', says: /comment/ },
  { code: 'suspicious-scalar', text: `${head}exempt:\n  - a: b\n`, at: '6:5', says: /quote it: "a: b"/ },
  {
    code: 'second-file',
    text: head,
    files: { 'docs/aor.yml': head },
    at: 'docs/aor.yml:1:1',
    says: /aor\.yaml is the ownership file/,
  },
  {
    code: 'ambiguous-owner',
    text: `${head}aors:\n  x: { title: X, owner: ana, paths: ["a?"] }\n  y: { title: Y, owner: ben, paths: ["?b"] }\n`,
    tree: ['ab'],
    at: '7:38',
    says: /ab/,
  },
  {
    code: 'shadowed-glob',
    text: `${head}aors:\n  x: { title: X, owner: ana, paths: ["**"] }\n  y: { title: Y, owner: ben, paths: [src] }\n`,
    tree: ['src/a'],
    at: '6:38',
    says: /\*\*/,
  },
  { code: 'no-match', text: `${head}exempt: [vendor]\n`, tree: ['src/a'], at: '5:10', says: /vendor/ },
  {
    code: 'owner-left',
    text: `${head}  cy: { name: Cy, left: 2026-01-01 }\naors:\n  x: { title: X, owner: cy }\n`,
    at: '7:25',
    says: /Cy left on 2026-01-01/,
  },
  { code: 'missing-version', text: 'people: {}\n', at: '1:1', says: /version: 1/ },
  {
    code: 'vacant',
    text: `${head}aors:\n  x: { title: X, vacant: { since: 2026-01-01 } }\n`,
    at: '6:3',
    says: /since 2026-01-01/,
  },
  { code: 'no-backup', text: `${head}aors:\n  x: { title: X, owner: ana }\n`, at: '6:3', says: /no backup/ },
  {
    code: 'stale',
    text: `${head}aors:\n  x: { title: X, owner: ana, confirmed: 2025-01-01 }\n`,
    at: '6:3',
    says: /530 days ago/,
  },
  { code: 'unconfirmed', text: `${head}aors:\n  x: { title: X, owner: ana }\n`, at: '6:3', says: /confirmed/ },
  {
    code: 'overdue-handover',
    text: `${head}aors:\n  x: { title: X, owner: ana, handover: { to: ben, by: 2026-06-14 } }\n`,
    at: '6:40',
    says: /handed over to Ben/,
  },
  { code: 'unused-person', text: head, at: '3:3', says: /Ana holds nothing/ },
];

const today = { day: '2026-06-15' };

async function problemsOf(source: FileSource, tree: readonly string[] | undefined): Promise<readonly Problem[]> {
  const loaded = await loadOwnership(source, null);
  if (loaded.kind === 'none' || loaded.kind === 'failed') return [];
  if (loaded.kind === 'unreadable') return loaded.problems;
  const problems = [...loaded.problems, ...healthProblems(loaded.file, today)];
  if (tree === undefined) return problems;
  const analysis = analyseTree(loaded.file, compileRules(loaded.file), treeOfPaths(tree));
  let step = analysis.next();
  while (step.done !== true) step = analysis.next();
  return [...problems, ...treeProblems(step.value, { isSparse: false })];
}

describe('problems of the ownership file', () => {
  for (const { code, text, at, files = {}, tree, says } of rows) {
    it(`${code}: ${JSON.stringify(text.replace(head, '…'))}`.slice(0, 90), async () => {
      const all: Record<string, string> = { 'aor.yaml': text, ...files };
      const problems = (await problemsOf(memorySource(all), tree)).filter((problem) => problem.code === code);
      const places = problems.map((problem) => {
        const { line, character } = lineMap(all[problem.at.file] ?? '').positionAt(problem.at.start);
        return `${problem.at.file}:${line + 1}:${character + 1}`.replace(/^aor\.yaml:/, '');
      });
      assert.ok(places.includes(at), `${at} is not among ${places.join(', ')}`);
      assert.match(problems[places.indexOf(at)]!.message, says);
    });
  }

  it('covers every code', () => {
    // Those of `CODEOWNERS` are found by another reader, which has tests of its own.
    const codes = Object.keys(defaultSeverities).filter((code) => !code.startsWith('codeowners-'));
    assert.deepEqual([...new Set(rows.map(({ code }) => code))].sort(), codes.sort());
  });

  it('takes severities from the file', async () => {
    const text = `${head}review: { severities: { unused-person: error, missing-title: none } }\naors:\n  x: { owner: ana }\n`;
    const problems = await problemsOf(memorySource({ 'aor.yaml': text }), undefined);
    assert.deepEqual(
      problems.filter(({ code }) => code === 'unused-person').map(({ severity }) => severity),
      ['error'],
    );
    assert.ok(!problems.some(({ code }) => code === 'missing-title'));
  });
});
