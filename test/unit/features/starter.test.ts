import { strict as assert } from 'node:assert';
import { compileRules, loadOwnership, ownershipOf } from '../../../src/core';
import { starter } from '../../../src/features/createOwnershipFile/starter';
import { memorySource } from '../memorySource';

/** The text with every commented-out line of YAML switched on. */
const switchedOn = starter.replace(/^( *)# ((?: {2}[a-z]+:| {4}|[a-z]+:).*)$/gm, '$1$2');

describe('a new ownership file', () => {
  it('has no errors and no warnings, and every file has an owner', async () => {
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': starter }), null);
    assert.equal(loaded.kind, 'loaded');
    const grave = loaded.problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(grave, []);
    const ownership = ownershipOf(loaded.file, compileRules(loaded.file), 'src/a.ts', { day: '2026-11-01' });
    assert.equal(ownership.state, 'owned');
  });

  it('shows in its comments what is valid as well', async () => {
    const text = switchedOn.replace('aors:', '  other: Other Name <other@example.com>\n\naors:');
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
    assert.equal(loaded.kind, 'loaded');
    assert.deepEqual(
      loaded.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      [],
    );
    assert.deepEqual([...loaded.file.aors.keys()], ['everything', 'docs', 'security']);
    assert.equal(loaded.file.exempt.length, 1);
  });
});
