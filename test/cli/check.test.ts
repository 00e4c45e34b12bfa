import assert from 'node:assert/strict';
import { join } from 'node:path';
import { aor, git, repositoryWith, temporaryFolder, write } from './program';

const people =
  'version: 1\npeople:\n  ana: { name: Ana Ruiz, email: ana@shop.example }\n  ben: Ben Okri <ben@shop.example>\n';
const good = `${people}aors:\n  all: { title: All, owner: ana, backup: ben, since: 2026-06-01, paths: ["**"] }\n`;
const bad = `${good}  pay: { title: "Pay, 100%: now", owner: anna, paths: [gone] }\n`;
const today = ['--today', '2026-06-15'];

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Readonly<Record<string, number>>;
        };
      }[];
    }[];
  }[];
}

describe('aor check', () => {
  it('is fine where nothing is wrong', async () => {
    const { stdout, status } = await aor(repositoryWith({ 'aor.yaml': good }), ['check', ...today]);
    assert.deepEqual([stdout, status], ['No problems.\n', 0]);
  });

  it('says what is wrong, where, and how often', async () => {
    const { stdout, status } = await aor(repositoryWith({ 'aor.yaml': bad }), ['check', ...today]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^aor\.yaml:7:42: error: No person has the id "anna"\. Did you mean "ana"\? \[unknown-person\]$/m,
    );
    assert.match(stdout, /^aor\.yaml:7:56: warning: .*gone.* \[no-match\]$/m);
    assert.match(stdout, /\n1 error, 1 warning\n$/);
  });

  it('says everything about a file that cannot be used, in the format asked for', async () => {
    const folder = repositoryWith({ 'aor.yaml': 'version: 7\npeople: 3\n' });
    for (const format of ['text', 'json', 'github', 'sarif']) {
      const { status, stdout, stderr } = await aor(folder, ['check', '--format', format, ...today]);
      assert.equal(status, 2, format);
      assert.match(stderr, /^aor: aor\.yaml:1:10: [^\n]+\n$/);
      assert.match(stdout, /unknown-version/);
    }
  });

  it('fails from the severity that is asked for', async () => {
    const warned = repositoryWith({ 'aor.yaml': `${good}exempt: [gone]\n` });
    assert.equal((await aor(warned, ['check', ...today])).status, 0);
    assert.equal((await aor(warned, ['check', ...today, '--fail-on', 'warning'])).status, 1);
  });

  it('prints JSON with every key', async () => {
    const { stdout } = await aor(repositoryWith({ 'aor.yaml': bad }), ['check', '--json', ...today]);
    const report = JSON.parse(stdout) as { format: number; problems: unknown[]; counts: unknown };
    assert.equal(report.format, 1);
    assert.deepEqual(report.counts, { error: 1, warning: 1, information: 0, hint: 0 });
    assert.deepEqual(report.problems[0], {
      code: 'unknown-person',
      severity: 'error',
      message: 'No person has the id "anna". Did you mean "ana"?',
      file: 'aor.yaml',
      line: 7,
      column: 42,
      endLine: 7,
      endColumn: 46,
      fixable: false,
    });
  });

  it('annotates for GitHub with everything encoded', async () => {
    const text = `${good}  "x,y:z%": { title: T, owner: ana, backup: ben, since: 2026-06-01 }\n`;
    const { stdout, status } = await aor(repositoryWith({ 'aor.yaml': text }), [
      'check',
      '--format',
      'github',
      ...today,
    ]);
    assert.equal(status, 1);
    const [line] = stdout.split('\n');
    assert.match(
      line ?? '',
      /^::error file=aor\.yaml,line=7,col=3,endLine=7,endColumn=11,title=aor bad-id::The id "x,y:z%25"/,
    );
  });

  it('writes a SARIF log whose results fit its rules', async () => {
    const { stdout } = await aor(repositoryWith({ 'aor.yaml': bad }), ['check', '--format', 'sarif', ...today]);
    const log = JSON.parse(stdout) as Log;
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run !== undefined);
    assert.deepEqual(
      run.results.map(({ ruleId, level }) => `${ruleId} ${level}`),
      ['unknown-person error', 'no-match warning'],
    );
    for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    assert.deepEqual(run.results[0]?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'aor.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 42, endLine: 7, endColumn: 46 },
    });
  });

  it('with --base counts only what is new, by the severities of the base', async () => {
    const folder = repositoryWith({ 'aor.yaml': `${bad}review: { severities: { no-match: error } }\n` });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', 'Start');
    // The old problems have moved down a line, one is new, and the change tries to silence it.
    write(folder, { 'aor.yaml': `# moved\n${bad}exempt: [nowhere]\nreview: { severities: { no-match: none } }\n` });
    const { stdout, status } = await aor(folder, ['check', '--base', 'HEAD', '--json', ...today]);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; severity: string; line: number }[] };
    assert.deepEqual(
      problems.map(({ code, severity, line }) => [code, severity, line]),
      [['no-match', 'error', 9]],
    );
    assert.equal(status, 1);
  });

  it('with --base says where git does not have the file of the base, and takes a new one for new', async () => {
    const origin = repositoryWith({ 'aor.yaml': bad });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    git(origin, 'add', '.');
    git(origin, 'commit', '--quiet', '--message', 'Start');
    const clone = join(temporaryFolder(), 'clone');
    git(origin, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${origin}`, clone);
    write(clone, { 'aor.yaml': good, 'late.yaml': bad });
    const lacking = await aor(clone, ['check', '--base', 'HEAD', ...today]);
    assert.deepEqual(
      [lacking.status, lacking.stderr],
      [2, 'aor: --base HEAD: aor.yaml cannot be read (git cannot show it).\n'],
    );
    const { status } = await aor(clone, ['check', '--base', 'HEAD', '--file', 'late.yaml', ...today]);
    assert.equal(status, 1);
  });

  it('shows control characters of names as escapes', async () => {
    const { stdout } = await aor(
      repositoryWith({
        'aor.yaml': `${good}  "b\\u202Ed": { title: X, owner: ana, backup: ben, since: 2026-06-01 }\n`,
      }),
      ['check', ...today],
    );
    assert.ok(!stdout.includes('\u202E'));
    assert.match(stdout, /b\\u\{202E\}d/);
  });
});

describe('aor explain', () => {
  const text = `${people}aors:
  all: { title: All, owner: ana, paths: ["**"] }
  pay: { title: Payments, owner: ben, paths: [pay], parent: all }
  idle: { title: Idle, vacant: { since: 2026-01-01, why: Nobody yet }, paths: [idle], parent: all }
  review: { title: Review, kind: review, owner: ana, level: must, paths: ["pay/**"] }
  keys: { title: Keys, kind: review, owner: ben, content: KEY }
`;

  it('tells every glob, what decided, and who would be asked', async () => {
    const folder = repositoryWith({ 'aor.yaml': text });
    const { stdout, status } = await aor(folder, ['explain', 'pay/a.ts', ...today]);
    assert.equal(status, 0);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'pay/a.ts',
      '  Payments (pay) · Ben Okri <ben@shop.example>',
      '  by       pay  (aor.yaml:7)',
      '  asked    Ben Okri, owner',
      '',
      'Also matched, and lost:',
      '  All (all)  **  (aor.yaml:6) lost by segment 1, which is less exact',
      '',
      'Reviews that apply:',
      '  Review (review, must) · Ana Ruiz, owner',
      '',
      'Reviews that apply to some changes:',
      '  Keys (keys, offer) · Ben Okri, owner; if the change meets: a changed line matches KEY',
    ]);
  });

  it('tells who is asked for a vacant area', async () => {
    const { stdout } = await aor(repositoryWith({ 'aor.yaml': text }), ['explain', 'idle/x', ...today]);
    assert.match(stdout, /Idle \(idle\) · vacant: nobody holds it since 2026-01-01 \(Nobody yet\)/);
    assert.match(stdout, /asked {4}Ana Ruiz, owner of All/);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await aor(repositoryWith({ 'aor.yaml': text }), ['explain', '--json', 'pay/a.ts', ...today]);
    const found = JSON.parse(stdout) as { format: number; state: string; asked: { aor: string; person: string }[] };
    assert.deepEqual([found.format, found.state], [1, 'owned']);
    assert.deepEqual(
      found.asked.map(({ aor: id, person }) => [id, person]),
      [
        ['pay', 'ben'],
        ['review', 'ana'],
        ['keys', 'ben'],
      ],
    );
  });
});
