/** `aor review --request`, the built program, against the stand-ins of Gerrit, Azure DevOps and Bitbucket. */
import assert from 'node:assert/strict';
import './onlyLoopback';
import { git } from '../cli/program';
import { idOf, StandIn as Azure } from './azure/standIn';
import { CloudStandIn, uuidOf } from './bitbucket/cloudStandIn';
import { ServerStandIn } from './bitbucket/serverStandIn';
import { commitOf, ending, ownership, repository, run, secret, type Environment } from './commandLine';
import { StandIn as Gerrit } from './gerrit/standIn';

const toMain = ['--base', 'origin/main'];
const inBoth = { 'pay/a': '', 'web/a': '' };
/** What a job has checked out leads elsewhere, and adds to who is asked. */
const misleading = {
  'pay/a': '',
  'aor.yaml': `${ownership}  all: { title: All, kind: review, level: must, owner: ben, paths: ["**"] }\n`,
};
/** As a job checks it out, written by somebody who means harm. */
function jobCheckout(project: string): string {
  const folder = repository(project, misleading);
  git(folder, 'switch', '--quiet', '--detach');
  git(folder, 'remote', 'set-url', 'origin', 'https://evil.example/acme/other.git');
  return folder;
}

/** Cases that end with status 2 and one line. */
async function refuses(folder: string, usual: Environment, cases: readonly (readonly [Environment, RegExp])[]) {
  for (const [change, says] of cases) {
    const { status, stdout, stderr } = await run(folder, [], { ...usual, ...change });
    assert.deepEqual([status, stdout], [2, ''], String(says));
    assert.match(stderr, /^aor: [^\n]+\n$/);
    assert.match(stderr, says);
  }
}

