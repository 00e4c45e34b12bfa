import assert from 'node:assert/strict';
import { identitiesIn, trailerPeople } from '../../../src/core/review/evidence/trailers';

const written = (value: string): string[] => identitiesIn(value).map(({ name, email }) => `${name}|${email}`);

describe('people in trailers', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Ana Ruiz <ana@acme.dev>', ['Ana Ruiz|ana@acme.dev']],
    ['Ana Ruiz <ana@acme.dev>, Ben Okri <ben@acme.dev>', ['Ana Ruiz|ana@acme.dev', 'Ben Okri|ben@acme.dev']],
    ['Ana <ana@acme.dev> and Ben <ben@acme.dev>', ['Ana|ana@acme.dev', 'Ben|ben@acme.dev']],
    ['Ana <ana@acme.dev> (driver) & Ben <ben@acme.dev> [benokri]', ['Ana|ana@acme.dev', 'Ben|ben@acme.dev']],
    ['Andy And <andy@acme.dev>', ['Andy And|andy@acme.dev']],
    ['"Tan, Mei" <mei@acme.dev>', ['Tan, Mei|mei@acme.dev']],
    ['Tan, Mei <mei@acme.dev>', ['Tan, Mei|mei@acme.dev']],
    ['<ana@acme.dev>', ['|ana@acme.dev']],
    ['Ana <ana@acme.dev', ['Ana|ana@acme.dev']],
    ['ana@acme.dev', ['|ana@acme.dev']],
    ['ana@acme.dev, ben@acme.dev', ['|ana@acme.dev', '|ben@acme.dev']],
    ['anaruiz', ['anaruiz|']],
    ['@anaruiz, @benokri', ['@anaruiz|', '@benokri|']],
    ['Ana Ruiz', ['Ana Ruiz|']],
    ['Zoë\u00a0Ødegård  <z@acme.dev>', ['Zoë Ødegård|z@acme.dev']],
    ['https://review.acme.dev/c/shop/+/17', []],
    ['', []],
    ['<>', []],
  ];
  for (const [value, people] of table)
    it(`reads ${JSON.stringify(value)}`, () => assert.deepEqual(written(value), people));

  it('counts reviews of every kind, whatever their case, once, and no tests', () => {
    const { reviewers, coAuthors } = trailerPeople(
      [
        'Take the money (#7)',
        '',
        'Reviewed-By: Ana Ruiz <ana@acme.dev>',
        'Reviewed-by: Ana Ruiz <ANA@acme.dev>',
        '* more of the squash',
        'Acked-by: Ben Okri <ben@acme.dev>\r',
        'Approved-by : Mei <mei@acme.dev>,',
        '   Gil <gil@acme.dev>',
        'Reviewed-on: https://review.acme.dev/c/shop/+/17',
        'Tested-by: Tess <tess@acme.dev>',
        'Signed-off-by: Sig <sig@acme.dev>',
        '> Reviewed-by: Quoted <quoted@acme.dev>',
        'Co-authored-by: Cole <12+cole@users.noreply.github.com>',
      ].join('\n'),
    );
    assert.deepEqual(
      reviewers.map(({ email }) => email.toLowerCase()),
      ['ana@acme.dev', 'ben@acme.dev', 'mei@acme.dev', 'gil@acme.dev'],
    );
    assert.deepEqual(coAuthors, [{ name: 'Cole', email: '12+cole@users.noreply.github.com' }]);
  });

  it('takes long messages in proportion', () => {
    const message = `${'Reviewed-by: '.repeat(50_000)}\n${' \t'.repeat(50_000)}\n${'<'.repeat(50_000)}\nReviewed-by: <a@b>${'x'.repeat(500_000)}`;
    const started = performance.now();
    trailerPeople(message);
    assert.ok(performance.now() - started < 2_000);
  });
});
