import { strict as assert } from 'node:assert';
import type { Problem, Source } from '../../../src/core';
import { carryOver } from '../../../src/host/repositories/carryOver';

const sourceOf = (text: string, path = 'aor.yaml'): Source => ({ path, base: '', text });

const problemAt = (text: string, part: string): Problem => {
  const start = text.indexOf(part);
  const at = { file: 'aor.yaml', start, end: start + part.length };
  return { code: 'no-match', severity: 'warning', message: part, at, related: [] };
};

/** The texts the carried problems stand at. */
function carried(before: string, after: string, part: string): string[] {
  const problems = carryOver([problemAt(before, part)], [sourceOf(before)], [sourceOf(after)]);
  return problems.map(({ at }) => after.slice(at.start, at.end));
}

describe('problems carried over an edit', () => {
  const text = 'paths: [one, two, three]\n';

  it('stay where nothing changed', () => {
    assert.deepEqual(carried(text, text, 'two'), ['two']);
  });

  it('stay before the edit and move behind it', () => {
    const edited = 'paths: [one, two, and more, three]\n';
    assert.deepEqual(carried(text, edited, 'one'), ['one']);
    assert.deepEqual(carried(text, edited, 'three'), ['three']);
    assert.deepEqual(carried(text, `# above\n${text}`, 'two'), ['two']);
    assert.deepEqual(carried(`# above\n${text}`, text, 'two'), ['two']);
  });

  it('are dropped where their own text was touched', () => {
    assert.deepEqual(carried(text, 'paths: [one, tXo, three]\n', 'two'), []);
    assert.deepEqual(carried(text, '', 'two'), []);
  });

  it('are dropped with their file', () => {
    assert.deepEqual(carryOver([problemAt(text, 'one')], [sourceOf(text)], [sourceOf(text, 'b.yaml')]), []);
  });

  it('lose only the related places that were touched', () => {
    const own = problemAt(text, 'three');
    const problem = { ...own, related: [{ at: problemAt(text, 'one').at, message: 'first' }] };
    const [moved] = carryOver([problem], [sourceOf(text)], [sourceOf(text.replace('one', '1'))]);
    assert.deepEqual(moved?.related, []);
  });
});
