import assert from 'node:assert/strict';
import { isBot, joinWorkers } from '../../../src/core/propose/workers';

const joined = (...people: readonly (readonly [name: string, email: string])[]) =>
  joinWorkers(
    people.map(([name, email]) => ({ name, email })),
    people.map((_, at) => people.length - at),
  ).workers;

describe('authors', () => {
  it('are one person with one address, or with one name of two words', () => {
    const workers = joined(['Ana Diaz', 'ana@a.example'], ['ana diaz', 'ana@b.example'], ['ad', 'ANA@b.example']);
    assert.deepEqual(
      workers.map(({ name, emails }) => [name, emails]),
      [['Ana Diaz', ['ana@a.example', 'ana@b.example']]],
    );
  });

  it('are not one person by a first name alone', () => {
    assert.equal(joined(['Ana', 'ana@a.example'], ['Ana', 'ana@b.example']).length, 2);
  });

  it('have handles from noreply addresses, and no such addresses', () => {
    const [worker] = joined(
      ['Ana Diaz', '12+anad@users.noreply.github.com'],
      ['Ana Diaz', '34-adiaz@users.noreply.gitlab.com'],
      ['Ana Diaz', 'ana@noreply.git.acme.example'],
    );
    assert.ok(worker !== undefined);
    assert.deepEqual(worker.emails, []);
    assert.deepEqual(
      [...worker.handles],
      [
        ['github', 'anad'],
        ['gitlab', 'adiaz'],
        ['git.acme.example', 'ana'],
      ],
    );
  });

  const authors: readonly (readonly [string, string, boolean])[] = [
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', true],
    ['Renovate Bot', 'bot@renovateapp.com', true],
    ['github-actions', 'actions@github.com', true],
    ['GitLab token', 'project_12_bot_34@noreply.gitlab.com', true],
    ['Ana Talbot', 'talbot@a.example', false],
    ['Bo Botero', 'botero@a.example', false],
  ];
  for (const [name, email, is] of authors)
    it(`${name} is ${is ? 'a program' : 'a person'}`, () => assert.equal(isBot({ name, email }), is));
});
