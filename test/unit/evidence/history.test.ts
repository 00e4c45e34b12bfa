import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readHistory, type HistoryOptions } from '../../../src/node/history';

const isolated = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
const now = Date.parse('2026-11-20T12:00:00Z');

interface Told {
  readonly by?: string;
  readonly day?: string;
  readonly message?: string;
}

describe('history of a repository', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-history-')));
  const root = join(folder, 'root');
  const git = (cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string =>
    execFileSync('git', args, {
      cwd,
      env: { ...isolated, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const identity = (by: string, day: string): NodeJS.ProcessEnv => ({
    GIT_AUTHOR_NAME: by,
    GIT_AUTHOR_EMAIL: `${by.toLowerCase()}@acme.dev`,
    GIT_AUTHOR_DATE: `${day}T10:00:00Z`,
    GIT_COMMITTER_NAME: by,
    GIT_COMMITTER_EMAIL: `${by.toLowerCase()}@acme.dev`,
    GIT_COMMITTER_DATE: `${day}T10:00:00Z`,
  });
  const commit = ({ by = 'Ana', day = '2026-11-01', message = 'Work' }: Told): void => {
    git(root, ['add', '--all']);
    git(root, ['commit', '--quiet', '--allow-empty', '--message', message], identity(by, day));
  };
  const read = async (cwd = root, options: Partial<HistoryOptions> = {}): Promise<readonly string[]> => {
    const commits = (await readHistory(cwd, { revision: 'HEAD', now, ...options })) ?? [];
    return commits.map(
      ({ author, reviewers, paths }) =>
        `${author.name}: ${paths.join(' ')}; ${reviewers.map(({ email }) => email).join(' ')}`,
    );
  };

  before(() => {
    mkdirSync(root);
    git(root, ['init', '--quiet', '--initial-branch=main']);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is empty without commits, and not there without a repository', async () => {
    assert.deepEqual(await readHistory(root, { revision: 'HEAD', now }), []);
    assert.equal(await readHistory(folder, { revision: 'HEAD', now }), null);
    assert.equal(await readHistory(join(folder, 'nowhere'), { revision: 'HEAD', now }), null);
  });

  it('gives the commits of the last year, newest first, without the very first', async () => {
    write('src/a.ts', '1');
    commit({ day: '2025-01-01', message: 'Start' });
    write('src/a.ts', '2');
    commit({ day: '2025-11-01', message: 'Too old' });
    write('src/odd é"\n.ts', '1');
    write('src/b.ts', '1');
    commit({ by: 'Ben', day: '2025-12-01', message: 'Two\n\nReviewed-by: Ana <ana@acme.dev>, Mei <mei@acme.dev>' });
    git(root, ['mv', 'src/b.ts', 'src/c.ts']);
    commit({ day: '2026-10-01', message: 'Move\n\nReviewed-on: https://review.acme.dev/1' });
    commit({ day: '2026-12-24', message: 'From a clock that is ahead' });
    assert.deepEqual(await read(), [
      'Ana: src/b.ts src/c.ts; ',
      'Ben: src/b.ts src/odd é"\n.ts; ana@acme.dev mei@acme.dev',
    ]);
    assert.deepEqual(await read(root, { since: 0 }).then(({ length }) => length), 4);
    assert.deepEqual(await read(root, { maximumCommits: 2 }), ['Ana: src/b.ts src/c.ts; ']);
    assert.deepEqual(await read(join(root, 'src')), await read());
  });

  it('follows .mailmap, for trailers too', async () => {
    write(
      '.mailmap',
      'Benjamin Okri <ben@home.example> Ben <ben@acme.dev>\nMei Tan <mei.tan@acme.dev> <mei@acme.dev>\n',
    );
    commit({ message: 'Map\n\nReviewed-by: Ben <BEN@acme.dev>\nAcked-by: handle\nCo-authored-by: M <mei@acme.dev>' });
    const commits = (await readHistory(root, { revision: 'HEAD', now })) ?? [];
    assert.deepEqual(commits[0]!.reviewers, [
      { name: 'Benjamin Okri', email: 'ben@home.example' },
      { name: 'handle', email: '' },
    ]);
    assert.deepEqual(commits[0]!.coAuthors, [{ name: 'Mei Tan', email: 'mei.tan@acme.dev' }]);
    assert.deepEqual(commits[2]!.author, { name: 'Benjamin Okri', email: 'ben@home.example' });
    assert.deepEqual(
      commits[2]!.reviewers.map(({ email }) => email),
      ['ana@acme.dev', 'mei.tan@acme.dev'],
    );
  });

  it('takes from merges the reviews they name, for what they brought', async () => {
    git(root, ['checkout', '--quiet', '-b', 'side']);
    write('side/x.ts', '1');
    commit({ by: 'Gil', day: '2026-11-02' });
    for (const message of ['Merge side\n\nReviewed-by: Ben <ben@home.example>', 'Merge again']) {
      git(root, ['checkout', '--quiet', '-B', 'target', 'main']);
      git(root, ['merge', '--quiet', '--no-ff', '--message', message, 'side'], identity('Ana', '2026-11-03'));
      const [merge = ''] = await read(root, { revision: 'target' });
      assert.equal(merge, message === 'Merge again' ? 'Ana: ; ' : 'Ana: side/x.ts; ben@home.example');
    }
    git(root, ['checkout', '--quiet', 'main']);
  });

  it('takes the reviews that a forge tells, once for each: for the merge where there is one', async () => {
    const sha = (revision: string): string => git(root, ['rev-parse', revision]).trim();
    const commits = [sha('target'), sha('side')];
    const reviews = [{ commits, reviewers: [{ name: 'Ben', email: 'ben@home.example' }], author: null }];
    const [merge, ...others] = await read(root, { revision: 'target', reviews });
    assert.equal(merge, 'Ana: side/x.ts; ben@home.example');
    assert.ok(others.includes('Gil: side/x.ts; '));
    // Where it was not merged as a merge, the newest commit stands for all.
    assert.deepEqual((await read(root, { revision: 'side', reviews })).slice(0, 1), [
      'Gil: side/x.ts; ben@home.example',
    ]);
  });

  it('does not take the edge of a shallow clone for a commit that wrote everything', async () => {
    const shallow = join(folder, 'shallow');
    git(folder, ['clone', '--quiet', '--depth=1', `file://${root}`, shallow]);
    const [edge = '', ...others] = await read(shallow);
    assert.match(edge, /^Ana: ; /);
    assert.deepEqual(others, []);
  });

  it('answers the same whatever the configuration says, and runs no program that it names', async function () {
    if (process.platform === 'win32') this.skip();
    commit({ by: 'Zoë' });
    // A signed commit, so that there would be something to verify.
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEz\n -----END PGP SIGNATURE-----\n';
    const signed = git(root, ['cat-file', 'commit', 'HEAD']).replace('\n\n', `\n${signature}\n`);
    const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], { cwd: root, input: signed });
    git(root, ['reset', '--quiet', '--hard', id.toString().trim()]);
    const expected = await read();
    const program = join(folder, 'program');
    writeFileSync(program, `#!/bin/sh\ntouch '${join(folder, 'ran')}'\n`);
    chmodSync(program, 0o755);
    const settings = [
      ...['core.fsmonitor', 'diff.external', 'gpg.program', 'gpg.openpgp.program', 'core.pager', 'diff.x.textconv'].map(
        (key) => [key, program],
      ),
      ...[
        ['log.showSignature', 'true'],
        ['log.follow', 'true'],
        ['log.mailmap', 'false'],
        ['color.ui', 'always'],
      ],
      ...[
        ['diff.renames', 'copies'],
        ['diff.relative', 'true'],
        ['log.diffMerges', 'off'],
        ['log.showRoot', 'true'],
      ],
      ...[
        ['i18n.logOutputEncoding', 'latin1'],
        ['core.quotePath', 'true'],
        ['format.pretty', 'oneline'],
      ],
    ];
    for (const [key = '', value = ''] of settings) git(root, ['config', key, value]);
    writeFileSync(join(root, '.git/info/attributes'), '* diff=x\n');
    assert.deepEqual(await read(), expected);
    assert.deepEqual(await read(join(root, 'src')), expected);
    assert.equal(existsSync(join(folder, 'ran')), false);
  });

  it('takes no option for a revision', async () => {
    assert.deepEqual(await read(root, { revision: '--all' }), []);
  });

  it('stops when it is told to', async () => {
    const reason = new Error('enough');
    await assert.rejects(readHistory(root, { revision: 'HEAD', now, signal: AbortSignal.abort(reason) }), reason);
    const controller = new AbortController();
    const reading = readHistory(root, { revision: 'HEAD', now, signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(reading, reason);
  });
});