describe('aor review --request on Gerrit', () => {
  const standIn = new Gerrit();
  let address: string;
  const changeId = `I${'1'.repeat(40)}`;
  const message = `Change\n\nChange-Id: ${changeId}`;
  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.passwords.set(`zoe:${secret}`, 4);
  });
  const environment = (): Environment => ({
    ...{ GERRIT_URL: address, GERRIT_USERNAME: 'zoe', GERRIT_HTTP_PASSWORD: secret },
  });

  it('says what would be sent, asks in the change of the newest commit, and a second time changes nothing', async () => {
    const folder = repository('acme/shop', inBoth, { message });
    standIn.addChange({ id: `I${'2'.repeat(40)}` });
    const change = standIn.addChange({ commit: commitOf(folder), reviewers: [3] });
    const would = await run(folder, ['--dry-run'], environment());
    assert.deepEqual([would.status, would.stderr, standIn.writes.length], [0, '', 0]);
    assert.match(ending(would), /^Nothing was sent to 2, http:.*\n {2}Ana Ruiz \(@ana\): would be requested\n/);
    const first = await run(folder, [], environment());
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(ending(first), /Ana Ruiz \(@ana\): requested\n {2}Ben Okri \(@ben\): requested\n$/);
    assert.deepEqual(change.reviewers, [3, 1, 2]);
    const writes = standIn.writes.length;
    const second = await run(folder, [], environment());
    assert.match(ending(second), /Ana Ruiz \(@ana\): already requested\n/);
    assert.deepEqual([second.status, standIn.writes.length], [0, writes]);
  });

  it('knows a change that was made on the branch it goes into', async () => {
    const folder = repository('acme/shop', inBoth, { message });
    const change = standIn.addChange({ commit: commitOf(folder) });
    git(folder, 'switch', '--quiet', 'main');
    git(folder, 'reset', '--quiet', '--hard', 'work');
    const { status, stderr } = await run(folder, toMain, environment());
    assert.deepEqual([status, stderr, change.reviewers], [0, '', [1, 2]]);
  });

  it('mentions whom Gerrit refuses, and ends with 1', async () => {
    const folder = repository('acme/shop', { 'ops/a': '' }, { message });
    const change = standIn.addChange({ commit: commitOf(folder) });
    const { status, stdout } = await run(folder, ['--mention'], environment());
    assert.equal(status, 1);
    assert.match(stdout, /Eve \(@eve\): mentioned only: Nobody who can be seen is called "eve" there\.\n/);
    assert.match(change.messages[0]!.text, /@eve \(Eve\): owner of Operations/);
  });

  it('tells with --check which approvals are missing, and sends nothing', async () => {
    const must = `${ownership}  key: { title: Keys, kind: review, level: must, owner: ben, paths: [pay] }\n`;
    const folder = repository('acme/shop', { 'pay/a': '' }, { base: must, message });
    const change = standIn.addChange({ commit: commitOf(folder), reviewers: [2] });
    const waits = await run(folder, [], environment(), '--check');
    assert.equal(waits.status, 1);
    assert.match(ending(waits), /^Needed on 1, http:.*:\n {2}Keys: waits for Ben Okri\n$/);
    change.votes.set(2, 1);
    const approved = await run(folder, [], environment(), '--check');
    assert.match(ending(approved), /\n {2}Keys: approved by Ben Okri\n$/);
    assert.deepEqual([approved.status, standIn.writes.length], [0, 0]);
  });

  it('takes the change of the job that runs it, and what its base says alone', async () => {
    const folder = jobCheckout('acme/shop');
    const change = standIn.addChange({ commit: 'b'.repeat(40) });
    const job = { GERRIT_CHANGE_NUMBER: '1', GERRIT_PROJECT: 'acme/shop' };
    const { status, stderr } = await run(folder, toMain, { ...environment(), ...job });
    assert.deepEqual([status, stderr, change.reviewers], [0, '', [1]]);
    const nowhere = await run(folder, toMain, { ...job, GERRIT_HTTP_PASSWORD: secret });
    assert.match(nowhere.stderr, /^aor: Set GERRIT_URL to the address of the Gerrit that this job runs for\.\n$/);
    const lost = await run(folder, toMain, { ...environment(), GERRIT_CHANGE_NUMBER: '1' });
    assert.deepEqual([lost.status, lost.stderr], [2, 'aor: This job does not say which project it runs for.\n']);
  });

  it('ends with 2 and one line, and sends nothing, where the password is none for it', async () => {
    const folder = repository('acme/shop', inBoth, { message });
    standIn.addChange({ commit: commitOf(folder) });
    await refuses(folder, environment(), [
      [{ GERRIT_USERNAME: '' }, /Set GERRIT_USERNAME to the account that asks reviewers on 127\.0\.0\.1\.$/m],
      [{ GERRIT_USERNAME: 'a:b' }, /GERRIT_USERNAME is not the name of an account\.$/m],
      [{ GERRIT_HTTP_PASSWORD: '' }, /Set GERRIT_HTTP_PASSWORD to a token that may ask reviewers on 127\.0\.0\.1\.$/m],
      [{ GERRIT_HTTP_PASSWORD: 'wrong' }, /127\.0\.0\.1 does not accept the token/],
      [{ GERRIT_URL: 'x' }, /GERRIT_URL is not an address such as/],
      [{ GERRIT_URL: `http://zoe:${secret}@127.0.0.1` }, /GERRIT_URL is not an address such as/],
      [{ GERRIT_URL: '' }, /It is not known what 127\.0\.0\.1 runs\./],
    ]);
    git(folder, 'remote', 'set-url', 'origin', 'ssh://zoe@review.example:29418/acme/shop');
    const asked = standIn.seen.length;
    await refuses(folder, environment(), [
      [{}, /The request is on review\.example, and GERRIT_HTTP_PASSWORD belongs to 127\.0\.0\.1\. Set GERRIT_URL/],
      [{ GERRIT_URL: '' }, /It is not known which host GERRIT_HTTP_PASSWORD belongs to\. Set GERRIT_URL/],
      [
        { GERRIT_URL: 'http://review.example' },
        /The address of review\.example is not https, so the token is not sent/,
      ],
    ]);
    assert.deepEqual([standIn.seen.length, standIn.writes], [asked, []]);
  });
});

