import assert from 'node:assert/strict';
import { exportDialects } from '../../../src/core';
import { exportTargets } from '../../../src/features/exportCodeowners/targets';

const targetsWith = (files: Readonly<Record<string, string>>, kind?: string): readonly string[] =>
  exportTargets((path) => files[path] ?? null, kind).map(
    ({ dialect, path, before, isExported }) =>
      `${dialect.name} ${path}${before === null ? '' : isExported ? ' exported' : ' by hand'}`,
  );

describe('where CODEOWNERS is exported to', () => {
  it('is where the host of the remote looks, GitHub first without one', () => {
    assert.deepEqual(targetsWith({}), ['GitHub .github/CODEOWNERS', 'GitLab .gitlab/CODEOWNERS']);
    assert.deepEqual(targetsWith({}, 'gitlab'), ['GitLab .gitlab/CODEOWNERS', 'GitHub .github/CODEOWNERS']);
  });

  it('is the file that was exported before, whatever the remote', () => {
    const { header } = exportDialects.gitlab;
    assert.deepEqual(targetsWith({ CODEOWNERS: `${header}\n* @a\n` }, 'github'), [
      'GitLab CODEOWNERS exported',
      'GitHub CODEOWNERS by hand',
    ]);
  });

  it('is the file that the host would read, where several are there', () => {
    const files = { 'docs/CODEOWNERS': '* @a\n', '.gitlab/CODEOWNERS': '* @b\n' };
    assert.deepEqual(targetsWith(files, 'gitlab'), [
      'GitLab docs/CODEOWNERS by hand',
      'GitHub docs/CODEOWNERS by hand',
    ]);
  });
});
