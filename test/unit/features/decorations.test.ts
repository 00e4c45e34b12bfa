import assert from 'node:assert/strict';
import { compileRules, loadOwnership, ownershipOf } from '../../../src/core';
import { asFolder } from '../../../src/features/decorations/folderAnswer';
import { decorationOf, initialsOf, type DecorationParts } from '../../../src/features/decorations/decorationOf';
import { welcomeState } from '../../../src/features/welcome/welcomeState';
import type { Repository } from '../../../src/host/store';
import { memorySource } from '../memorySource';

const today = { day: '2026-10-10' };
const text = `
version: 1
people: { ana: Ana Ruiz <ana@acme.dev>, ben: Ben Okri <ben@acme.dev> }
aors:
  payments: { title: "Pay\\u202Ements", owner: ana, backup: ben, paths: [pay] }
  search: { title: Search, owner: , paths: [search] }
exempt: [vendor]
`;

async function repository(state: Repository['state'] = 'ok'): Promise<Repository> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  const place: unknown = {};
  const base = place as Repository['base'];
  const hasModel = state === 'ok' || state === 'stale';
  const model = hasModel ? { file: loaded.file, index: compileRules(loaded.file) } : null;
  return { base, entry: base, state, model, sources: [], problems: [], failure: null, tree: null, uncounted: null };
}

async function parts(path: string, state: Repository['state'] = 'ok'): Promise<DecorationParts | undefined> {
  const shop = await repository(state);
  const model = shop.model!;
  const ownership = ownershipOf(model.file, model.index, path, today);
  return decorationOf({ kind: 'ownership', repository: shop, model, ownership }, today);
}

describe('A row of a list of files', () => {
  it('names AOR, owner and backup, with hidden characters shown', async () => {
    assert.deepEqual(await parts('pay/a.ts'), {
      tooltip: 'Pay\\u{202E}ments · Ana Ruiz · backup Ben Okri',
      badge: 'AR',
      color: undefined,
    });
  });

  it('says vacant, unowned and exempt', async () => {
    assert.deepEqual(await parts('search/a.go'), {
      tooltip: 'Search · vacant',
      badge: undefined,
      color: 'aor.vacantForeground',
    });
    assert.deepEqual(await parts('other'), { tooltip: 'unowned', badge: undefined, color: 'aor.unownedForeground' });
    assert.deepEqual(await parts('vendor/a'), { tooltip: 'exempt', badge: undefined, color: undefined });
  });

  it('says when the ownership file has errors', async () => {
    assert.equal((await parts('search/a.go', 'stale'))?.tooltip, 'Search · vacant · ownership file has errors');
    const unreadable = decorationOf({ kind: 'unreadable', repository: await repository('unreadable') }, today);
    assert.equal(unreadable?.tooltip, 'ownership file has errors');
  });

  it('says nothing of the root, of other places, and without an ownership file', async () => {
    assert.equal(await parts(''), undefined);
    assert.equal(decorationOf({ kind: 'elsewhere' }, today), undefined);
    assert.equal(decorationOf({ kind: 'no-file', repository: await repository('none') }, today), undefined);
  });

  it('answers for a folder by what owns everything in it', async () => {
    const shop = await repository();
    const loaded = await loadOwnership(
      memorySource({
        'aor.yaml': `version: 1\ninclude: [services/search/aor.yaml]\npeople: { ana: Ana <a@b.c>, ben: Ben <b@b.c> }\naors: { all: { title: All, owner: ana, paths: ["**", docs] } }\n`,
        'services/search/aor.yaml': 'version: 1\naors: { search: { title: Search, owner: ben, paths: ["**"] } }\n',
      }),
      null,
    );
    assert.ok(loaded.kind === 'loaded');
    const model = { file: loaded.file, index: compileRules(loaded.file) };
    const folder = (path: string): string | undefined => {
      const ownership = ownershipOf(model.file, model.index, path, today);
      const answer = asFolder({ kind: 'ownership', repository: { ...shop, model }, model, ownership }, today);
      return answer && decorationOf(answer, today)?.tooltip;
    };
    assert.equal(folder('services/search'), 'Search · Ben');
    // Nothing has to be looked at on disk where it makes no difference.
    for (const path of ['services', 'docs', 'services/search/index', 'a.ts']) assert.equal(folder(path), undefined);
  });

  it('has initials of the first and the last name', () => {
    const names = {
      'Ana Ruiz': 'AR',
      'ana maría ruiz': 'AR',
      Cher: 'C',
      'Ōe Kenzaburō': 'ŌK',
      '李 明': '李明',
      '???': undefined,
      '': undefined,
      '𝒜 𝒜': '𝒜',
    };
    for (const [name, expected] of Object.entries(names)) assert.equal(initialsOf(name), expected);
  });
});

describe('The welcome text of the empty view', () => {
  it('is one at most', async () => {
    assert.equal(welcomeState(false, []), 'loading');
    assert.equal(welcomeState(true, []), 'none');
    assert.equal(welcomeState(true, [await repository('none')]), 'none');
    assert.equal(welcomeState(true, [await repository('unreadable'), await repository('none')]), 'unreadable');
    assert.equal(welcomeState(true, [await repository('stale')]), null);
    assert.equal(welcomeState(false, [await repository()]), null);
  });
});
