import assert from 'node:assert/strict';
import { matchesGlob, parseIncludeGlob } from '../../../src/core/rules/glob';

function include(text: string, base = '') {
  const result = parseIncludeGlob(text, base);
  assert.ok(result.kind === 'include', JSON.stringify(result));
  return result.include;
}

function refused(text: string): string {
  const result = parseIncludeGlob(text, '');
  return result.kind === 'refused' ? result.refused : result.kind;
}

describe('globs of include', () => {
  it('match files exactly, never what lies beneath', () => {
    const glob = include('a/aor.yaml');
    assert.ok(matchesGlob(glob, 'a/aor.yaml'));
    assert.ok(!matchesGlob(glob, 'a/aor.yaml/b'));
    assert.ok(!matchesGlob(include('a'), 'a/aor.yaml'));
  });

  it('match by wildcards and alternatives as others do', () => {
    const glob = include('{services,apps/*}/**/aor.y{a,}ml');
    for (const path of ['services/aor.yaml', 'services/x/y/aor.yml', 'apps/web/aor.yaml']) {
      assert.ok(matchesGlob(glob, path), path);
    }
    for (const path of ['apps/aor.yaml', 'aor.yaml', 'services/aor.yaml/x']) assert.ok(!matchesGlob(glob, path), path);
  });

  it('name a file where they have no wildcard and no alternatives', () => {
    assert.equal(include('a/aor.yaml').literal, 'a/aor.yaml');
    assert.equal(include('/a/[b]/\\*{c}.yaml', 'x/y').literal, 'x/y/a/[b]/*{c}.yaml');
    assert.equal(include('*/aor.yaml').literal, null);
    assert.equal(include('{a,b}/aor.yaml').literal, null);
    assert.equal(include('{a,a}/aor.yaml').literal, null);
  });

  it('lie beneath the folder of the file that includes', () => {
    const glob = include('*/aor.yaml', 'a*');
    assert.ok(matchesGlob(glob, 'a*/b/aor.yaml'));
    assert.ok(!matchesGlob(glob, 'ab/b/aor.yaml'));
    assert.equal(refused('../b/aor.yaml'), '..');
  });

  it('are refused where they would name folders or take files out', () => {
    assert.equal(refused('services/'), '/');
    assert.equal(refused('{a,b/}'), '/');
    assert.equal(refused('!a/aor.yaml'), '!');
    assert.equal(refused('a**/aor.yaml'), '**');
    assert.equal(refused(''), 'empty');
    assert.equal(include('\\!a.yaml').literal, '!a.yaml');
  });
});