describe('aor review --request on Azure DevOps', () => {
  const standIn = new Azure();
  let address: string;
  const people = ownership
    .replace('127.0.0.1: ana', '127.0.0.1: ana@acme.example')
    .replace('127.0.0.1: ben', '127.0.0.1: ben@acme.example')
    .replace('127.0.0.1: eve', '127.0.0.1: eve@acme.example');
  const [ana, ben, mei] = [1, 2, 3].map(idOf) as [string, string, string];
  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.secrets.set(secret, idOf(4));
  });
  const environment = (): Environment => ({
    ...{ SYSTEM_COLLECTIONURI: `${address}/acme/`, AZURE_DEVOPS_EXT_PAT: secret },
  });
  const project = 'acme/Shop/_git/shop';
  const ids = (): string[] => standIn.pulls[0]!.reviewers.map(({ id }) => id);

  it('says what would be sent, asks, and a second time changes nothing', async () => {
    const folder = repository(project, inBoth, { base: people });
    git(folder, 'remote', 'set-url', 'origin', `http://127.0.0.1/${project}`);
    standIn.addPull({ reviewers: [{ id: mei, vote: 10, isRequired: false }] });
    const would = await run(folder, ['--dry-run'], environment());
    assert.deepEqual([would.status, standIn.writes.length], [0, 0]);
    assert.match(
      ending(would),
      /^Nothing was sent to #1, http:.*pullrequest\/1:\n {2}Ana Ruiz .*: would be requested\n/,
    );
    const first = await run(folder, [], environment());
    assert.equal(first.status, 0);
    assert.match(ending(first), /Ana Ruiz .*: requested\n {2}Ben Okri .*: requested\n$/);
    assert.deepEqual([ids(), standIn.votesLost], [[mei, ana, ben], 0]);
    const second = await run(folder, [], environment());
    assert.match(ending(second), /Ana Ruiz .*: already requested\n/);
    assert.deepEqual([second.status, standIn.writes.length], [0, 2]);
    assert.ok(standIn.seen.every(({ headers }) => headers.authorization?.startsWith('Basic ') === true));
  });

  it('takes the request of the job that runs it, with the token of that, and what its base says alone', async () => {
    const folder = repository(project, misleadingFor(people), { base: people });
    git(folder, 'switch', '--quiet', '--detach');
    git(folder, 'remote', 'set-url', 'origin', 'https://evil.example/acme/other.git');
    standIn.addPull({ branch: 'other' });
    const job = {
      ...{ TF_BUILD: 'True', SYSTEM_COLLECTIONURI: `${address}/acme/`, SYSTEM_TEAMPROJECT: 'Shop' },
      ...{ BUILD_REPOSITORY_NAME: 'shop', BUILD_REPOSITORY_PROVIDER: 'TfsGit', SYSTEM_ACCESSTOKEN: secret },
    };
    const first = await run(folder, toMain, { ...job, SYSTEM_PULLREQUEST_PULLREQUESTID: '1' });
    assert.deepEqual([first.status, first.stderr, ids()], [0, '', [ana]]);
    assert.equal(standIn.seen[0]?.headers.authorization, `Bearer ${secret}`);
    const ofBranch = await run(folder, toMain, { ...job, BUILD_SOURCEBRANCH: 'refs/heads/other' });
    assert.match(ending(ofBranch), /Ana Ruiz .*: already requested\n$/);
    const lost = await run(folder, toMain, { ...job, BUILD_REPOSITORY_NAME: '' });
    assert.deepEqual([lost.status, lost.stderr], [2, 'aor: This job does not say which project it runs for.\n']);
  });

  it('mentions whom Azure refuses, and ends with 1', async () => {
    const folder = repository(project, { 'ops/a': '' }, { base: people });
    git(folder, 'remote', 'set-url', 'origin', `http://127.0.0.1/${project}`);
    standIn.addPull();
    const { status, stdout } = await run(folder, ['--mention'], environment());
    assert.equal(status, 1);
    assert.match(stdout, /Eve .*: mentioned only: Nobody is called "eve@acme\.example" there\.\n/);
    assert.match(standIn.threads[0]!.content, /\n- Eve: owner of Operations/);
  });

  it('ends with 2 and one line, and sends nothing, where the token is none for it', async () => {
    const folder = repository(project, inBoth, { base: people });
    git(folder, 'remote', 'set-url', 'origin', `http://127.0.0.1/${project}`);
    standIn.addPull();
    await refuses(folder, environment(), [
      [{ AZURE_DEVOPS_EXT_PAT: '' }, /Set AZURE_DEVOPS_EXT_PAT to a token that may ask reviewers on 127\.0\.0\.1\.$/m],
      [{ AZURE_DEVOPS_EXT_PAT: 'wrong' }, /127\.0\.0\.1 does not accept the token/],
      [{ SYSTEM_COLLECTIONURI: 'x' }, /SYSTEM_COLLECTIONURI is not an address such as/],
    ]);
    const asked = standIn.seen.length;
    await refuses(folder, environment(), [
      [
        { SYSTEM_COLLECTIONURI: `${address}/other` },
        /The request is on http:\/\/127\.0\.0\.1\/acme, and AZURE_DEVOPS_EXT_PAT belongs to http:.*\/other\./,
      ],
      [
        { SYSTEM_COLLECTIONURI: '', AZURE_DEVOPS_EXT_PAT: '', SYSTEM_ACCESSTOKEN: secret },
        /The request is on 127\.0\.0\.1, and SYSTEM_ACCESSTOKEN belongs to dev\.azure\.com\. Set SYSTEM_COLLECTIONURI/,
      ],
    ]);
    git(folder, 'remote', 'set-url', 'origin', 'https://dev.azure.com/acme/Shop/_git/shop');
    await refuses(folder, environment(), [
      [{}, /The request is on dev\.azure\.com, and AZURE_DEVOPS_EXT_PAT belongs to 127\.0\.0\.1\./],
      [
        { SYSTEM_COLLECTIONURI: 'https://other.visualstudio.com/' },
        /The request is on https:\/\/dev\.azure\.com\/acme, and .* belongs to https:\/\/dev\.azure\.com\/other\./,
      ],
    ]);
    assert.deepEqual([standIn.seen.length, standIn.writes], [asked, []]);
  });
});

