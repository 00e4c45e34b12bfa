import assert from 'node:assert/strict';
import type { HistoryCommit } from '../../../src/core';
import { readCodeowners } from '../../../bench/listed/codeowners';
import { readMaintainers } from '../../../bench/listed/maintainers';
import type { Listing } from '../../../bench/listed/books';
import { reachable } from '../../../bench/replay/reachable';

const who = (listing: Listing, path: string): string => {
  const names = new Map(listing.people.map(({ id, name }) => [id, name]));
  return (listing.areaOf(path)?.people ?? []).map((id) => names.get(id)).join(' ');
};

describe('lists of maintainers that are replayed', () => {
  it('reads sections: maintainers of all that match, then reviewers, with excludes', () => {
    const text = `
  M: in the description, not a field

Pkg
F: Pkg/
X: Pkg/Gen/
M: Ana <ana@x> [ana]
R: Ben <ben@x>

Pkg: Memory
F: Pkg/*Mem*/
F: Pkg/Top*
M: Mei <MEI@x>
R: Ana <Ana@x>

Root
F: *
M: Gil <gil@x>
`;
    const listing = readMaintainers(text, 'edk2');
    const table: readonly (readonly [string, string])[] = [
      ['Pkg/a.c', 'Ana Ben'],
      ['Pkg/Core/MemPool/a.c', 'Ana Mei Ben'],
      ['Pkg/Gen/Mem/a.c', 'Mei Ana'],
      ['Pkg/TopLevel.c', 'Ana Mei Ben'],
      ['Pkg/Topic/a.c', 'Ana Ben'],
      ['README', 'Gil'],
      ['Other/a.c', ''],
    ];
    for (const [path, people] of table) assert.equal(who(listing, path), people, path);
    assert.equal(listing.areaOf('Pkg/a.c'), listing.areaOf('Pkg/b.c'));
  });

  it('keeps a * within its folder where Linux does', () => {
    const listing = readMaintainers('NET\nM:\tAna <ana@x>\nF:\tnet/*\nF:\tdrivers/*/net.c\nF:\tlib/', 'linux');
    assert.equal(who(listing, 'net/a.c'), 'Ana');
    assert.equal(who(listing, 'drivers/a/net.c'), 'Ana');
    assert.equal(who(listing, 'drivers/a/b/net.c'), '');
    assert.equal(who(listing, 'lib/deep/a.c'), 'Ana');
    assert.equal(who(listing, 'library/a.c'), '');
  });

  it('reads CODEOWNERS: the last line that matches, without teams', () => {
    const listing = readCodeowners(`
*           @all

/src/       @ana ben@x   # comment
# Secondary maintainer @mei
*.md        @acme/docs
docs/**/x   @gil
/src/gen/
sub/*       @one
`);
    const table: readonly (readonly [string, string])[] = [
      ['a', 'all'],
      ['src/a/b.ts', 'ana ben@x mei'],
      ['src/README.md', ''],
      ['src/gen/a', ''],
      ['docs/a/b/x', 'gil'],
      ['docs/x', 'gil'],
      ['sub/a', 'one'],
      ['sub/a/b', 'all'],
      ['lib/src/a', 'all'],
    ];
    for (const [path, people] of table) assert.equal(who(listing, path), people, path);
  });

  it('looks at nothing but what a commit reaches', () => {
    const commit = (id: string, time: number, ...parents: readonly string[]): HistoryCommit => ({
      ...{ id, time, parents, author: { name: '', email: '' }, reviewers: [], coAuthors: [], paths: [] },
    });
    const from = reachable([
      ...[commit('e', 50, 'd'), commit('d', 40, 'b', 'c'), commit('c', 30, 'a'), commit('b', 20, 'a'), commit('a', 10)],
    ]);
    const ids = (id: string, since: number): string =>
      from(id, since)
        .map((found) => found.id)
        .join('');
    assert.equal(ids('d', 0), 'dcba');
    assert.equal(ids('b', 0), 'ba');
    assert.equal(ids('e', 20), 'edcb');
    assert.equal(ids('nowhere', 0), '');
  });
});
