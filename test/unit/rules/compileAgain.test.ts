import assert from 'node:assert/strict';
import type { OwnershipFile } from '../../../src/core/model';
import { compileRules } from '../../../src/core/rules';
import { fileOf, type AorOf } from './fileOf';

const aors: Readonly<Record<string, AorOf>> = {
  pay: { title: 'Payments', paths: ['src/pay', '!src/pay/gen'] },
  all: { title: 'All', paths: ['**'] },
  sql: { kind: 'review', paths: ['**/*.sql'] },
};

const titleOf = (file: OwnershipFile, path: string, before: OwnershipFile): string => {
  const { decision } = compileRules(file, compileRules(before)).explain(path);
  return decision.kind === 'area' ? decision.winner.aor.title : decision.kind;
};

describe('an index that is compiled after another', () => {
  const before = compileRules(fileOf(aors));

  it('takes over what was compiled where only people and titles differ, and answers with the new ones', () => {
    const file = fileOf({ ...aors, pay: { ...aors['pay'], title: 'Paying' } });
    const after = compileRules(file, before);
    assert.equal(after.matcher, before.matcher);
    assert.equal(titleOf(file, 'src/pay/a', fileOf(aors)), 'Paying');
    const decided = after.decide('src/pay/a');
    assert.ok(decided.kind === 'area' && decided.winner.aor === file.aors.get('pay'));
  });

  for (const [what, changed] of [
    ['a glob', { ...aors, pay: { paths: ['src/paying', '!src/pay/gen'] } }],
    ['what a priority decides', { ...aors, all: { paths: [{ glob: '**', priority: 1 }] } }],
    ['an exclude', { ...aors, pay: { paths: ['src/pay', 'src/pay/gen'] } }],
    ['the base', { ...aors, pay: { base: 'lib', paths: ['src/pay', '!src/pay/gen'] } }],
    ['the kind', { ...aors, all: { kind: 'review', paths: ['**'] } }],
    ['an AOR more', { ...aors, web: { paths: ['web'] } }],
    ['which AOR a glob stands in', { ...aors, pay: { paths: ['src/pay'] }, all: { paths: ['!src/pay/gen', '**'] } }],
  ] as const satisfies readonly (readonly [string, Readonly<Record<string, AorOf>>])[]) {
    it(`compiles anew where ${what} differs`, () => {
      const file = fileOf(changed);
      const after = compileRules(file, before);
      assert.notEqual(after.matcher, before.matcher);
      for (const path of ['src/pay/a', 'src/pay/gen/a', 'src/paying', 'lib/src/pay', 'web', 'x.sql'])
        assert.deepEqual(after.explain(path), compileRules(file).explain(path), path);
    });
  }

  it('says that a priority decided, where nothing else changed by it', () => {
    const file = fileOf({ ...aors, pay: { paths: [{ glob: 'src/pay', priority: 1 }, '!src/pay/gen'] } });
    const [lost] = compileRules(file, before).explain('src/pay/a').also;
    assert.deepEqual(lost?.lost, { kind: 'priority' });
  });

  it('answers rightly where two AORs change places by their ids', () => {
    const tied = (first: string, second: string) => fileOf({ [first]: { paths: ['x'] }, [second]: { paths: ['x'] } });
    const after = compileRules(tied('b', 'a'), compileRules(tied('a', 'b')));
    const decision = after.decide('x');
    assert.equal(decision.kind === 'area' && decision.winner.aor.id, 'a');
  });
});
