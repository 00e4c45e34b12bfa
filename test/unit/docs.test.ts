/** What the documentation says holds: its examples load, its tables are true, its links lead somewhere. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { compileRules, defaultSeverities, loadOwnership, ownershipOf } from '../../src/core';
import { globMatcher, parseGlob } from '../../src/core/rules/glob';
import { memorySource } from './memorySource';

const read = (path: string): string => readFileSync(path, 'utf8');

const reference = 'docs/ownership-file.md';
const pages = [
  ...readdirSync('docs').map((name) => `docs/${name}`),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
].filter((path) => path.endsWith('.md') && existsSync(path));

interface Block {
  /** `PAGE:LINE`, 1-based. */
  readonly at: string;
  readonly text: string;
}

/** The fenced blocks of a language in a page. */
function blocksOf(page: string, language: string): Block[] {
  const text = read(page);
  return [...text.matchAll(/^```(\S*)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map((match) => ({
      at: `${page}:${text.slice(0, match.index).split('\n').length}`,
      text: match[2] ?? '',
    }));
}

const isWholeFile = ({ text }: Block): boolean => /^(# \S*aor\.yaml\n|version:)/.test(text);

async function errorsOf(text: string): Promise<string[]> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.equal(loaded.kind, 'loaded');
  return loaded.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

const withoutBlocks = (text: string): string => text.replace(/^```.*?^```$/gms, '');

/** The lines below a heading, up to the next one of any level, without fenced blocks. */
function sectionOf(page: string, heading: string): string {
  const text = withoutBlocks(read(page));
  const start = text.indexOf(`\n${heading}\n`);
  assert.ok(start >= 0, `${page} has no heading ${heading}`);
  const rest = text.slice(start + heading.length + 2);
  const end = rest.search(/^#+ /m);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The cells of the table with these columns, row by row. */
function tableOf(section: string, columns: readonly string[]): string[][] {
  const [, ...rest] = section.split(`\n| ${columns.join(' | ')} |\n`);
  assert.equal(rest.length, 1, `one table with ${columns.join(', ')}`);
  const [body = ''] = (rest[0] ?? '').split('\n\n');
  const rows = body.split('\n').slice(1);
  return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
}

/** What stands between backticks. */
const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

describe('the examples of the documentation', () => {
  for (const page of pages) {
    for (const block of blocksOf(page, 'yaml').filter(isWholeFile)) {
      it(`load without an error: ${block.at}`, async () => {
        const isIncluded = !/^(# aor\.yaml|version:)/.test(block.text);
        // People of an included file are those of the entry file, which is another block.
        const errors = (await errorsOf(block.text)).filter((text) => !(isIncluded && text.startsWith('unknown-')));
        assert.deepEqual(errors, []);
      });
    }
  }

  for (const block of blocksOf(reference, 'yaml').filter((one) => !isWholeFile(one))) {
    it(`are right in parts: ${block.at}`, async () => {
      const errors = (await errorsOf(block.text)).filter((text) => !text.startsWith('unknown-'));
      assert.deepEqual(errors, []);
    });
  }

  it('answer as the small file is said to answer', async () => {
    const [block] = blocksOf(reference, 'yaml');
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': block?.text ?? '' }), null);
    assert.ok(loaded.kind === 'loaded');
    const index = compileRules(loaded.file);
    for (const [path, answer = ''] of tableOf(sectionOf(reference, '## A small file'), ['path', 'answer'])) {
      const ownership = ownershipOf(loaded.file, index, codesIn(path)[0] ?? '', { day: '2026-11-01' });
      const parts =
        ownership.state === 'owned'
          ? [ownership.aor.title, ownership.owner.name]
          : ownership.state === 'vacant'
            ? [ownership.aor.title, 'vacant']
            : [ownership.state];
      assert.ok(answer.startsWith(parts.join(', ')), `${path}: ${parts.join(', ')}`);
      for (const { title } of ownership.reviews) assert.ok(answer.includes(title), `${path}: ${title}`);
    }
  });
});

describe('the reference of the ownership file', () => {
  it('says of globs what they match', () => {
    const rows = tableOf(sectionOf(reference, '## Globs'), ['glob', 'matches', 'does not match']);
    assert.ok(rows.length > 15);
    for (const [glob, matches, not] of rows) {
      const [text = ''] = codesIn(glob);
      const result = parseGlob(text, '');
      assert.ok(result.kind === 'glob', text);
      const isMatch = globMatcher(result.glob);
      for (const path of codesIn(matches)) assert.ok(isMatch(path), `${text} matches ${path}`);
      for (const path of codesIn(not)) assert.ok(!isMatch(path), `${text} does not match ${path}`);
    }
  });

  it('says which glob wins, and where it was decided', async () => {
    const rows = tableOf(sectionOf(reference, '### More specific'), [
      'path',
      'these globs match',
      'this one wins',
      'decided',
    ]);
    assert.ok(rows.length > 8);
    for (const [path, globs, winner, decided = ''] of rows) {
      const aors = codesIn(globs).map(
        (glob, at) => `  a${at}: { title: A, owner: ana, paths: [${JSON.stringify(glob)}] }\n`,
      );
      const text = `version: 1\npeople: { ana: Ana <ana@shop.example> }\naors:\n${aors.join('')}`;
      const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
      assert.ok(loaded.kind === 'loaded');
      const [asked = ''] = codesIn(path);
      const ownership = ownershipOf(loaded.file, compileRules(loaded.file), asked, { day: '2026-11-01' });
      assert.ok(ownership.state === 'owned', asked);
      assert.equal(ownership.rule.glob.text, codesIn(winner)[0], asked);
      const [lost] = ownership.also;
      assert.equal(ownership.also.length, 1, asked);
      const by = lost?.lost.kind === 'segment' ? `at segment ${lost.lost.number}` : 'by the order of ids';
      assert.ok(decided.startsWith(by), `${asked}: ${by}`);
    }
  });

  it('has every problem code with its default', () => {
    const rows = [...sectionOf(reference, '## Problems').matchAll(/^\| `([a-z-]+)` \| ([a-z]+) \|/gm)];
    assert.deepEqual(
      rows.map(([, code, severity]) => `${code} ${severity}`).sort(),
      Object.entries(defaultSeverities)
        .map(([code, severity]) => `${code} ${severity}`)
        .sort(),
    );
  });
});

describe('the ownership file of this repository', () => {
  it('loads without any problem', async () => {
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': read('aor.yaml') }), null);
    assert.ok(loaded.kind === 'loaded');
    assert.deepEqual(loaded.problems, []);
  });
});

describe('the links of the documentation', () => {
  /** Text outside of code. */
  const proseOf = (page: string): string => withoutBlocks(read(page)).replace(/`[^`\n]*`/g, 'code');

  /** As forges make them: lower case, spaces to dashes, punctuation away, a number for the second of the same name. */
  function anchorsOf(page: string): Set<string> {
    const anchors = new Set<string>();
    const text = withoutBlocks(read(page));
    for (const [, title = ''] of text.matchAll(/^#+ (.*)$/gm)) {
      const name = title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-');
      let anchor = name;
      for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
      anchors.add(anchor);
    }
    return anchors;
  }

  for (const page of pages) {
    it(`lead somewhere: ${page}`, () => {
      for (const [, target = ''] of proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https?|mailto):/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : normalize(join(dirname(page), path));
        assert.ok(existsSync(file), `${target} does not exist`);
        if (anchor !== undefined && file.endsWith('.md'))
          assert.ok(anchorsOf(file).has(anchor), `${target}: no such heading`);
      }
    });
  }
});

describe('the changelog', () => {
  it('names the version of the package', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.ok(read('CHANGELOG.md').includes(`\n## [${version}]`) || read('CHANGELOG.md').includes(`\n## ${version}`));
  });
});
