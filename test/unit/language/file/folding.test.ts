import assert from 'node:assert/strict';
import { folds, writtenFile } from '../../../../src/core';

/** Each fold as its 1-based lines. */
function foldsOf(text: string): string[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;
  return folds(writtenFile({ path: 'a/aor.yaml', base: 'a', text })).map(({ kind, start, end }) => {
    assert.ok(0 <= start && start < end && end <= text.length);
    return `${kind} ${lineOf(start)}-${lineOf(end)}`;
  });
}

const cases: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
  ['sections and entries', 'people:\n  ana:\n    name: Ana\n  ben: Ben\n', ['entry 1-4', 'entry 2-3']],
  ['nothing on one line', 'people: { ana: { name: Ana } }\n', []],
  [
    'not the blank lines and comments behind',
    'people:\n  ana: Ana\n\n# next\naors:\n  p: {}\n',
    ['entry 1-2', 'entry 5-6'],
  ],
  [
    'lists, and items of several lines',
    'aors:\n  p:\n    past:\n      - owner: ana\n        why: x\n      - { owner: ben }\n',
    ['entry 1-6', 'entry 2-6', 'entry 3-6', 'entry 4-5'],
  ],
  ['flow over several lines', 'aors:\n  p: {\n    title: P,\n  }\n', ['entry 1-4', 'entry 2-4']],
  [
    'texts of several lines, in which # is no comment',
    'aors:\n  p:\n    about: |\n      # One\n      # Two\n    title: P\n',
    ['entry 1-6', 'entry 2-6', 'entry 3-5'],
  ],
  [
    'comments of several lines',
    '# one\n# two\nversion: 1\n# alone\nx-a: 1\n  # three\n  # four\n',
    ['comment 1-2', 'comment 6-7'],
  ],
  ['CRLF', '# one\r\n# two\r\npeople:\r\n  ana: Ana\r\n', ['entry 3-4', 'comment 1-2']],
  ['half-typed text', 'aors:\n  p:\n    owner: [ana\n  q:\n    ti\n', ['entry 1-5', 'entry 2-3', 'entry 4-5']],
  ['a text that is no map', '# one\n# two\n- a\n', ['comment 1-2']],
];

describe('folding takes', () => {
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(foldsOf(text), expected));
});
