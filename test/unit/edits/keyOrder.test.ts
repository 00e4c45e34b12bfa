import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keyOrder, placeAmong } from '../../../src/core/edits/keyOrder';

/** The keys in the first column of the first table beneath a heading of the reference page. */
function documented(heading: string, table = /^\| key/m): string[] {
  const page = readFileSync('docs/ownership-file.md', 'utf8');
  const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1);
  const from = section.slice(section.search(table));
  const rows = from.slice(0, from.indexOf('\n\n')).split('\n').slice(2);
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key]) => key!));
}

describe('the order of keys', () => {
  it('is that of the reference page', () => {
    assert.deepEqual(keyOrder([]), documented('Top-level keys'));
    assert.deepEqual(keyOrder(['people', 'ana']), documented('People'));
    assert.deepEqual(keyOrder(['teams', 'web']), documented('Teams'));
    assert.deepEqual(keyOrder(['aors', 'pay']), documented('AORs'));
    assert.deepEqual(keyOrder(['roles', 'em']), documented('Roles'));
    assert.deepEqual(keyOrder(['roles', 'em', 'duties', 'x']), documented('Roles', /^\| key of a duty \|/m));
    assert.deepEqual(keyOrder(['review']), documented('Review policy'));
    assert.deepEqual(keyOrder(['people']), []);
  });

  it('puts a key behind the nearest one that comes before it, whatever the order there is', () => {
    assert.equal(placeAmong(['title', 'paths'], 'owner', keyOrder(['aors', 'x'])), 0);
    assert.equal(placeAmong(['paths', 'title'], 'owner', keyOrder(['aors', 'x'])), 1);
    assert.equal(placeAmong(['paths'], 'owner', keyOrder(['aors', 'x'])), -1);
    assert.equal(placeAmong(['b', 'a'], 'x-own', []), 1);
  });
});