describe('aor review --request on Bitbucket in the cloud', () => {
  const standIn = new CloudStandIn();
  let address: string;
  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.secrets.set(secret, uuidOf(4));
  });
  const environment = (): Environment => ({ BITBUCKET_API_URL: `${address}/2.0`, BITBUCKET_TOKEN: secret });

  it('says what would be sent, asks, and a second time changes nothing', async () => {
    const folder = repository('acme/shop', inBoth);
    const pull = standIn.addPull({ reviewers: [uuidOf(3)] });
    const would = await run(folder, ['--dry-run'], environment());
    assert.deepEqual([would.status, standIn.writes.length], [0, 0]);
    assert.match(ending(would), /^Nothing was sent to #1, https:.*\n {2}Ana Ruiz \(@ana\): would be requested\n/);
    const first = await run(folder, [], environment());
    assert.equal(first.status, 0);
    assert.match(ending(first), /Ana Ruiz \(@ana\): requested\n {2}Ben Okri \(@ben\): requested\n$/);
    assert.deepEqual(pull.reviewers, [uuidOf(3), uuidOf(1), uuidOf(2)]);
    const second = await run(folder, [], environment());
    assert.match(ending(second), /Ana Ruiz \(@ana\): already requested\n/);
    assert.deepEqual([second.status, standIn.writes.length, standIn.removed], [0, 1, []]);
  });

  it('takes the request of the job that runs it, and what its base says alone', async () => {
    const folder = jobCheckout('acme/shop');
    const pull = standIn.addPull({ branch: 'other' });
    const job = { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_WORKSPACE: 'acme', BITBUCKET_REPO_SLUG: 'shop' };
    const { status, stderr } = await run(folder, toMain, { ...environment(), ...job, BITBUCKET_PR_ID: '1' });
    assert.deepEqual([status, stderr, pull.reviewers], [0, '', [uuidOf(1)]]);
    const ofBranch = await run(folder, toMain, { ...environment(), ...job, BITBUCKET_BRANCH: 'other' });
    assert.match(ending(ofBranch), /Ana Ruiz \(@ana\): already requested\n$/);
    const lost = await run(folder, toMain, { ...environment(), BITBUCKET_BUILD_NUMBER: '7' });
    assert.deepEqual([lost.status, lost.stderr], [2, 'aor: This job does not say which project it runs for.\n']);
  });

  it('ends with 2 and one line, and sends nothing, where the token is none for it', async () => {
    const folder = repository('acme/shop', inBoth);
    standIn.addPull();
    await refuses(folder, environment(), [
      [{ BITBUCKET_TOKEN: '' }, /Set BITBUCKET_TOKEN to a token that may ask reviewers on 127\.0\.0\.1\.$/m],
      [{ BITBUCKET_TOKEN: 'wrong' }, /127\.0\.0\.1 does not accept the token/],
      [{ BITBUCKET_API_URL: 'x' }, /BITBUCKET_API_URL is not an address such as/],
    ]);
    git(folder, 'remote', 'set-url', 'origin', 'git@bitbucket.org:acme/shop.git');
    const asked = standIn.seen.length;
    await refuses(folder, environment(), [
      [{}, /The request is on bitbucket\.org, and BITBUCKET_TOKEN belongs to 127\.0\.0\.1\. Unset/],
      [
        { BITBUCKET_API_URL: '', BITBUCKET_SERVER_URL: 'https://git.example' },
        /The request is on bitbucket\.org, and BITBUCKET_TOKEN belongs to git\.example\. Unset BITBUCKET_SERVER_URL/,
      ],
    ]);
    assert.deepEqual([standIn.seen.length, standIn.writes], [asked, []]);
  });
});

