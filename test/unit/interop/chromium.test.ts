import assert from 'node:assert/strict';
import { compileRules, loadOwnership, ownershipOf, writeDraft } from '../../../src/core';
import { readChromium } from '../../../src/core/interop/chromium';
import { draftOf } from '../../../src/core/interop/draftOf';
import { memorySource } from '../memorySource';

const files = [
  { path: 'OWNERS', text: '\uFEFF# all\r\nana@x.org\r\nben@x.org #{LAST_RESORT_SUGGESTION}\r\n*\r\n' },
  { path: 'ipc/SECURITY_OWNERS', text: 'sec@x.org\nfile://ipc/SECURITY_OWNERS\nset noparent\n' },
  {
    path: 'web/OWNERS',
    text: 'cleo@x.org\nper-file *.mojom=set noparent\nper-file *.mojom=file://ipc/SECURITY_OWNERS\nper-file DEPS,*.gn = dora@x.org\nnonsense here\n',
  },
  { path: 'web/api/OWNERS', text: 'set noparent\nfile:../OTHER\neli@x.org\n' },
  { path: 'constructor/OWNERS', text: '# nobody\n' },
];
const mapping: Readonly<Record<string, string>> = {
  'a.c': 'ana@x.org',
  'web/a.c': 'cleo@x.org',
  'web/a.mojom': 'sec@x.org',
  'web/DEPS': 'dora@x.org',
  'web/x.gn': 'dora@x.org',
  'web/api/x.gn': 'eli@x.org',
  'constructor/a': 'ana@x.org',
};
const tree = Object.keys(mapping);

describe('The reader of Chromium OWNERS', () => {
  it('gives every file to the first owner of the nearest rule', async () => {
    const { draft } = draftOf(readChromium(files, tree), tree);
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': writeDraft(draft) }), null);
    assert.ok(loaded.kind === 'loaded');
    const index = compileRules(loaded.file);
    const found = tree.map((path) => {
      const answer = ownershipOf(loaded.file, index, path, { day: '2026-01-01' });
      return [path, answer.state === 'owned' ? answer.owner.emails[0] : answer.state];
    });
    assert.deepEqual(Object.fromEntries(found), mapping);
  });

  it('has no area above where parents are cut off', () => {
    const { aors } = readChromium(files, tree);
    assert.deepEqual(
      aors.map(({ key, parent }) => [key, parent]),
      [
        ['/', null],
        ['/web', '/'],
        ['/web:2', null],
        ['/web:4', '/web'],
        ['/web/api', null],
      ],
    );
  });

  it('lists what it drops with its line', () => {
    const shown = readChromium(files, tree).lost.map(({ file, line }) => `${file}:${String(line)}`);
    assert.deepEqual(shown, ['web/OWNERS:5', 'OWNERS:4', 'web/api/OWNERS:2']);
  });
});
