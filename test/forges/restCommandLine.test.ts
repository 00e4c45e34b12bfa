/** `aor review --request`, the built program, against the stand-ins of GitLab and Gitea. */
import assert from 'node:assert/strict';
import './onlyLoopback';
import { git } from '../cli/program';
import { commitOf, ending, ownership, repository, run, secret, type Environment } from './commandLine';
import { StandIn as Gitea } from './gitea/standIn';
import { StandIn as Gitlab } from './gitlab/standIn';

describe('aor review --request on GitLab', () => {
  const standIn = new Gitlab();
  let api: string;
  before(async () => {
    api = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.accounts.set(secret, { username: 'zoe', level: 30, scope: 'api' });
  });
  const environment = (): Environment => ({ CI_API_V4_URL: api, GITLAB_TOKEN: secret });
  const path = 'acme/tools/shop';

  it('says what would be sent, asks, and a second time changes nothing', async () => {
    const folder = repository(path, { 'pay/a': '', 'web/a': '' });
    const request = standIn.addRequest({ reviewers: ['mei'], sha: commitOf(folder) });
    const would = await run(folder, ['--dry-run'], environment());
    assert.deepEqual([would.status, would.stderr, standIn.writes.length], [0, '', 0]);
    assert.match(ending(would), /^Nothing was sent to !1, https:.*\n {2}Ana Ruiz \(@ana\): would be requested\n/);
    const first = await run(folder, [], environment());
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(ending(first), /Ana Ruiz \(@ana\): requested\n {2}Ben Okri \(@ben\): requested\n$/);
    assert.deepEqual(request.reviewers, ['mei', 'ana', 'ben']);
    const second = await run(folder, [], environment());
    assert.match(ending(second), /Ana Ruiz \(@ana\): already requested\n {2}Ben Okri \(@ben\): already requested\n$/);
    assert.deepEqual([second.status, standIn.writes.length], [0, 1]);
  });

  it('ends with 1 where somebody is refused, and tells whom GitLab took off the list', async () => {
    const folder = repository(path, { 'pay/a': '', 'ops/a': '' });
    const request = standIn.addRequest({ reviewers: ['mei', 'kit'], sha: commitOf(folder) });
    const refused = await run(folder, ['--mention'], environment());
    assert.equal(refused.status, 1);
    assert.match(ending(refused), /Eve \(@eve\): mentioned only: GitLab knows no account of that name\.\n/);
    assert.match(standIn.notes[0]!.body, /- @eve \(Eve\): owner of Operations/);
    request.reviewers = ['mei', 'kit'];
    standIn.hideFrom('kit');
    const lost = await run(folder, [], environment());
    assert.equal(lost.status, 1);
    assert.match(ending(lost), /\n {2}@kit was requested before, and is no longer: GitLab took them off the list/);
  });

  it('takes the request of the job that runs it, whatever the checkout says', async () => {
    const folder = repository(path, { 'pay/a': '' });
    standIn.addRequest({ sha: 'b'.repeat(40), branch: 'other' });
    git(folder, 'switch', '--quiet', '--detach');
    git(folder, 'remote', 'set-url', 'origin', 'https://evil.example/acme/other.git');
    const job = { GITLAB_CI: 'true', CI_PROJECT_PATH: 'zoe/shop', CI_SERVER_HOST: '127.0.0.1' };
    const ofRequest = { CI_MERGE_REQUEST_PROJECT_PATH: path, CI_MERGE_REQUEST_IID: '1' };
    const result = await run(folder, ['--base', 'origin/main'], { ...environment(), ...job, ...ofRequest });
    assert.deepEqual([result.status, result.stderr], [0, '']);
    assert.deepEqual(standIn.requests[0]!.reviewers, ['ana']);
    const ofBranch = { CI_PROJECT_PATH: path, CI_COMMIT_BRANCH: 'other' };
    const again = await run(folder, ['--base', 'origin/main'], { ...environment(), ...job, ...ofBranch });
    assert.match(ending(again), /Ana Ruiz \(@ana\): already requested\n$/);
    const lost = await run(folder, ['--base', 'origin/main'], { ...environment(), GITLAB_CI: 'true' });
    assert.deepEqual([lost.status, lost.stderr], [2, 'aor: This job does not say which project it runs for.\n']);
  });

  it('counts in a job what the base says, and nothing that the change adds', async () => {
    const more = '  all: { title: All, kind: review, level: must, owner: ben, paths: ["**"] }\n';
    const folder = repository(path, { 'pay/a': '', 'aor.yaml': ownership + more });
    const request = standIn.addRequest();
    const job = { GITLAB_CI: 'true', CI_PROJECT_PATH: path, CI_MERGE_REQUEST_IID: '1' };
    await run(folder, ['--base', 'origin/main'], { ...environment(), ...job });
    assert.deepEqual(request.reviewers, ['ana']);
  });

  it('ends with 2 and one line, and sends nothing, where the token is none for it', async () => {
    const folder = repository(path, { 'pay/a': '' });
    standIn.addRequest({ sha: commitOf(folder) });
    const cases: readonly [Environment, RegExp][] = [
      [{ GITLAB_TOKEN: '' }, /Set GITLAB_TOKEN to a token that may ask reviewers on 127\.0\.0\.1\.$/],
      [
        { GITLAB_TOKEN: '', CI_JOB_TOKEN: 'x' },
        /scope "api" on 127\.0\.0\.1: the token of a job cannot ask anybody\.$/,
      ],
      [{ GITLAB_TOKEN: `glcbt-${secret}` }, /the token of a CI job cannot ask anybody/],
      [{ GITLAB_TOKEN: 'wrong' }, /127\.0\.0\.1 does not accept the token/],
      [{ CI_SERVER_HOST: 'git.example' }, /CI_API_V4_URL is on 127\.0\.0\.1, and CI_SERVER_HOST is git\.example\.$/],
      [{ CI_API_V4_URL: '', CI_SERVER_HOST: 'a/b' }, /CI_SERVER_HOST is not a name such as gitlab\.com\.$/],
      [{ CI_API_V4_URL: 'x' }, /CI_API_V4_URL is not an address such as/],
      [{ CI_API_V4_URL: '' }, /It is not known what 127\.0\.0\.1 runs\. For a server of your own set/],
    ];
    for (const [change, says] of cases) {
      const { status, stdout, stderr } = await run(folder, [], { ...environment(), ...change });
      assert.deepEqual([status, stdout], [2, ''], String(says));
      assert.match(stderr.trimEnd(), says);
      assert.match(stderr, /^aor: [^\n]+\n$/);
    }
    git(folder, 'remote', 'set-url', 'origin', 'https://gitlab.com/acme/shop.git');
    const other = await run(folder, [], environment());
    assert.match(other.stderr, /^aor: The request is on gitlab\.com, and GITLAB_TOKEN belongs to 127\.0\.0\.1\./);
    assert.deepEqual(standIn.writes, []);
  });
});

