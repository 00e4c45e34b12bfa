import assert from 'node:assert/strict';
import { compileRules, defaultSeverities, ownershipOf } from '../../../../src/core';
import { applyReplacements } from '../../../../src/core/edits';
import { fixableCodes, fixEdits, fixesFor, removeUnusedPeople, sortPeople } from '../../../../src/core/language/fixes';
import { safeFix } from '../../../../src/core/language/fixes/safeFixes';
import { isId } from '../../../../src/core/language/fixes/ids';
import { contextOf, goldens, loadAll, today } from './goldens';

const all = goldens();

describe('quick fixes', () => {
  for (const golden of all) {
    const { code, name, said, before, after } = golden;
    it(`${code}: ${name}`, async () => {
      const tree = said.get('tree')?.split(' ');
      const { file, problems } = await loadAll(before, tree);
      const found = problems.filter((problem) => problem.code === code);
      assert.ok(found.length > 0, `No ${code} among ${problems.map((problem) => problem.code).join(', ')}`);
      const fixes = found.flatMap((problem) => fixesFor(problem, contextOf(golden, file)));
      const fix = fixes.find(({ title }) => title === said.get('fix'));
      assert.ok(fix !== undefined, `Offered: ${fixes.map(({ title }) => title).join(' | ')}`);
      assert.deepEqual([fix.isPreferred, fix.isSafe], [said.has('preferred'), said.has('safe')]);
      assert.equal(
        found.some((problem) => safeFix(problem, contextOf(golden, file)) !== undefined),
        fix.isSafe,
      );
      const edits = fixEdits(fix, file.sources);
      assert.ok(edits !== null, 'It cannot be done.');
      const result = Object.fromEntries(
        Object.entries(before).map(([path, text]) => [
          path,
          applyReplacements(
            text,
            edits.filter((edit) => edit.file === path),
          ),
        ]),
      );
      assert.deepEqual(result, after);
      const then = await loadAll(result, tree);
      assert.ok(
        then.problems.filter((problem) => problem.code === code).length < found.length,
        'The problem is still there.',
      );
      if (!fix.isSafe) return;
      const answers = ({ file: model }: { file: typeof file }) => {
        const index = compileRules(model);
        return ['a', 'src/b', 'web/c.ts']
          .map((path) => ownershipOf(model, index, path, today))
          .map((answer) => [
            answer.state,
            'aor' in answer ? [answer.aor.id, answer.aor.owner?.id, answer.aor.backups.map(({ id }) => id)] : null,
          ]);
      };
      assert.deepEqual(answers(then), answers({ file }), 'Safe fixes change nobody’s files.');
    });
  }

  it('have a golden file for every code', () => {
    assert.deepEqual([...new Set(all.map(({ code }) => code))].sort(), [...fixableCodes].sort());
    for (const code of fixableCodes) assert.ok(code in defaultSeverities);
  });

  it('know the ids that are allowed', async () => {
    for (const id of ['ana', 'a1', 'a-b_c', 'a--b', 'Ana', '1a', 'yes', 'a-', 'a.b', 'é']) {
      const { problems } = await loadAll(
        { 'aor.yaml': `version: 1\npeople: { "${id}": A <a@b.example> }\n` },
        undefined,
      );
      assert.equal(isId(id), !problems.some(({ code }) => code === 'bad-id'), id);
    }
  });

  const mixed =
    'people:\n  # of mei\n  mei: Mei <m@acme.example>\n  ben: Ben <b@acme.example>\n\n  ana: Ana <a@acme.example> # A\naors: { x: { title: X, owner: mei } }\n';

  it('sort people with their comments', async () => {
    const { file } = await loadAll({ 'aor.yaml': mixed }, undefined);
    const edits = fixEdits(sortPeople('aor.yaml', file)!, file.sources)!;
    assert.equal(
      applyReplacements(mixed, edits),
      'people:\n  ana: Ana <a@acme.example> # A\n  ben: Ben <b@acme.example>\n\n  # of mei\n  mei: Mei <m@acme.example>\naors: { x: { title: X, owner: mei } }\n',
    );
    const sorted = (await loadAll({ 'aor.yaml': applyReplacements(mixed, edits) }, undefined)).file;
    assert.equal(sortPeople('aor.yaml', sorted), null);
  });

  it('remove all people whom nobody mentions', async () => {
    const { file, problems } = await loadAll({ 'aor.yaml': mixed }, undefined);
    const edits = fixEdits(removeUnusedPeople('aor.yaml', problems, file)!, file.sources)!;
    assert.equal(
      applyReplacements(mixed, edits),
      'people:\n  # of mei\n  mei: Mei <m@acme.example>\n\naors: { x: { title: X, owner: mei } }\n',
    );
    assert.equal(removeUnusedPeople('aor.yaml', [], file), null);
  });
});
