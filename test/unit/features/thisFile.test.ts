import assert from 'node:assert/strict';
import type { Row } from '../../../src/features/thisFile/row';
import { thisFileRows } from '../../../src/features/thisFile/rows';
import type { Repository } from '../../../src/host/store';
import { answerFor, today } from './answerFor';

const root = 'file:///shop';
const text = `
version: 1
people:
  ana: { name: Ana Ruiz, email: [ana@acme.dev, a@b.c], chat: "https://chat.acme.dev/ana", handles: { github: anaruiz } }
  ben: Ben Okri <ben@acme.dev>
  kit: { name: Kit Moe, email: kit@acme.dev, away: [{ from: 2026-10-30, until: 2026-11-05 }] }
  old: { name: Old Hand, left: 2026-06-30 }
teams: { checkout: { name: Checkout, members: [ana] } }
aors:
  platform: { title: Platform, owner: ben, paths: ["**"] }
  payments:
    title: Payments
    owner: ana
    backup: [ben, kit]
    team: checkout
    parent: platform
    paths: [pay]
    checklist: Is it in the ledger?
    guide: docs/pay.md
    status: red
  search: { title: Search, owner: , parent: platform, paths: [search], vacant: { since: 2026-09-01, why: Carl moved } }
  legacy: { title: Legacy, owner: old, paths: [legacy] }
  ops: { title: Ops, owner: kit, backup: ana, paths: [ops] }
  security: { title: Security, kind: review, owner: ben, level: must, paths: ["pay/**"], checklist: [One?, Two?], guide: "javascript:x" }
  style: { title: Style, kind: review, owner: ana, level: note }
  secrets: { title: Secrets, kind: review, owner: ana, content: "key=", min-lines: 3, changes: [added, renamed] }
exempt: [vendor]
`;

/** Rows as a person reads them: label, what stands beside it, and what is beneath. */
function read(rows: readonly Row[], depth = 0): string[] {
  return rows.flatMap(({ label, description, children }) => [
    `${'  '.repeat(depth)}${label}${description === '' ? '' : `: ${description}`}`,
    ...read(children, depth + 1),
  ]);
}

const rowsFor = async (path: string): Promise<readonly Row[]> => thisFileRows(await answerFor(text, path), root, today);

const withId = (rows: readonly Row[], id: string): Row | undefined =>
  rows.flatMap((row) => [row, ...row.children]).find((row) => row.id === id);

