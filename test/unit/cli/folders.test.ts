import assert from 'node:assert/strict';
import { startingWith } from '../../../src/cli/folders';

describe('the files of a folder', () => {
  const files = ['a', 'a-b/x', 'a/b', 'a/c/d', 'a0', 'b/x', '日/y'].toSorted();

  it('are those that begin with its name and a slash', () => {
    assert.deepEqual([...startingWith('a/', files)], ['a/b', 'a/c/d']);
    assert.deepEqual([...startingWith('b/', files)], ['b/x']);
    assert.deepEqual([...startingWith('日/', files)], ['日/y']);
    assert.deepEqual([...startingWith('', files)], files);
  });

  it('are none where the folder has none', () => {
    for (const prefix of ['0/', 'aa/', 'z/', '日本/']) assert.deepEqual([...startingWith(prefix, files)], []);
    assert.deepEqual([...startingWith('a/', [])], []);
  });
});
