import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logReader, maximumPaths, type HistoryCommit } from '../../../src/core/review/evidence/parseLog';

interface Written {
  readonly id: string;
  readonly parents: readonly string[];
  readonly seconds: number;
  readonly name: string;
  readonly message: string;
  readonly paths: readonly string[];
}

/** As git prints it in the format that is asked for. */
const printed = ({ id, parents, seconds, name, message, paths }: Written): string =>
  `\0${[id, parents.join(' '), seconds, name, 'a@acme.dev', message].join('\n')}\n\0\0` +
  (paths.length === 0 ? '' : `\n${paths.map((path) => `${path}\0`).join('')}`);

function readAll(pieces: readonly string[]): HistoryCommit[] {
  const commits: HistoryCommit[] = [];
  const reader = logReader((commit) => commits.push(commit));
  pieces.forEach(reader.push);
  reader.end();
  return commits;
}

const start: Written = {
  id: 'a'.repeat(40),
  parents: [],
  seconds: 1_700_000_000,
  name: 'Ana',
  message: 'Start\n',
  paths: ['src/a.ts'],
};

describe('reading a log', () => {
  it('gives id, parents, time, people and paths', () => {
    const message = 'Two\n\nReviewed-by: Ben <ben@acme.dev>\nCo-authored-by: Cole <cole@acme.dev>\n';
    const text = printed({ ...start, parents: ['b'.repeat(40), 'c'.repeat(40)], message });
    assert.deepEqual(readAll([text]), [
      {
        id: 'a'.repeat(40),
        parents: ['b'.repeat(40), 'c'.repeat(40)],
        time: 1_700_000_000_000,
        author: { name: 'Ana', email: 'a@acme.dev' },
        reviewers: [{ name: 'Ben', email: 'ben@acme.dev' }],
        coAuthors: [{ name: 'Cole', email: 'cole@acme.dev' }],
        paths: ['src/a.ts'],
      },
    ]);
  });

  it('gives commits without paths, without a message, and the last one', () => {
    const commits = readAll([
      printed({ ...start, paths: [], message: '' }) + printed(start) + printed({ ...start, paths: [] }),
    ]);
    assert.deepEqual(
      commits.map(({ paths }) => paths.length),
      [0, 1, 0],
    );
  });

  it('skips what is no commit, and reads on', () => {
    const commits = readAll([printed({ ...start, id: 'gpg: nothing' }) + printed(start)]);
    assert.equal(commits.length, 1);
    assert.deepEqual(readAll(['fatal: no log']), []);
    assert.deepEqual(readAll([]), []);
  });

  it('keeps no more paths than say something', () => {
    const paths = Array.from({ length: maximumPaths + 5 }, (_, at) => `gen/${at}`);
    assert.equal(readAll([printed({ ...start, paths })])[0]?.paths.length, maximumPaths);
  });

  const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\0\n]/g, ''));
  const path = fc.oneof(
    fc.constantFrom('\nodd', 'a\n', ' ', '"quoted"', 'src/é"\n.ts', 'ü/[x]*'),
    fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replaceAll('\0', 'x')),
  );
  const commit = fc.record<Written>({
    id: fc.string({ unit: fc.constantFrom('0', '7', 'a', 'f'), minLength: 40, maxLength: 40 }),
    parents: fc.array(fc.constant('b'.repeat(40)), { maxLength: 3 }),
    seconds: fc.nat(),
    name: line,
    message: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
    paths: fc.array(path, { maxLength: 5 }),
  });

  it('gives every commit as written, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(fc.array(commit), fc.array(fc.nat(300)), (commits, cuts) => {
        let text = commits.map(printed).join('');
        const pieces = cuts.map((cut) => {
          const piece = text.slice(0, cut);
          text = text.slice(cut);
          return piece;
        });
        assert.deepEqual(
          readAll([...pieces, text]).map(({ id, parents, time, author, paths }) => [
            id,
            parents,
            time,
            author.name,
            paths,
          ]),
          commits.map(({ id, parents, seconds, name, paths }) => [id, parents, seconds * 1000, name, paths]),
        );
      }),
    );
  });
});
