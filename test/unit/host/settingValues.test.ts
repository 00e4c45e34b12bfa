import { strict as assert } from 'node:assert';
import { forgesOf, hasShapeOf, ownershipFileSetting, severitiesOf } from '../../../src/host/settingValues';

describe('the setting aor.file', () => {
  it('of a workspace comes first and may not lead outside the root', () => {
    assert.deepEqual(ownershipFileSetting('/own.yaml', 'team.yaml'), { path: 'team.yaml', mayLeaveRoot: false });
  });

  it('of the user may lead anywhere', () => {
    assert.deepEqual(ownershipFileSetting('/own.yaml', undefined), { path: '/own.yaml', mayLeaveRoot: true });
  });

  it('counts as absent when it is empty or no text', () => {
    assert.equal(ownershipFileSetting('', undefined), null);
    assert.equal(ownershipFileSetting(7, ['aor.yaml']), null);
  });
});

describe('a setting with the wrong type', () => {
  it('is recognised by its default', () => {
    assert.equal(hasShapeOf('yes', true), false);
    assert.equal(hasShapeOf(false, true), true);
    assert.equal(hasShapeOf(['explorer'], []), true);
    assert.equal(hasShapeOf([1], []), false);
    assert.equal(hasShapeOf(null, []), false);
    assert.equal(hasShapeOf({ 'git.acme.example': 'gitlab' }, {}), true);
    for (const wrong of [{ 'git.acme.example': 1 }, ['gitlab'], 'gitlab', null])
      assert.equal(hasShapeOf(wrong, {}), false);
  });
});

describe('the setting aor.forges', () => {
  it('says what hosts run, whatever the case of their names but not of folders; what is no forge says nothing', () => {
    const written = { 'Git.Acme.Example/Lab': 'gitlab', 'code.acme.example': 'gerrit', 'x.example': 'svn' };
    assert.deepEqual(
      [...forgesOf(written)],
      [
        ['git.acme.example/Lab', 'gitlab'],
        ['code.acme.example', 'gerrit'],
      ],
    );
  });
});

describe('The severities that are set', () => {
  it('are those of known codes with a known word', () => {
    const written = { stale: 'warning', 'no-match': 'none', syntax: 'off', toString: 'error', unknown: 'hint' };
    assert.deepEqual(
      [...severitiesOf(written)],
      [
        ['stale', 'warning'],
        ['no-match', 'none'],
      ],
    );
  });
});
