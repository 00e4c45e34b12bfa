import assert from 'node:assert/strict';
import { changeOf, commit, git, repository, write } from './scratch';

const by = (name: string, email: string): string => `--author=${name} <${email}>`;

describe('the authors of a change', () => {
  const emails = async (folder: string, options = {}): Promise<string[]> =>
    (await changeOf(folder, options)).authors.map(({ name, email }) => `${name} <${email}>`);

  function branch(): string {
    const folder = repository({ a: '' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    return folder;
  }

  it('are those of the commits, each once, with co-authors', async () => {
    const folder = branch();
    commit(
      folder,
      'One\n\nCo-authored-by: Ben Okri <Ben@shop.example>\nco-authored-by: broken',
      by('Ana', 'ana@shop.example'),
    );
    commit(folder, 'Two\n\nCO-AUTHORED-BY:Kit <kit@shop.example>\n\n* squashed', by('Ana R', 'ANA@shop.example'));
    assert.deepEqual(await emails(folder), [
      'Ana R <ANA@shop.example>',
      'Kit <kit@shop.example>',
      'Ben Okri <Ben@shop.example>',
    ]);
  });

  it('hold whoever works here, first, where something is not committed', async () => {
    const folder = branch();
    commit(folder, 'One', by('Ana', 'ana@shop.example'));
    assert.deepEqual(await emails(folder), ['Ana <ana@shop.example>']);
    write(folder, { new: '' });
    assert.deepEqual(await emails(folder), ['Zoe <zoe@shop.example>', 'Ana <ana@shop.example>']);
    assert.deepEqual(await emails(folder, { scope: 'workingTree' }), ['Zoe <zoe@shop.example>']);
    git(folder, 'config', '--unset', 'user.email');
    assert.deepEqual(await emails(folder), ['Ana <ana@shop.example>']);
  });

  it('are who `.mailmap` says they are', async () => {
    const folder = repository({ '.mailmap': 'Ana Ruiz <ana@shop.example> <ana@home.example>\n' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    git(folder, 'config', 'user.email', 'ANA@home.example');
    commit(folder, 'One\n\nCo-authored-by: A <ana@home.example>', by('A', 'ana@home.example'));
    write(folder, { new: '' });
    assert.deepEqual(await emails(folder), ['Ana Ruiz <ana@shop.example>']);
  });

  it('do not become others by a change of `.mailmap`', async () => {
    const folder = repository({ '.mailmap': 'Ana Ruiz <ana@shop.example> <ana@home.example>\n' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { '.mailmap': 'Nobody <nobody@shop.example> <ana@home.example>\n' });
    commit(folder, 'One', by('A', 'ana@home.example'));
    assert.deepEqual(await emails(folder), ['Nobody <nobody@shop.example>', 'Ana Ruiz <ana@shop.example>']);
    assert.deepEqual(await emails(folder, { isForeign: true }), ['Ana Ruiz <ana@shop.example>']);
  });

  it('do not become somebody who reviews by a `.mailmap` that only the change has', async () => {
    const folder = branch();
    write(folder, { '.mailmap': 'Ben Okri <ben@shop.example> <eve@home.example>\n' });
    commit(folder, 'One\n\nCo-authored-by: E <EVE@home.example>', by('Eve', 'eve@home.example'));
    assert.deepEqual(await emails(folder), ['Ben Okri <ben@shop.example>', 'Eve <eve@home.example>']);
    assert.deepEqual(await emails(folder, { isForeign: true }), ['Eve <eve@home.example>']);
  });
});