describe('The view of this file', () => {
  it('says whose an owned file is, how to reach them, where it was decided, and what else applies', async () => {
    assert.deepEqual(read(await rowsFor('pay/a.ts')), [
      'Payments: Checkout · status red',
      'Ana Ruiz: owner',
      '  ana@acme.dev',
      '  Chat: https://chat.acme.dev/ana',
      '  @anaruiz: GitHub',
      'Ben Okri: backup',
      '  ben@acme.dev',
      'Kit Moe: backup · away until 2026-11-05',
      '  kit@acme.dev',
      'pay: decides · aor.yaml:17 · at segment 1',
      'Before you ask: 2',
      '  Is it in the ledger?',
      '  Guide: docs/pay.md',
      'Reviews on top: 2',
      '  Security: must · Ben Okri',
      '    of pay/**',
      '    One?',
      '    Two?',
      '    Guide: javascript:x',
      '  Style: note · Ana Ruiz',
      '    of every change',
      'Reviews of some changes: 1',
      '  Secrets: offer · Ana Ruiz',
      '    if a changed line matches key= and at least 3 lines change and the file is added or renamed',
      'Other areas that match: 1',
      '  Platform: ** · lost at segment 1',
    ]);
  });

  it('leads from every row to where the file says so, and to nothing unsafe', async () => {
    const rows = await rowsFor('pay/a.ts');
    const offsetOf = (row: Row | undefined): unknown =>
      row?.link?.kind === 'command' ? Reflect.get(row.link.argument as object, 'start') : undefined;
    assert.equal(offsetOf(withId(rows, 'area')), text.indexOf('payments:'));
    assert.equal(offsetOf(withId(rows, 'rule')), text.indexOf('pay]'));
    assert.equal(offsetOf(withId(rows, 'also:platform')), text.indexOf('"**"'));
    assert.deepEqual(withId(rows, 'owner/email:')?.link, { kind: 'open', target: 'mailto:ana@acme.dev' });
    assert.deepEqual(withId(rows, 'questions/guide')?.link, { kind: 'open', target: 'file:///shop/docs/pay.md' });
    const security = withId(rows, 'review:security')!;
    assert.equal(withId([security], 'review:security/guide')?.link, null);
    const { start, end } = { start: text.indexOf('security:'), end: text.indexOf('security:') + 8 };
    const { root: at, aor, file } = security;
    assert.deepEqual([at, aor, file, security.start, security.end], [root, 'security', 'aor.yaml', start, end]);
  });

  it('says of a vacant file since when, why, and who is asked', async () => {
    assert.deepEqual(read(await rowsFor('search/a.go')).slice(0, 4), [
      'Search',
      'Vacant: since 2026-09-01 · Carl moved',
      'Ben Okri: asked instead: owner of Platform',
      '  ben@acme.dev',
    ]);
    assert.deepEqual(read(await rowsFor('legacy/a.go')).slice(0, 3), [
      'Legacy',
      'Vacant: since 2026-06-30 · Old Hand left',
      'Nobody can be asked',
    ]);
  });

  it('says who is asked while the owner is away', async () => {
    const lines = read(await rowsFor('ops/a.tf')).filter((line) => !line.startsWith(' '));
    assert.deepEqual(lines.slice(0, 4), [
      'Ops',
      'Kit Moe: owner · away until 2026-11-05',
      'Ana Ruiz: asked instead: backup',
      'ops: decides · aor.yaml:23 · at segment 1',
    ]);
  });

  it('says unowned and exempt, with what applies all the same', async () => {
    const unowned = thisFileRows(await answerFor(text.replace('["**"]', '[lib]'), 'x.ts'), root, today);
    assert.deepEqual(read(unowned).slice(0, 2), [
      'Unowned: no area of aor.yaml matches this file',
      'Open ownership file',
    ]);
    assert.match(read(unowned).join('\n'), /Reviews on top: 1/);
    assert.deepEqual(read(await rowsFor('vendor/x.js')).slice(0, 2), [
      'Exempt: needs no owner',
      'vendor: decides · aor.yaml:27',
    ]);
  });

  it('says when there is no ownership file, when it has errors, and when the answer is the last good one', async () => {
    const repository = { failure: null } as Repository;
    const rows = (kind: 'no-file' | 'unreadable'): string[] => read(thisFileRows({ kind, repository }, root, today));
    assert.deepEqual(rows('no-file'), ['No ownership file: nothing says whose this is', 'Create ownership file']);
    assert.deepEqual(rows('unreadable'), [
      'Ownership file has errors: it cannot be read, so nobody can be named',
      'Open ownership file',
    ]);
    assert.deepEqual(thisFileRows({ kind: 'elsewhere' }, root, today), []);
    const stale = thisFileRows(await answerFor(text, 'pay/a.ts', 'stale'), root, today);
    assert.deepEqual(read(stale).slice(0, 3), [
      'Ownership file has errors: this is what it said when it could last be read',
      'Open ownership file',
      'Payments: Checkout · status red',
    ]);
  });

  it('gives every row an id of its own', async () => {
    for (const path of ['pay/a.ts', 'ops/a.tf', 'search/x', 'vendor/x']) {
      const all = (rows: readonly Row[]): string[] => rows.flatMap(({ id, children }) => [id, ...all(children)]);
      const ids = all(await rowsFor(path));
      assert.deepEqual(ids, [...new Set(ids)]);
    }
  });
});
