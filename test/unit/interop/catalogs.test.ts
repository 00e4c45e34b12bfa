import assert from 'node:assert/strict';
import { compileRules, importForeign, type OwnershipFile } from '../../../src/core';
import { readBackstage } from '../../../src/core/interop/backstage';
import type { ForeignFile, ForeignReader } from '../../../src/core/interop/foreign';
import { readMots } from '../../../src/core/interop/mots';

async function imported(read: ForeignReader, files: readonly ForeignFile[], tree: readonly string[]) {
  const foreign = read(files, tree);
  const { file, text } = await importForeign(foreign, tree, 'a test', undefined);
  const index = compileRules(file);
  const whose = (path: string): string => {
    const { decision } = index.explain(path);
    return decision.kind === 'area' ? `${decision.winner.aor.title}: ${namesOf(file, decision.winner.aor.id)}` : '';
  };
  return { foreign, text, whose, file };
}

function namesOf({ aors, people, teams }: OwnershipFile, id: string): string {
  const aor = aors.get(id);
  const held = [aor?.owner, ...(aor?.backups ?? [])].flatMap((ref) => people.get(ref?.id ?? '')?.name ?? []);
  return [...held, ...(aor?.teams ?? []).flatMap((ref) => teams.get(ref.id)?.name ?? [])].join(', ');
}

const mots = `repo: shop
people:
  - &ana { bmo_id: 1, name: Ana Ruiz, nick: ana }
  - &ben { bmo_id: 2, name: Ben Okri, nick: ben }
  - &cleo { bmo_id: 3, nick: cleo }
modules:
  - name: Payments
    description: Money
    includes: [pay/**/*, '*.money']
    excludes: [pay/gen/**/*]
    owners: [*ana]
    peers: [*ben]
    meta: { group: pay-dev, url: https://wiki.example/pay, owners_emeritus: [*cleo] }
    submodules:
      - name: Refunds
        includes: [pay/refunds/**/*]
        owners: [*cleo]
      - name: No paths
        owners: [*cleo]
  - name: Docs
    includes: [docs/*, 'x[0-2].md']
    owners: [*ben]
`;

describe('mots.yaml of Mozilla', () => {
  const tree = ['pay/a', 'pay/b/c', 'pay/gen/x', 'pay/refunds/d', 'docs/a', 'docs/b/c', 'x1.md', 'x3.md', 'a.money'];

  it('gives each file to the module that names it most exactly, its peers behind its owners', async () => {
    const { whose, file } = await imported(readMots, [{ path: 'mots.yaml', text: mots }], tree);
    assert.deepEqual(
      tree.map((path) => whose(path)),
      [
        ...['Payments: Ana Ruiz, Ben Okri', 'Payments: Ana Ruiz, Ben Okri', '', 'Refunds: cleo, Ben Okri'],
        ...['Docs: Ben Okri', '', 'Docs: Ben Okri', '', 'Payments: Ana Ruiz, Ben Okri'],
      ],
    );
    assert.equal(file.aors.get('refunds')?.parent?.id, 'payments');
    assert.equal(file.aors.get('payments')?.contact, 'pay-dev');
  });

  it('lists what it leaves out, and keeps the readable rest of a broken file', async () => {
    const { foreign } = await imported(readMots, [{ path: 'mots.yaml', text: mots }], tree);
    assert.deepEqual(
      foreign.lost.map(({ why }) => why),
      ['It names no paths of its own.'],
    );
    const broken = `modules:\n  - name: A\n    includes: [a/**/*]\n    owners: [{ nick: ana }]\n  - name: [\n`;
    const rest = await imported(readMots, [{ path: 'mots.yaml', text: broken }], ['a/x']);
    assert.equal(rest.whose('a/x'), 'A: ana');
    assert.ok(rest.foreign.lost.length > 0);
  });

  it('takes anything for a text', () => {
    for (const text of ['', '[]', 'modules: 3', 'modules: [3, [], {}]', 'a: &a [*a]', '\0', 'modules:\n - *nobody'])
      assert.deepEqual(readMots([{ path: 'mots.yaml', text }], []).aors, [], text);
  });
});

const component = (name: string, owner: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  description: The ${name}\nspec:\n  owner: ${owner}\n`;

describe('catalog-info.yaml of Backstage', () => {
  const people = `kind: Group\nmetadata: { name: payments }\nspec: { profile: { displayName: Payments Team }, members: [ana] }\n---\nkind: User\nmetadata: { name: ana }\nspec: { profile: { displayName: Ana Ruiz, email: ana@shop.example } }\n`;
  const files = [
    { path: 'catalog-info.yaml', text: `${people}---\n${component('shop', 'user:default/ana')}` },
    {
      path: 'pay/catalog-info.yaml',
      text: `${component('pay', 'group:default/payments')}---\n${component('pay-api', 'payments')}`,
    },
    { path: 'a b/[x]/catalog-info.yaml', text: component('odd', 'ghosts') },
  ];

  it('gives a folder to the owner of what is described in it', async () => {
    const { whose, file, foreign } = await imported(readBackstage, files, []);
    assert.equal(whose('README.md'), 'shop: Ana Ruiz');
    assert.equal(whose('pay/x/y'), 'pay: Payments Team');
    assert.equal(whose('a b/[x]/y'), 'odd: ghosts');
    assert.equal(file.aors.get('pay')?.parent?.id, 'shop');
    assert.deepEqual(
      [...(file.teams.get('payments')?.members ?? [])].map(({ id }) => id),
      ['ana-ruiz'],
    );
    assert.deepEqual(
      foreign.lost.map(({ file: path, line, why }) => [path, line, why]),
      [['pay/catalog-info.yaml', 9, 'The folder is pay: pay-api has no paths of its own.']],
    );
  });

  it('takes anything for a text', () => {
    for (const text of ['', 'kind: Component', '{', '---\n---', component('__proto__', '')])
      assert.ok(Array.isArray(readBackstage([{ path: 'catalog-info.yaml', text }], []).aors), text);
  });
});