describe('aor review --request on Bitbucket Data Center', () => {
  const standIn = new ServerStandIn();
  let address: string;
  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.secrets.set(secret, 'zoe');
  });
  const environment = (): Environment => ({ BITBUCKET_SERVER_URL: address, BITBUCKET_TOKEN: secret });

  it('asks, mentions whom it refuses, and a second time sends nothing new', async () => {
    const folder = repository('scm/SHOP/shop', { 'pay/a': '', 'ops/a': '' });
    const pull = standIn.addPull({ reviewers: [{ name: 'mei', status: 'UNAPPROVED' }] });
    const first = await run(folder, ['--mention'], environment());
    assert.equal(first.status, 1);
    assert.match(
      ending(first),
      /Ana Ruiz \(@ana\): requested\n {2}Eve \(@eve\): mentioned only: eve is not a user\.\n/,
    );
    assert.deepEqual([pull.reviewers.map(({ name }) => name), standIn.comments.length], [['mei', 'ana'], 1]);
    await run(folder, ['--mention'], environment());
    assert.deepEqual([standIn.comments.length, standIn.comments[0]!.version, standIn.removed], [1, 0, []]);
  });

  it('ends with 2 and one line, and sends nothing, where the token is none for it', async () => {
    const folder = repository('scm/SHOP/shop', inBoth);
    standIn.addPull();
    await refuses(folder, environment(), [
      [{ BITBUCKET_TOKEN: '' }, /Set BITBUCKET_TOKEN to a token that may ask reviewers on 127\.0\.0\.1\.$/m],
      [{ BITBUCKET_TOKEN: 'wrong' }, /127\.0\.0\.1 does not accept the token/],
      [
        { BITBUCKET_SERVER_URL: '' },
        /The request is on 127\.0\.0\.1, and BITBUCKET_TOKEN belongs to bitbucket\.org\. Set BITBUCKET_SERVER_URL to https:/,
      ],
    ]);
    assert.deepEqual(standIn.writes, []);
  });
});

/** The same, of people with other handles. */
function misleadingFor(base: string): Readonly<Record<string, string>> {
  return { ...misleading, 'aor.yaml': misleading['aor.yaml'].replace(ownership, base) };
}
