import assert from 'node:assert/strict';
import { aorLenses, loadOwnership, writtenFile } from '../../../../src/core';
import { memorySource } from '../../memorySource';
import { written } from './marked';

const texts = {
  'aor.yaml': `include: [web/aor.yaml]
people: { ana: Ana Ruiz <a@x.dev>, ben: { name: Ben, left: 2020-01-01 }, cy: { name: Cy, away: { from: 2026-01-01 } } }
aors:
  pay: { title: Pay, owner: ana, paths: [pay] }
  one: { title: One, owner: cy, paths: [one] }
  none: { title: None, owner: ana, paths: [none] }
  gone: { title: Gone, owner: ben, paths: [gone] }
  group: { title: Group, owner: ana }
  look: { title: Look, kind: review, owner: ana, paths: [pay] }
  mentor: { title: Mentor, kind: duty, owner: ana }
`,
  'web/aor.yaml': 'aors:\n  web: { title: Web, owner: ana, paths: ["**"] }\n  pay: { title: Again, owner: ana }\n',
};
const counts = {
  filesOf: new Map([
    ['pay', 1420],
    ['one', 1],
    ['gone', 2],
    ['web', 3],
  ]),
};

async function lenses(
  path: keyof typeof texts,
  tree: typeof counts | null,
  now: string = texts[path],
): Promise<string[]> {
  const loaded = await loadOwnership(memorySource(texts), null);
  assert.equal(loaded.kind, 'loaded');
  const file = writtenFile({ path, base: '', text: now });
  return aorLenses(file, loaded.file, tree, { day: '2026-06-01' }).map(
    ({ id, at, text }) => `${written([file], { file: path, ...at })} (${id}): ${text}`,
  );
}

describe('above AORs stand', () => {
  it('their files and who holds them', async () => {
    assert.deepEqual(await lenses('aor.yaml', counts), [
      'aor.yaml:4 pay (pay): 1420 files · Ana Ruiz',
      'aor.yaml:5 one (one): 1 file · Cy (away)',
      'aor.yaml:6 none (none): 0 files · Ana Ruiz',
      'aor.yaml:7 gone (gone): 2 files · vacant',
      'aor.yaml:8 group (group): Ana Ruiz',
      'aor.yaml:9 look (look): Ana Ruiz',
      'aor.yaml:10 mentor (mentor): Ana Ruiz',
    ]);
  });

  it('no numbers before the files are counted', async () => {
    assert.deepEqual((await lenses('aor.yaml', null)).slice(0, 1), ['aor.yaml:4 pay (pay): Ana Ruiz']);
  });

  it('those of an included file, but for an id that counts elsewhere', async () => {
    assert.deepEqual(await lenses('web/aor.yaml', counts), ['web/aor.yaml:2 web (web): 3 files · Ana Ruiz']);
  });

  it('the last good answers, where the AOR is now, while the text is half-typed', async () => {
    const now = '# é\r\naors:\r\n  new:\r\n  pay:\r\n    title: [Pay\r\n';
    assert.deepEqual(await lenses('aor.yaml', counts, now), ['aor.yaml:4 pay (pay): 1420 files · Ana Ruiz']);
  });
});
