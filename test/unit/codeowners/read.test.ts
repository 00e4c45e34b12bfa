import assert from 'node:assert/strict';
import { readCodeowners, type CodeownersDialect } from '../../../src/core';

const lines = (text: string, dialect: CodeownersDialect = 'github') =>
  readCodeowners('CODEOWNERS', text, dialect).lines.map(
    ({ pattern, owners }) => `${pattern}: ${owners.map(({ kind, text: name }) => `${kind} ${name}`).join(', ')}`,
  );
const problems = (text: string, dialect: CodeownersDialect = 'github') =>
  readCodeowners('CODEOWNERS', text, dialect).problems.map(({ code, at }) => `${code} ${text.slice(at.start, at.end)}`);

describe('A CODEOWNERS file', () => {
  it('is read line by line: owners, comments behind them, blanks in names, line ends', () => {
    assert.deepEqual(lines('# all\r\n*\t@ana  @acme/core # and\r\n/a\\ b/ ben@shop.example\r\n\r\n/docs/\r\n'), [
      '*: user @ana, team @acme/core',
      '/a\\ b/: email ben@shop.example',
      '/docs/: ',
    ]);
  });

  it('names each owner once', () => {
    assert.deepEqual(lines('* @ana @ben @ana'), ['*: user @ana, user @ben']);
  });

  it('loses no good line to a bad one, and says where each bad one is', () => {
    const text = '!a @ana\n*.[ch] @ana\nb ana\n/c @ana\n\\#d @ana\n';
    assert.deepEqual(lines(text), ['*.[ch]: user @ana', '/c: user @ana']);
    assert.deepEqual(problems(text), [
      'codeowners-line !a',
      'codeowners-line *.[ch]',
      'codeowners-owner ana',
      'codeowners-line \\#d',
    ]);
  });

  it('tells a line that stands there again', () => {
    assert.deepEqual(problems('/a/b @ana\nx @ana\na/b @ben\n'), ['codeowners-duplicate /a/b']);
    assert.deepEqual(problems('/a @ana\na @ben\n'), []);
    assert.deepEqual(problems('/a/b @ana\na/b @ben\n', 'gitlab'), []);
  });

  it('gives a line the comment right above it, and no other', () => {
    const text = '# The shop\n# and its window\n/shop @ana\n/till @ana\n\n# Far\n\n/far @ana\n# ----\n/line @ana\n';
    assert.deepEqual(
      readCodeowners('CODEOWNERS', text, 'github').lines.map(({ about }) => about),
      ['The shop\nand its window', null, null, null],
    );
  });

  it('has sections on GitLab: names without case, defaults, optional ones, approvals', () => {
    const text =
      '* @all\n[Docs][2] @docs @acme/writers\n/docs/\n/docs/x @ana text\n^[Data]\n/db @@maintainer\n[DOCS] @ben\n/y\n!/docs/z\n';
    const read = readCodeowners('.gitlab/CODEOWNERS', text, 'gitlab');
    assert.deepEqual(
      read.lines.map(({ pattern, owners, section, excludes }) => [
        pattern,
        owners.map(({ text: name }) => name).join(' '),
        section.name,
        section.isOptional,
        section.approvals,
        excludes,
      ]),
      [
        ['*', '@all', null, false, null, false],
        ['/docs/', '@docs @acme/writers', 'Docs', false, 2, false],
        ['/docs/x', '@ana', 'Docs', false, 2, false],
        ['/db', '@@maintainer', 'Data', true, null, false],
        ['/y', '@ben', 'Docs', false, 2, false],
        ['!/docs/z', '@ben', 'Docs', false, 2, true],
      ],
    );
  });

  it('has regular expressions on Gitea', () => {
    const read = readCodeowners('.gitea/CODEOWNERS', '!docs/.*\\.md @ana\npath\\ x @ben # why\n', 'gitea');
    assert.deepEqual(
      read.lines.map(({ match }) => match),
      [
        { kind: 'expression', source: '^(?:docs/.*\\.md)$', isNegated: true },
        { kind: 'expression', source: '^(?:path x)$', isNegated: false },
      ],
    );
  });

  it('takes anything for a text', () => {
    for (const text of ['', '\uFEFF* @ana', '[', '[]', '^[', '[ ] @x', '\\', '__proto__ @constructor', '* @a\0b', '#'])
      for (const dialect of ['github', 'gitlab', 'bitbucket', 'gitea'] as const)
        assert.ok(Array.isArray(readCodeowners('CODEOWNERS', text, dialect).lines), text);
  });

  it('leaves how many of a group are asked out of its name, on Bitbucket', () => {
    assert.deepEqual(lines('*.js @acme/front:random(2)', 'bitbucket'), ['*.js: team @acme/front']);
  });
});
