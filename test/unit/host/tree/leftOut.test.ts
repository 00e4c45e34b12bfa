import { strict as assert } from 'node:assert';
import { excludesGlob, leftOutBy } from '../../../../src/host/repositories/tree/leftOut';

const usual = [
  { '**/.git': true, '**/.DS_Store': true, '**/Thumbs.db': true, 'out/*.js': false },
  { '**/node_modules': true, '**/*.code-search': true, 'packages/{a,b}/dist': true },
];

describe('what a search leaves out', () => {
  it('is one glob for the search', () => {
    assert.equal(
      excludesGlob([{ a: true, b: false, c: { when: '$(basename).ts' } }, undefined, 'x', { '**/d': true }]),
      '{**/.git,a,**/d}',
    );
  });

  it('is told for a path, and for all beneath a folder', () => {
    const isLeftOut = leftOutBy(usual)!;
    const left = ['.git/config', 'node_modules', 'web/node_modules/x/y.js', 'a/b.code-search', 'packages/b/dist/x'];
    const kept = ['src/a.ts', 'node_modules.ts', 'packages/c/dist/x', 'out/a.js', '.gitignore'];
    assert.deepEqual([...left, ...kept].filter(isLeftOut), left);
  });

  it('is not told where only a search knows', () => {
    assert.equal(leftOutBy([{ '**/*.js': { when: '$(basename).ts' } }]), null);
    assert.equal(leftOutBy([{ 'file[0-9].ts': true, 'a{1..3}': true }]), null);
    assert.notEqual(leftOutBy([{ 'a{1..3}': false }]), null);
  });
});