describe('aor review --request on Gitea', () => {
  const standIn = new Gitea();
  let server: string;
  before(async () => {
    server = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.accounts.set(secret, { login: 'zoe', mayPush: true, scope: 'write' });
  });
  const environment = (): Environment => ({ GITEA_SERVER_URL: server, GITEA_TOKEN: secret });
  const addPull = (folder: string) =>
    standIn.addPull({
      head: { project: 'acme/shop', branch: 'work', sha: commitOf(folder), isThere: true },
      requested: ['mei'],
    });

  it('asks, and a second time changes nothing', async () => {
    const folder = repository('acme/shop', { 'pay/a': '', 'web/a': '' });
    const pull = addPull(folder);
    const first = await run(folder, [], environment());
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(ending(first), /Ana Ruiz \(@ana\): requested\n {2}Ben Okri \(@ben\): requested\n$/);
    assert.deepEqual(pull.requested, ['mei', 'ana', 'ben']);
    assert.ok(standIn.seen.every(({ path }) => path.startsWith('/api/v1/')));
    assert.match(ending(await run(folder, [], environment())), /Ana Ruiz \(@ana\): already requested\n/);
    assert.equal(standIn.writes.length, 1);
  });

  it('asks where the forge lives in a folder of its host, and nothing elsewhere there', async () => {
    const folder = repository('git/acme/shop', { 'pay/a': '' });
    const pull = addPull(folder);
    const environmentThere = { ...environment(), GITEA_SERVER_URL: `${server}/git/` };
    const { status, stderr } = await run(folder, [], environmentThere);
    assert.deepEqual([status, stderr, pull.requested], [0, '', ['mei', 'ana']]);
    assert.ok(standIn.seen.every(({ path }) => path.startsWith('/git/api/v1/')));
    const asked = standIn.seen.length;
    git(folder, 'remote', 'set-url', 'origin', 'http://127.0.0.1/other/acme/shop.git');
    assert.match((await run(folder, [], environmentThere)).stderr, /^aor: It is not known what 127\.0\.0\.1 runs\./);
    assert.equal(standIn.seen.length, asked);
  });

  it('takes the request of the job that runs it, for which the variables of GitHub speak', async () => {
    const folder = repository('acme/shop', { 'pay/a': '', 'ops/a': '' });
    const pull = addPull(folder);
    git(folder, 'switch', '--quiet', '--detach');
    git(folder, 'remote', 'set-url', 'origin', 'https://evil.example/acme/other.git');
    const job = {
      ...{
        GITEA_ACTIONS: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_SERVER_URL: server,
        GITHUB_API_URL: `${server}/api/v1`,
      },
      ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_REF: 'refs/pull/1/head', GITHUB_TOKEN: 'x' },
    };
    const result = await run(folder, ['--base', 'origin/main'], { ...job, GITEA_TOKEN: secret });
    assert.equal(result.status, 1);
    assert.match(ending(result), /Eve \(@eve\): not requested: Reviewer can't read/);
    assert.deepEqual(pull.requested, ['mei', 'ana']);
  });

  it('ends with 2 and one line, and sends nothing, where the token is none for it', async () => {
    const folder = repository('acme/shop', { 'pay/a': '' });
    addPull(folder);
    const none = await run(folder, [], { ...environment(), GITEA_TOKEN: '' });
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(none.stderr, /^aor: Set GITEA_TOKEN to a token that may ask reviewers on 127\.0\.0\.1\.\n$/);
    git(folder, 'remote', 'set-url', 'origin', 'https://codeberg.org/acme/shop.git');
    const other = await run(folder, [], environment());
    assert.match(other.stderr, /^aor: The request is on codeberg\.org, and GITEA_TOKEN belongs to 127\.0\.0\.1\./);
    const clear = await run(folder, [], { GITEA_SERVER_URL: 'http://codeberg.org', GITEA_TOKEN: secret });
    assert.match(clear.stderr, /^aor: The address of codeberg\.org is not https, so the token is not sent\.\n$/);
    assert.deepEqual(standIn.seen, []);
  });
});
