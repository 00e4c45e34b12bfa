import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isolated } from '../isolatedGit';
import { aor, git, program, repositoryWith, temporaryFolder, write } from './program';

const shop = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@shop.example }
  ben: Ben Okri <ben@shop.example>
aors:
  platform: { title: Platform, owner: ben, paths: ["**", "!tools"] }
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay] }
  search: { title: Search, vacant: { since: 2026-09-01 }, paths: [search] }
exempt: ["**/*.lock"]
`;

const files = {
  'aor.yaml': shop,
  'pay/a.ts': '',
  'pay/b.ts': '',
  'pay/x.lock': '',
  'search/s.go': '',
  'tools/t.sh': '',
  'src/é 日.ts': '',
};

const json = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Runs the program on many paths with little memory to waste, and gives its lines and its peak memory in KB. */
async function stream(cwd: string, count: number): Promise<{ lines: number; peakKb: number; last: string }> {
  const measure = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=32',
      '--import',
      `data:text/javascript,${encodeURIComponent(measure)}`,
      program,
      'who',
      '--stdin',
      '--json',
    ],
    { cwd, env: isolated },
  );
  let lines = 0;
  let last = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
    last = (last + text).slice(-2000);
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  for (let from = 0; from < count; from += 1000) {
    const piece = Array.from(
      { length: Math.min(1000, count - from) },
      (_, at) => `pay/folder${(from + at) % 977}/deeper/file-${from + at}.ts\n`,
    ).join('');
    if (!child.stdin.write(piece)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  await closed;
  return { lines, peakKb: Number(errors), last: last.trimEnd().split('\n').at(-1) ?? '' };
}

describe('aor who', () => {
  const folder = repositoryWith(files);

  it('says who owns a path in words', async () => {
    const { stdout, status } = await aor(folder, [
      'who',
      'pay/a.ts',
      'search/s.go',
      'tools/t.sh',
      'x.lock',
      '../x',
      'not/there.ts',
    ]);
    assert.equal(status, 0);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'pay/a.ts: Payments · Ana Ruiz',
      'search/s.go: Search · vacant',
      'tools/t.sh: unowned',
      'x.lock: exempt',
      '../x: outside',
      'not/there.ts: Platform · Ben Okri',
    ]);
  });

  it('prints one JSON object a line with every key', async () => {
    const { stdout } = await aor(folder, ['who', '--json', 'pay/a.ts', 'search/s.go']);
    const [owned, vacant] = json(stdout);
    assert.deepEqual(owned, {
      path: 'pay/a.ts',
      state: 'owned',
      aor: 'pay',
      title: 'Payments',
      owner: 'ana',
      backups: ['ben'],
      teams: [],
      vacant: null,
      rule: { glob: 'pay', file: 'aor.yaml', line: 7, priority: 0 },
      reviews: [],
      conditional: [],
      also: [{ aor: 'platform', glob: '**', file: 'aor.yaml', line: 6, lost: 'segment 1' }],
      source: 'aor',
      owners: ['ana'],
    });
    assert.deepEqual([vacant?.['owner'], vacant?.['vacant']], [null, { reason: 'none', since: '2026-09-01' }]);
  });

  it('takes paths relative to the current folder, or to --root', async () => {
    const inside = await aor(join(folder, 'pay'), [
      'who',
      '--json',
      'a.ts',
      './../search/s.go',
      join(folder, 'tools/t.sh'),
    ]);
    assert.deepEqual(
      json(inside.stdout).map(({ path, input }) => [path, input]),
      [
        ['pay/a.ts', 'a.ts'],
        ['search/s.go', './../search/s.go'],
        ['tools/t.sh', join(folder, 'tools/t.sh')],
      ],
    );
    const rooted = await aor(temporaryFolder(), ['who', '--json', '--root', folder, 'pay/a.ts']);
    assert.deepEqual(
      json(rooted.stdout).map(({ path, input, aor: id }) => [path, input, id]),
      [['pay/a.ts', undefined, 'pay']],
    );
  });

  it('gives the same answer from within a repository without an ownership file of its own', async () => {
    const outer = repositoryWith({ ...files, 'pay/module/x': '' });
    const inner = join(outer, 'pay/module');
    git(inner, 'init', '--quiet');
    const { stdout } = await aor(inner, ['who', '--json', 'x', '../../search/s.go']);
    assert.deepEqual(
      json(stdout).map(({ path, input, aor: id }) => [path, input, id]),
      [
        ['pay/module/x', 'x', 'pay'],
        ['search/s.go', '../../search/s.go', 'search'],
      ],
    );
  });

  it('knows a path through a link to the repository', async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    const { stdout } = await aor(folder, ['who', join(link, 'pay/new.ts'), join(link, '..', 'x')]);
    assert.match(stdout, /^pay\/new\.ts: Payments · Ana Ruiz\n.*\/x: outside\n$/);
  });

  it('takes a backslash for what it is in a name', async function () {
    if (process.platform === 'win32') this.skip();
    const { stdout } = await aor(folder, ['who', '--json', 'pay\\x', 'pay\\', '../pay\\']);
    assert.deepEqual(
      json(stdout).map(({ path, state, aor: id }) => [path, state, id]),
      [
        ['pay\\x', 'owned', 'platform'],
        ['pay\\', 'owned', 'platform'],
        ['../pay\\', 'outside', null],
      ],
    );
  });

  it('answers for thousands of folders in the time of a few', async function () {
    this.timeout(20_000);
    const many = repositoryWith({
      'aor.yaml': shop,
      ...Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`pay/f${at}/x`, ''])),
    });
    const input = Array.from({ length: 30_000 }, (_, at) => `pay/f${at % 3_000}/\n`).join('');
    const { stdout } = await aor(many, ['who', '--stdin'], input);
    assert.equal(stdout.split('\n').filter((line) => line.endsWith(': Payments · Ana Ruiz')).length, 30_000);
  });

  it('gives a folder the owner its files share, else counts', async () => {
    const { stdout } = await aor(folder, ['who', '--json', 'pay', 'pay/', '.', 'gone/']);
    const [pay, slash, all, gone] = json(stdout);
    assert.deepEqual([pay?.['path'], pay?.['state'], pay?.['owner'], pay?.['aor']], ['pay', 'owned', 'ana', 'pay']);
    assert.deepEqual([slash?.['path'], slash?.['input'], slash?.['state']], ['pay', 'pay/', 'owned']);
    assert.deepEqual([all?.['path'], all?.['state'], all?.['owner']], ['', 'mixed', null]);
    const counts = all?.['counts'] as { state: string; aor: string | null; files: number }[];
    assert.deepEqual(
      new Map(counts.map(({ state, aor: id, files: number }) => [`${state} ${id ?? ''}`.trim(), number])),
      new Map([
        ['owned platform', 2],
        ['owned pay', 2],
        ['exempt', 1],
        ['vacant search', 1],
        ['unowned', 1],
      ]),
    );
    assert.deepEqual([gone?.['state'], gone?.['aor']], ['owned', 'platform']);
  });

  it('tells the largest answers of a folder in words, and how much the others are', async () => {
    const areas = Array.from({ length: 11 }, (_, at) => `  a${at}: { title: A${at}, owner: ana, paths: [d/f${at}] }\n`);
    const mixed = repositoryWith({
      'aor.yaml': `version: 1\npeople: { ana: Ana <a@shop.example> }\naors:\n${areas.join('')}`,
      'd/none': '',
      ...Object.fromEntries(areas.flatMap((_, at) => [1, 2].map((file) => [`d/f${at}/${file}`, '']))),
    });
    const { stdout } = await aor(mixed, ['who', 'd']);
    assert.match(stdout, /^d: mixed: A\d+ · Ana 2, .* · Ana 2, 4 others 7\n$/);
    assert.equal(stdout.split(', ').length, 9);
  });

  it('answers every line of standard input in order', async () => {
    const { stdout } = await aor(
      folder,
      ['who', '--stdin', '--json'],
      'pay/a.ts\r\n../x\nsrc/é 日.ts\npay/\ntools/t.sh',
    );
    assert.deepEqual(
      json(stdout).map(({ path, state }) => `${String(path)} ${String(state)}`),
      ['pay/a.ts owned', '../x outside', 'src/é 日.ts owned', 'pay owned', 'tools/t.sh unowned'],
    );
  });

  it('reads NUL-separated paths, line ends among them', async () => {
    const { stdout } = await aor(folder, ['who', '--stdin', '-z'], 'pay/a\nb.ts\0tools/t.sh\0');
    assert.deepEqual(stdout.split('\n'), ['pay/a\\nb.ts: Payments · Ana Ruiz', 'tools/t.sh: unowned', '']);
  });

  it('lets a nested repository answer for what lies beneath it', async () => {
    const outer = repositoryWith({ ...files, 'lib/inner/aor.yaml': shop.replace('[pay]', '[src]'), 'lib/bare/x': '' });
    for (const nested of ['lib/inner', 'lib/bare']) git(join(outer, nested), 'init', '--quiet');
    const { stdout } = await aor(outer, ['who', '--json', 'lib/inner/src/a', 'lib/bare/x', 'lib/a']);
    assert.deepEqual(
      json(stdout).map(({ path, aor: id, rule }) => [path, id, (rule as { file: string }).file]),
      [
        ['lib/inner/src/a', 'pay', 'lib/inner/aor.yaml'],
        ['lib/bare/x', 'platform', 'aor.yaml'],
        ['lib/a', 'platform', 'aor.yaml'],
      ],
    );
  });

  it('answers 200,000 paths in the memory of a few', async function () {
    this.timeout(60_000);
    const few = await stream(folder, 1_000);
    const many = await stream(folder, 200_000);
    assert.deepEqual([few.lines, many.lines], [1_000, 200_000]);
    assert.match(many.last, /"path":"pay\/folder\d+\/deeper\/file-199999\.ts","state":"owned"/);
    // The answers are 60 MB: kept, they would not fit into the heap, nor outside it without showing in the peak.
    assert.ok(many.peakKb < few.peakKb + 50_000, `${few.peakKb} KB for 1,000 paths, ${many.peakKb} KB for 200,000`);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [program, 'who', '--stdin'], { cwd: folder, env: isolated });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdin.on('error', () => undefined);
    child.stdin.write('pay/a.ts\n'.repeat(50_000));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    child.stdin.end('pay/a.ts\n'.repeat(50_000));
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
    assert.equal(errors, '');
  });
});

describe('aor on bad input', () => {
  const one = async (folder: string, args: readonly string[], says: RegExp): Promise<void> => {
    const { status, stdout, stderr } = await aor(folder, args);
    assert.equal(status, 2, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, says);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
  };

  it('says in one line what is wrong with the call', async () => {
    const folder = repositoryWith(files);
    await one(folder, ['who'], /wants paths/);
    await one(folder, ['whom'], /Unknown command "whom"\. Known: who, explain, review, check/);
    await one(folder, ['review', '--reqest'], /--reqest/);
    await one(folder, ['who', '--jsn', 'x'], /--jsn/);
    await one(folder, ['who', '--today', '2026-02-30', 'x'], /YYYY-MM-DD/);
    await one(folder, ['who', '-z', 'x'], /--stdin/);
    await one(folder, ['who', '--format', 'xml', 'x'], /Unknown format "xml"/);
    await one(folder, ['explain'], /one path/);
    await one(folder, ['check', '--fail-on', 'doom'], /error, warning, information, hint/);
    await one(folder, ['check', '--base', 'nope'], /names no commit/);
    await one(folder, ['who', '--root', join(folder, 'nope'), 'x'], /is not a folder/);
    await one(folder, ['who', '--file', 'nope.yaml', 'x'], /nope\.yaml does not exist/);
    await one(folder, ['who', '--file', 'pay', 'x'], /pay is not a file/);
  });

  it('says where nothing can be read', async () => {
    await one(temporaryFolder(), ['who', 'x'], /No ownership file/);
    await one(repositoryWith({ 'aor.yaml': '- a\n' }), ['who', 'x'], /aor\.yaml:1:1: Expected a map/);
    await one(repositoryWith({ 'aor.yaml': 'version: 7\n' }), ['explain', 'x'], /aor\.yaml:1:10: .*version/);
    await one(
      repositoryWith({ 'aor.yaml': `x: "${'a'.repeat(1_000_001)}"` }),
      ['who', 'x'],
      /aor\.yaml:1:1: .*larger than 1 MB/,
    );
  });

  it('says which file of a nested repository cannot be read', async () => {
    const folder = repositoryWith({ ...files, 'lib/inner/aor.yaml': 'version: 7\n' });
    git(join(folder, 'lib/inner'), 'init', '--quiet');
    await one(folder, ['who', 'lib/inner/x'], /^aor: lib\/inner\/aor\.yaml:1:10: /);
  });

  it('says that ignored files count where git cannot tell them', async () => {
    const folder = repositoryWith({ ...files, '.git/HEAD': 'nonsense' });
    const { status, stderr } = await aor(folder, ['who', 'pay']);
    assert.equal(status, 0);
    assert.match(stderr, /^aor: Ignored files count as well: git says: [^\n]+\n$/);
    await one(folder, ['check', '--base', 'HEAD'], /--base needs git: git says/);
  });

  it('does not follow a link out of the root, and passes over a folder of that name', async () => {
    const outside = temporaryFolder();
    write(outside, { 'aor.yaml': shop });
    const linked = repositoryWith({});
    symlinkSync(join(outside, 'aor.yaml'), join(linked, 'aor.yaml'));
    await one(linked, ['who', 'x'], /aor\.yaml leads out of the repository/);
    const folder = repositoryWith({ 'aor.yml': shop });
    mkdirSync(join(folder, 'aor.yaml'));
    assert.equal((await aor(folder, ['who', 'pay/x'])).stdout, 'pay/x: Payments · Ana Ruiz\n');
  });

  it('reads byte order marks, CRLF and odd names', async () => {
    const text = `\uFEFF${shop.replaceAll('\n', '\r\n').replace('title: Payments', 'title: "Pay\\u202Ements\\u001B[31m"')}`;
    const folder = repositoryWith({ 'aor.yaml': text });
    const { stdout, status } = await aor(folder, ['who', '--', 'pay/\u202Ex', '-x', '__proto__']);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      'pay/\\u{202E}x: Pay\\u{202E}ments\\u{1B}[31m · Ana Ruiz\n-x: Platform · Ben Okri\n__proto__: Platform · Ben Okri\n',
    );
  });

  it('shows its help and version', async () => {
    const folder = temporaryFolder();
    assert.match((await aor(folder, ['--help'])).stdout, /aor who.*aor explain.*aor check/s);
    assert.match((await aor(folder, ['check', '--help'])).stdout, /--fail-on/);
    assert.match((await aor(folder, ['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
