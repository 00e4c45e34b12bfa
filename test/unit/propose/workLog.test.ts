import assert from 'node:assert/strict';
import { workLogReader, type WorkCommit } from '../../../src/core/propose/workLog';

function readIn(pieceLength: number, log: string): readonly WorkCommit[] {
  const commits: WorkCommit[] = [];
  const reader = workLogReader((commit) => commits.push(commit));
  for (let at = 0; at < log.length; at += pieceLength) reader.push(log.slice(at, at + pieceLength));
  reader.end();
  return commits;
}

const ana = '\u000150\nAna Diaz\nana@x.example\0';
const author = { name: 'Ana Diaz', email: 'ana@x.example' };
const commitWith = (...files: readonly (readonly [string, number, string?])[]) => ({
  author,
  time: 50_000,
  files: files.map(([path, lines, from = null]) => ({ path, lines, from })),
});

describe('the log of changed lines', () => {
  const cases: readonly (readonly [string, string, readonly WorkCommit[]])[] = [
    ['added and removed lines together', `${ana}\n3\t2\ta b.ts\0`, [commitWith(['a b.ts', 5])]],
    ['a binary file as no lines', `${ana}\n-\t-\tx.png\0`, [commitWith(['x.png', 0])]],
    [
      'a moved file with what it was',
      `${ana}\n0\t0\t\0old\0new\x001\t0\tb\0`,
      [commitWith(['new', 0, 'old'], ['b', 1])],
    ],
    ['a commit without files', `${ana}${ana}\n1\t0\ta\0`, [commitWith(), commitWith(['a', 1])]],
    ['names alone', `${ana}\nM\0a\0R100\0b\0c\0\0${ana}`, [commitWith(['a', 0], ['c', 0, 'b']), commitWith()]],
    ['a path that looks like a status', `${ana}\nM\0M\0A\0R100\0`, [commitWith(['M', 0], ['R100', 0])]],
    ['a path with tabs and line breaks', `${ana}\n1\t1\ta\tb\nc\0`, [commitWith(['a\tb\nc', 2])]],
    ['nothing of what is no log', 'fatal: no\0\u0001x\0M\0a\0', []],
  ];
  for (const [what, log, commits] of cases)
    it(`reads ${what}, however it is cut`, () => {
      for (const length of [1, 3, 1000]) assert.deepEqual(readIn(length, log), commits);
    });
});
