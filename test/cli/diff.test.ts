import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aor, git, repositoryWith, write } from './program';
import { commitAll } from './reviewRepository';

const people = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@shop.example }
  ben: { name: Ben Okri, email: ben@shop.example }
  mei: { name: Mei Tan, email: mei@shop.example, left: 2026-07-01 }
`;
const first = `${people}aors:
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay] }
  web: { title: Web, owner: ben, paths: [web] }
  talks: { title: Talks, kind: duty, owner: ana }
exempt: [vendor]
`;
const second = `${people}aors:
  pay: { title: Money, owner: ana, backup: [mei, ben], paths: [pay] }
  refunds: { title: Refunds, owner: mei, paths: [pay/refunds] }
  web: { title: Web, owner: ana, paths: [web, vendor/own] }
exempt: [vendor]
`;
const june = ['--today', '2026-06-15'];

/** `old` is a tag of the first state, `main` has the second. */
function repository(): string {
  const long = (text: string): string => `${text} line\n`.repeat(20);
  const folder = repositoryWith({
    'aor.yaml': first,
    'pay/a.ts': '',
    'pay/refunds/b.ts': '',
    'pay/old.ts': long('old'),
    'web/c.ts': '',
    'gone.ts': '',
    'readme.md': '',
    'vendor/x.js': '',
  });
  commitAll(folder, 'Before');
  git(folder, 'tag', 'old');
  rmSync(join(folder, 'gone.ts'));
  rmSync(join(folder, 'pay/old.ts'));
  write(folder, { 'aor.yaml': second, 'web/moved.ts': long('old'), 'web/new.ts': 'new' });
  commitAll(folder, 'After');
  return folder;
}

const lines = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('aor diff', () => {
  let folder: string;
  before(() => {
    folder = repository();
    git(folder, 'checkout', '--quiet', '--detach');
    rmSync(join(folder, 'aor.yaml'));
    commitAll(folder, 'Bare');
    git(folder, 'tag', 'bare');
    write(folder, { 'aor.yaml': 'just a text' });
    commitAll(folder, 'Broken');
    git(folder, 'tag', 'broken');
    git(folder, 'checkout', '--quiet', 'main');
  });

  it('lists AORs that came, went or have other people, and files that both have, moved ones too', async () => {
    const { stdout, stderr, status } = await aor(folder, ['diff', 'old', 'HEAD', ...june]);
    assert.deepEqual([stderr, status], ['', 0]);
    assert.equal(
      stdout,
      `3 of 7 files changed hands between old and HEAD.

Responsibilities:
  Money: backup Ben Okri → Mei Tan, Ben Okri
  Refunds: new, Mei Tan
  Talks: gone, was held by Ana Ruiz
  Web: Ben Okri → Ana Ruiz

Files:
  Payments · Ana Ruiz → Refunds · Mei Tan: 1 file
    pay/refunds/b.ts
  Web · Ben Okri → Web · Ana Ruiz: 1 file
    web/c.ts
  Payments · Ana Ruiz → Web · Ana Ruiz: 1 file
    web/moved.ts, moved from pay/old.ts
`,
    );
  });

  it('says the same as JSON, an object a line, for a day of its own', async () => {
    const { stdout } = await aor(folder, ['diff', 'old', 'HEAD', '--json', '--today', '2026-07-02']);
    const found = lines(stdout);
    assert.deepEqual(found.slice(0, 2), [
      {
        kind: 'aor',
        aor: 'pay',
        before: { title: 'Payments', kind: 'area', owner: 'ana', backups: ['ben'] },
        after: { title: 'Money', kind: 'area', owner: 'ana', backups: ['mei', 'ben'] },
      },
      {
        kind: 'aor',
        aor: 'refunds',
        before: null,
        after: { title: 'Refunds', kind: 'area', owner: null, backups: [] },
      },
    ]);
    assert.deepEqual(found.at(-3), {
      kind: 'path',
      path: 'pay/refunds/b.ts',
      from: null,
      before: { state: 'owned', aor: 'pay', owner: 'ana' },
      after: { state: 'vacant', aor: 'refunds', owner: null },
    });
    assert.deepEqual(found.at(-1), {
      kind: 'path',
      path: 'web/moved.ts',
      from: 'pay/old.ts',
      before: { state: 'owned', aor: 'pay', owner: 'ana' },
      after: { state: 'owned', aor: 'web', owner: 'ana' },
    });
  });

  it('compares with the working tree, whatever is committed of it', async () => {
    write(folder, { 'aor.yaml': second.replace('owner: ana, paths: [web', 'owner: ben, paths: [web') });
    try {
      const { stdout } = await aor(folder, ['diff', 'HEAD', ...june]);
      assert.match(
        stdout,
        /^3 of 8 files changed hands since HEAD\.\n\nResponsibilities:\n {2}Web: Ana Ruiz → Ben Okri\n/,
      );
      assert.equal(
        (await aor(folder, ['diff', 'old', 'old', ...june])).stdout,
        'No file changed hands between old and old.\n',
      );
    } finally {
      git(folder, 'checkout', '--quiet', 'aor.yaml');
    }
  });

  it('takes a state without an ownership file as one in which nobody owns anything', async () => {
    const { stdout } = await aor(folder, ['diff', 'bare', 'HEAD', ...june]);
    assert.match(stdout, /Refunds: new, Mei Tan/);
    assert.match(stdout, / {2}unowned → Money · Ana Ruiz: 1 file\n {4}pay\/a\.ts\n/);
  });

  it('says in one line what is wrong', async () => {
    const wrong = async (...args: string[]) => {
      const { stderr, stdout, status } = await aor(folder, ['diff', ...args]);
      assert.deepEqual([stdout, status], ['', 2]);
      return stderr;
    };
    assert.equal(await wrong(), 'aor: aor diff wants one or two commits. Try --help.\n');
    assert.equal(await wrong('nope'), 'aor: nope names no commit here.\n');
    assert.equal(await wrong('--', '--output=x'), 'aor: --output=x names no commit here.\n');
    assert.match(await wrong('old', 'HEAD', '--file', 'aor.yaml'), /takes no --file/);
    assert.match(await wrong('broken'), /^aor: broken: aor\.yaml:\d+:\d+: /);
  });
});
