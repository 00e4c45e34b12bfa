/** `aor review --request`, the built program, against the stand-in behind GitHub's own description. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { resolve } from 'node:path';
import { git, repositoryWith, temporaryFolder, write, type Result } from '../../cli/program';
import { commitAll } from '../../cli/reviewRepository';
import {
  commitOf,
  ending,
  repository as repositoryOf,
  run as runReview,
  secret,
  type Environment,
} from '../commandLine';
import { startProxy, type Proxy } from './proxy';
import { StandIn, type Pull } from './standIn';

const ownership = `version: 1
review: { ask-at-most: 5 }
people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { 127.0.0.1: ana } }
  ben: { name: Ben Okri, email: ben@shop.example, handles: { 127.0.0.1: "@Ben" } }
  kit: { name: Kit, email: kit@shop.example, handles: { 127.0.0.1: kit } }
  mei: { name: Mei Tan, email: mei@shop.example }
aors:
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay] }
  web: { title: Web, owner: ben, paths: [web] }
  ops: { title: Operations, owner: kit, paths: [ops] }
  docs: { title: Documentation, owner: mei, paths: [docs] }
`;

describe('aor review --request', () => {
  const standIn = new StandIn();
  let proxy: Proxy;

  before(async function () {
    this.timeout(60_000);
    proxy = await startProxy(await standIn.start());
  });
  after(() => {
    proxy.stop();
    standIn.stop();
  });
  beforeEach(() => {
    standIn.reset();
    standIn.publicAddress = proxy.address;
    standIn.accounts.set(secret, { login: 'zoe', kind: 'user', right: 'write' });
  });

  const run = (
    cwd: string,
    args: readonly string[],
    environment: Environment = {},
    action?: '--check' | null,
  ): Promise<Result> => runReview(cwd, args, { ...usual(), ...environment }, action);
  const usual = (): Environment => ({ GITHUB_API_URL: proxy.address, GITHUB_TOKEN: secret });

  /** A clone with `work` checked out, which changes these files; `origin` is the stand-in under another name. */
  function repository(files: Readonly<Record<string, string>>, base = ownership): string {
    const folder = repositoryOf('acme/shop', files, { base });
    git(folder, 'config', 'url.http://127.0.0.1/.insteadOf', 'work:');
    git(folder, 'remote', 'set-url', 'origin', 'work:acme/shop.git');
    return folder;
  }

  const addPull = (folder: string, pull: Partial<Pull> = {}): Pull =>
    standIn.addPull({ head: { project: 'acme/shop', branch: 'work', sha: commitOf(folder) }, ...pull });

  it('says with --dry-run what would be sent, and sends nothing', async () => {
    const folder = repository({ 'pay/a': '', 'web/a': '' });
    addPull(folder, { requested: ['ben'], isDraft: true });
    const result = await run(folder, ['--dry-run']);
    assert.deepEqual([result.status, result.stderr], [0, '']);
    assert.equal(
      ending(result),
      [
        'Nothing was sent to #1, https://github.com/acme/shop/pull/1 (draft):',
        '  Ana Ruiz (@ana): would be requested',
        '  Ben Okri (@Ben): already requested',
        '',
      ].join('\n'),
    );
    assert.deepEqual(standIn.writes, []);
  });

  it('asks, and a second time changes nothing', async () => {
    const folder = repository({ 'pay/a': '', 'web/a': '' });
    const pull = addPull(folder, { requested: ['mei'], requestedTeams: ['checkout'] });
    const first = await run(folder, []);
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(
      ending(first),
      /^Request #1, .*:\n {2}Ana Ruiz \(@ana\): requested\n {2}Ben Okri \(@Ben\): requested\n$/,
    );
    assert.deepEqual([pull.requested, pull.requestedTeams], [['mei', 'ana', 'ben'], ['checkout']]);
    assert.equal(standIn.writes.length, 1);
    standIn.review(pull, 'ana');
    const second = await run(folder, []);
    assert.equal(second.status, 0);
    assert.match(
      ending(second),
      /Ana Ruiz \(@ana\): already there: approved\n {2}Ben Okri \(@Ben\): already requested\n$/,
    );
    assert.equal(standIn.writes.length, 1);
  });

  it('asks nobody further where a backup has approved, and passes over who is busy there', async () => {
    const folder = repository({ 'pay/a': '' });
    const pull = addPull(folder);
    interface Answer {
      readonly ask: readonly { readonly person: string; readonly why: readonly { readonly text: string }[] }[];
      readonly notAsked: readonly { readonly person: string; readonly text: string }[];
      readonly states?: readonly unknown[];
      readonly request: { readonly people: readonly { readonly person: string; readonly result: string }[] };
    }
    const answer = async (...args: readonly string[]): Promise<Answer> =>
      JSON.parse((await run(folder, ['--json', ...args])).stdout) as Answer;

    standIn.statuses = new Map([['ana', true]]);
    const busy = await answer('--dry-run');
    assert.deepEqual(
      busy.ask.map(({ person, why }) => [person, why[0]?.text]),
      [['ben', 'backup of Payments (Ana Ruiz is unavailable): 1 file']],
    );
    assert.deepEqual(
      busy.notAsked.map(({ person, text }) => [person, text]),
      [['ana', 'unavailable']],
    );
    assert.deepEqual(busy.states, [{ aor: 'pay', state: 'open', by: null }]);

    standIn.statuses.clear();
    standIn.review(pull, 'ben');
    const answered = await answer();
    assert.deepEqual(answered.states, [{ aor: 'pay', state: 'approved', by: 'ben' }]);
    assert.deepEqual(
      answered.request.people.map(({ person, result }) => [person, result]),
      [['ben', 'already-there']],
    );
    assert.deepEqual(standIn.writes, []);

    const offline = JSON.parse((await run(folder, ['--json'], {}, null)).stdout) as Answer;
    assert.ok(!('states' in offline));
    assert.deepEqual(
      offline.ask.map(({ person }) => person),
      ['ana'],
    );
  });

  it('asks of two equals whoever has fewer requests waiting, and still so once they are asked', async () => {
    const equals = ownership.replace(
      /aors:[^]*/,
      `aors:
  pay: { title: Payments, backup: [ana, ben], paths: [pay] }
  web: { title: Web, backup: [ben, ana], paths: [web] }
`,
    );
    for (const [loaded, other] of [
      ['ana', 'ben'],
      ['ben', 'ana'],
    ] as const) {
      standIn.reset();
      standIn.accounts.set(secret, { login: 'zoe', kind: 'user', right: 'write' });
      const folder = repository({ 'pay/a': '', 'web/a': '' }, equals);
      const pull = addPull(folder);
      const elsewhere = { project: 'acme/shop', branch: 'else', sha: 'b'.repeat(40) };
      for (let count = 0; count < 3; count++) standIn.addPull({ head: elsewhere, requested: [loaded] });
      await run(folder, []);
      assert.deepEqual(pull.requested, [other]);
      for (let count = 0; count < 9; count++) standIn.addPull({ head: elsewhere, requested: [other] });
      await run(folder, []);
      assert.deepEqual([pull.requested, standIn.writes.length], [[other], 1]);
    }
  });

  it('lets those who reviewed before on GitHub decide between equals, where commits do not tell', async () => {
    const equals = ownership.replace(
      /aors:[^]*/,
      'aors:\n  pay: { title: Payments, backup: [ana, ben], paths: [pay] }\n  web: { title: Web, backup: [ben, ana], paths: [web] }\n',
    );
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    for (const reviewer of ['ana', 'ben']) {
      standIn.reset();
      standIn.accounts.set(secret, { login: 'zoe', kind: 'user', right: 'write' });
      const folder = repository({ 'pay/a': '', 'web/a': '' }, equals);
      addPull(folder);
      git(folder, 'switch', '--quiet', 'main');
      write(folder, { 'pay/b': '' });
      commitAll(folder, 'Pay more');
      git(folder, 'update-ref', 'refs/remotes/origin/main', 'main');
      const updated = tomorrow;
      const merged = standIn.addPull({ isOpen: false, updated, merged: { day: updated, commit: commitOf(folder) } });
      standIn.review(merged, reviewer);
      standIn.review(merged, 'kit');
      git(folder, 'switch', '--quiet', 'work');
      const answer = async (...args: readonly string[]) =>
        JSON.parse((await run(folder, ['--dry-run', '--json', '--today', tomorrow, ...args])).stdout) as {
          readonly ask: readonly { readonly person: string }[];
          readonly knows: readonly { readonly person: string; readonly text: string }[];
        };
      const { ask, knows } = await answer();
      assert.deepEqual(
        ask.map(({ person }) => person),
        [reviewer],
      );
      assert.match(knows.find(({ person }) => person === 'kit')?.text ?? '', /^reviewed the last change/);
      assert.deepEqual((await answer('--no-history')).knows, []);
    }
  });

  it('ends with 1 where somebody is refused, with the words of the forge, and mentions them where that is wanted', async () => {
    const folder = repository({ 'pay/a': '', 'ops/a': '', 'docs/a': '' });
    addPull(folder);
    const refused = await run(folder, []);
    assert.equal(refused.status, 1);
    assert.match(
      ending(refused),
      /Kit \(@kit\): not requested: Reviews may only be requested from collaborators\..*\n {2}Mei Tan: not requested: The ownership file has no handle of Mei Tan for 127\.0\.0\.1\.\n$/,
    );
    assert.deepEqual(standIn.comments, []);

    const { status, stdout } = await run(folder, ['--mention', '--json']);
    const { request } = JSON.parse(stdout) as {
      readonly request: { readonly people: readonly { readonly text: string }[] };
    };
    assert.equal(status, 1);
    assert.deepEqual(
      { ...request, people: request.people.map(({ text, ...one }) => ({ ...one, text: text.slice(0, 30) })) },
      {
        ...{
          host: '127.0.0.1',
          project: 'acme/shop',
          found: 'one',
          number: 1,
          url: 'https://github.com/acme/shop/pull/1',
        },
        ...{ author: 'zoe', draft: false, dryRun: false, lost: [], comment: 'written' },
        people: [
          { person: 'kit', handle: 'kit', result: 'mention-only', text: 'mentioned only: Reviews may on' },
          { person: 'ana', handle: 'ana', result: 'already-there', text: 'already requested' },
          { person: 'mei', handle: null, result: 'refused', text: 'not requested: The ownership f' },
        ],
      },
    );
    assert.match(standIn.comments.map(({ body }) => body).join(), /- @kit \(Kit\): owner of Operations/);
    await run(folder, ['--mention']);
    assert.equal(standIn.comments.length, 1);
  });

  it('prints Markdown as ever, and what became of it on stderr', async () => {
    const folder = repository({ 'pay/a': '' });
    addPull(folder);
    const { status, stdout, stderr } = await run(folder, ['--format', 'markdown']);
    assert.deepEqual([status, stdout], [0, '**Reviewers**\n\n- @ana (Ana Ruiz): owner of Payments: 1 file\n']);
    assert.equal(stderr, 'aor: Request #1, https://github.com/acme/shop/pull/1:\naor: Ana Ruiz (@ana): requested\n');
  });

  it('does not ask who opened the request, even if they made no commit', async () => {
    const folder = repository({ 'pay/a': '' });
    const pull = addPull(folder, { author: 'ana' });
    assert.match((await run(folder, [])).stdout, /backup of Payments \(Ana Ruiz made the change\)/);
    assert.deepEqual(pull.requested, ['ben']);
  });

  it('asks nobody where there is no request, or several', async () => {
    const folder = repository({ 'pay/a': '' });
    const none = await run(folder, []);
    assert.equal(none.status, 1);
    assert.equal(
      ending(none),
      'No open request for work on 127.0.0.1, acme/shop. Nobody was asked: open one, and try again.\n',
    );
    addPull(folder, { base: 'one' });
    addPull(folder, { base: 'two' });
    const several = await run(folder, []);
    assert.equal(several.status, 1);
    assert.match(
      ending(several),
      /^Several open requests .*--base which is meant\.\n {2}#1, .*, into one\n {2}#2, .*, into two\n$/,
    );
    const { stdout } = await run(folder, ['--json']);
    assert.match(stdout, /"found":"several","number":null,.*"people":\[\],"lost":\[\],"comment":null\}/);
    assert.deepEqual(standIn.writes, []);
  });

  it('takes of several the one into the base, and none that goes elsewhere', async () => {
    const folder = repository({ 'pay/a': '' });
    addPull(folder, { base: 'release/2' });
    const wrong = await run(folder, []);
    assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
    assert.match(
      wrong.stderr,
      /^aor: The request goes into release\/2, and the change was compared with origin\/main\. Name/,
    );
    addPull(folder);
    assert.match(ending(await run(folder, ['--dry-run'])), /^Nothing was sent to #2/);
    git(folder, 'update-ref', 'refs/remotes/origin/release/2', 'main');
    assert.match(ending(await run(folder, ['--dry-run', '--base', 'origin/release/2'])), /^Nothing was sent to #1/);
  });

  it('finds the request of a fork', async () => {
    const folder = repository({ 'pay/a': '' });
    git(folder, 'remote', 'add', 'mine', 'work:zoe/shop');
    git(folder, 'config', 'branch.work.remote', 'mine');
    git(folder, 'config', 'branch.work.merge', 'refs/heads/there');
    const pull = addPull(folder, { head: { project: 'zoe/shop', branch: 'there', sha: commitOf(folder) } });
    assert.equal((await run(folder, [])).status, 0);
    assert.deepEqual(pull.requested, ['ana']);
  });

  it('says where what is here is not what the request holds', async () => {
    const folder = repository({ 'pay/a': '' });
    addPull(folder);
    write(folder, { 'pay/b': '' });
    assert.match(
      (await run(folder, ['--dry-run'])).stderr,
      /^aor: What is here is not all that the request holds, or more: it ends with [0-9a-f]{12}\.\n$/,
    );
  });

  describe('and --check', () => {
    const musts = [
      '  keys: { title: Keys, kind: review, owner: kit, backup: ben, level: must, paths: [pay] }',
      '  size: { title: Size, kind: review, owner: ben, level: offer, paths: [pay] }\n',
    ].join('\n');
    const check = async (folder: string, ...args: string[]) => {
      const result = await run(folder, args, {}, '--check');
      assert.deepEqual(standIn.writes, []);
      return result;
    };
    const needed = ({ stdout }: Result): string => stdout.slice(stdout.search(/^Needed on/m));

    it('fails while a must lacks the approval of its person', async () => {
      const folder = repository({ 'pay/a': '' }, ownership + musts);
      const pull = addPull(folder, { requested: ['kit'] });
      const open = await check(folder);
      assert.equal(open.status, 1);
      assert.equal(
        needed(open),
        'Needed on #1, https://github.com/acme/shop/pull/1:\n  Keys: waits for Kit, or Ben Okri\n',
      );
      for (const [login, state, status] of [
        ['ana', 'APPROVED', 1],
        ['kit', 'COMMENTED', 1],
        ['kit', 'APPROVED', 0],
        ['kit', 'COMMENTED', 0],
        ['kit', 'CHANGES_REQUESTED', 1],
        // The owner comes first.
        ['BEN', 'APPROVED', 1],
        ['kit', 'DISMISSED', 0],
        ['ben', 'DISMISSED', 1],
      ] as const) {
        standIn.review(pull, login, state);
        assert.equal((await check(folder)).status, status, `${login} ${state}`);
      }
      standIn.review(pull, 'ben', 'APPROVED');
      assert.match(needed(await check(folder)), /Keys: approved by Ben Okri\n$/);
      const { stdout } = await check(folder, '--json');
      const { check: told } = JSON.parse(stdout) as { readonly check: { readonly musts: unknown } };
      assert.deepEqual(told.musts, [
        { aor: 'keys', approvedBy: 'ben', mayApprove: ['kit', 'ben'], text: 'approved by Ben Okri' },
      ]);
    });

    it('counts by the base: neither a must, nor whose it is, nor a handle can be changed by the change', async () => {
      const folder = repository(
        {
          'pay/a': '',
          'aor.yaml': (ownership + musts)
            .replace('owner: kit, backup: ben, level: must', 'owner: ana, level: note')
            .replace('127.0.0.1: kit', '127.0.0.1: eve')
            .concat('  new: { title: New, kind: review, owner: ana, level: must }\n'),
        },
        ownership + musts,
      );
      const pull = addPull(folder);
      standIn.review(pull, 'ana');
      standIn.review(pull, 'eve');
      const open = await check(folder);
      assert.equal(open.status, 1);
      assert.match(needed(open), /:\n {2}Keys: waits for Kit, or Ben Okri\n$/);
      standIn.review(pull, 'kit');
      assert.equal((await check(folder)).status, 0);
    });

    it('passes where nothing is a must, and fails where there is no request', async () => {
      const folder = repository({ 'pay/a': '' });
      const none = await check(folder);
      assert.deepEqual([none.status, /No open request .* Nothing was checked/.test(none.stdout)], [1, true]);
      addPull(folder);
      const { status, stdout } = await check(folder);
      assert.deepEqual([status, /^Needed on #1, .*: nobody's approval$/m.test(stdout)], [0, true]);
    });
  });

  describe('ends with 2 and one line, and sends nothing,', () => {
    const lines: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
      [
        'without a token',
        { GITHUB_TOKEN: '' },
        /^aor: Set GITHUB_TOKEN to a token that may ask reviewers on 127\.0\.0\.1\.\n$/,
      ],
      ['with a token of another host', { GITHUB_API_URL: '' }, /^aor: It is not known what 127\.0\.0\.1 runs\./],
      [
        'with a token for GitHub itself',
        { GITHUB_API_URL: 'https://api.github.com' },
        /It is not known what 127\.0\.0\.1 runs\./,
      ],
      [
        'with an address that is none',
        { GITHUB_API_URL: 'api.github.com' },
        /^aor: GITHUB_API_URL is not an address such as/,
      ],
      [
        'with a secret in the address',
        { GITHUB_API_URL: 'http://me:TheSecret@127.0.0.1/' },
        /GITHUB_API_URL is not an address/,
      ],
      ['with a token of two lines', { GITHUB_TOKEN: 'a\nx: b' }, /GITHUB_TOKEN holds characters that no token has/],
      ['with a wrong token', { GITHUB_TOKEN: 'wrong' }, /^aor: 127\.0\.0\.1 does not accept the token/],
    ];
    for (const [name, environment, says] of lines) {
      it(name, async () => {
        const folder = repository({ 'pay/a': '' });
        addPull(folder);
        const { status, stdout, stderr } = await run(folder, [], environment);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, /^aor: [^\n]+\n$/);
        assert.match(stderr, says);
        assert.deepEqual(standIn.writes, []);
        assert.ok(standIn.seen.length <= (name.endsWith('wrong token') ? 1 : 0));
      });
    }

    it('where the account may see the project and not ask', async () => {
      standIn.accounts.set(secret, { login: 'kit', kind: 'user', right: 'read' });
      const folder = repository({ 'pay/a': '' });
      const pull = addPull(folder);
      const { status, stderr } = await run(folder, []);
      assert.equal(status, 2);
      assert.match(
        stderr,
        /^aor: 127\.0\.0\.1 gives this account no access: Resource not accessible by personal access token\n$/,
      );
      assert.deepEqual(pull.requested, []);
    });

    it('where the base has no ownership file, whatever the change brings', async () => {
      const folder = repositoryWith({ x: '' });
      commitAll(folder, 'Start');
      git(folder, 'remote', 'add', 'origin', 'http://127.0.0.1/acme/shop.git');
      git(folder, 'update-ref', 'refs/remotes/origin/main', 'main');
      git(folder, 'switch', '--quiet', '--create', 'work');
      write(folder, { 'aor.yaml': ownership, 'pay/a': '' });
      commitAll(folder, 'Change');
      addPull(folder);
      const { status, stdout, stderr } = await run(folder, []);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^aor: Nobody decides: origin\/main has no ownership file to go by, and what the change/);
      assert.deepEqual(standIn.seen, []);
    });

    it('on no branch, and on a forge that is none of those', async () => {
      const folder = repository({ 'pay/a': '' });
      git(folder, 'switch', '--quiet', '--detach');
      assert.match((await run(folder, [])).stderr, /^aor: No branch is checked out/);
      git(folder, 'switch', '--quiet', 'work');
      git(folder, 'remote', 'set-url', 'origin', 'https://oauth2:TheSecret@git.sr.ht/acme/shop.git');
      assert.match(
        (await run(folder, [])).stderr,
        /^aor: It is not known what git\.sr\.ht runs\. For a server of your own set/,
      );
      git(folder, 'remote', 'set-url', 'origin', 'https://github.com/acme/shop.git');
      assert.match(
        (await run(folder, [])).stderr,
        /^aor: The request is on github\.com, and GITHUB_TOKEN belongs to 127\.0\.0\.1\./,
      );
      git(folder, 'remote', 'set-url', 'origin', 'https://ghe.example/acme/shop.git');
      const clear = await run(folder, [], { GITHUB_API_URL: 'http://ghe.example/api/v3' });
      assert.match(clear.stderr, /^aor: The address of ghe\.example is not https, so the token is not sent\.\n$/);
      git(folder, 'remote', 'remove', 'origin');
      assert.match(
        (await run(folder, ['--base', 'main'])).stderr,
        /^aor: There is no remote to which a request from work/,
      );
    });
  });

  describe('in GitHub Actions', () => {
    /** As the job of a pull request has it: nothing but the environment says which. */
    function job(folder: string, event: unknown): Readonly<Record<string, string>> {
      const path = resolve(temporaryFolder(), 'event.json');
      write(resolve(path, '..'), { 'event.json': JSON.stringify(event) });
      git(folder, 'switch', '--quiet', '--detach');
      // What a checkout could be made to say does not count.
      git(folder, 'remote', 'set-url', 'origin', 'https://evil.example/acme/other.git');
      return {
        ...{ GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_REPOSITORY: 'acme/shop', GITHUB_REF: 'refs/heads/main' },
        GITHUB_EVENT_PATH: path,
      };
    }

    it('the request is the one the job runs for', async () => {
      const folder = repository({ 'pay/a': '' });
      addPull(folder);
      const pull = addPull(folder);
      standIn.accounts.set(secret, { login: 'github-actions', kind: 'app', right: 'write' });
      const result = await run(folder, ['--base', 'origin/main'], job(folder, { pull_request: { number: 2 } }));
      assert.deepEqual([result.status, result.stderr], [0, '']);
      assert.deepEqual(pull.requested, ['ana']);
      const byRef = { ...job(folder, {}), GITHUB_REF: 'refs/pull/1/merge' };
      assert.match(ending(await run(folder, ['--base', 'origin/main'], byRef)), /^Request #1/);
      const byBranch = { ...job(folder, {}), GITHUB_REF: 'refs/heads/work' };
      standIn.pulls[0]!.isOpen = false;
      assert.match(ending(await run(folder, ['--base', 'origin/main'], byBranch)), /^Request #2/);
      const byTag = { ...job(folder, {}), GITHUB_REF: 'refs/tags/v1' };
      assert.match((await run(folder, ['--base', 'origin/main'], byTag)).stderr, /runs neither for a pull request nor/);
    });

    it('the same goes for a job of Azure Pipelines that builds what is on GitHub', async () => {
      const folder = repository({ 'pay/a': '' });
      const pull = addPull(folder, { head: { project: 'eve/shop', branch: 'other', sha: 'c'.repeat(40) } });
      git(folder, 'switch', '--quiet', '--detach');
      git(folder, 'remote', 'set-url', 'origin', 'https://evil.example/acme/other.git');
      const ofAzure = { TF_BUILD: 'True', BUILD_REPOSITORY_PROVIDER: 'GitHub', BUILD_REPOSITORY_NAME: 'acme/shop' };
      const ofRequest = {
        ...ofAzure,
        SYSTEM_PULLREQUEST_PULLREQUESTNUMBER: '1',
        SYSTEM_PULLREQUEST_PULLREQUESTID: '77',
      };
      const { status, stderr } = await run(folder, ['--base', 'origin/main'], ofRequest);
      assert.deepEqual([status, stderr, pull.requested], [0, '', ['ana']]);
      const lost = await run(folder, ['--base', 'origin/main'], { ...ofRequest, BUILD_REPOSITORY_NAME: '' });
      assert.deepEqual([lost.status, lost.stderr], [2, 'aor: This job does not say which project it runs for.\n']);
    });

    it('the base decides, whatever a change from a fork does to owners, handles, absences and identities', async () => {
      const changed = ownership
        .replace('title: Payments, owner: ana', 'title: Payments, owner: kit')
        .replace('127.0.0.1: ana }', '127.0.0.1: eve }')
        .replace('email: ben@shop.example,', 'email: ben@shop.example, away: [{ from: 2026-01-01 }],')
        .concat('  all: { title: All, kind: review, level: must, owner: mei, paths: ["**"] }\n')
        .concat('  more: { title: More, owner: kit, paths: [web/deep] }\n');
      const folder = repository({
        ...{ 'aor.yaml': changed, 'pay/a': '', 'web/deep/a': '' },
        '.mailmap': 'Ben Okri <ben@shop.example> <test@shop.example>\n',
      });
      standIn.collaborators.add('kit').add('eve');
      const head = { project: 'eve/shop', branch: 'work', sha: commitOf(folder) };
      const pull = addPull(folder, { author: 'eve', head });
      const { stdout } = await run(
        temporaryFolder(),
        ['--root', folder, '--base', 'origin/main', '--json'],
        job(folder, { pull_request: { number: 1 } }),
      );
      const asked = JSON.parse(stdout) as { readonly ask: readonly { readonly person: string }[] };
      assert.deepEqual(pull.requested.toSorted(), ['ana', 'ben']);
      assert.deepEqual(asked.ask.map(({ person }) => person).toSorted(), ['ana', 'ben']);
    });
  });
});
