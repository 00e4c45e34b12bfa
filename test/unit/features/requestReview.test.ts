import { strict as assert } from 'node:assert';
import type { Person } from '../../../src/core';
import { contactOf } from '../../../src/features/requestReview/choices';
import { trailerOf, withTrailers } from '../../../src/features/requestReview/trailers';

const person = (emails: readonly string[], chat: string | null = null, name = 'Ana Ruiz'): Person =>
  ({ id: 'ana', name, emails, chat }) as unknown as Person;

describe('the lines of a commit message that name people to ask', () => {
  const cc = ['Cc: Ana Ruiz <ana@acme.dev>', 'Cc: Ben Okri <ben@acme.dev>'];

  it('stand below what is there, after a blank line, and once', () => {
    const once = withTrailers('Charge once\n', cc);
    assert.equal(once, `Charge once\n\n${cc.join('\n')}`);
    assert.equal(withTrailers(once, cc), once);
  });

  it('join the trailers that are there', () => {
    const message = 'Charge once\n\nWhy.\n\nFixes: #12\nCc: ana ruiz <ANA@acme.dev>';
    assert.equal(withTrailers(message, cc), `${message}\nCc: Ben Okri <ben@acme.dev>`);
  });

  it('are parted from a title that looks like one', () => {
    assert.equal(withTrailers('fix: charge once', cc.slice(0, 1)), `fix: charge once\n\n${cc[0]}`);
  });

  it('leave room for the title where nothing is there', () => {
    assert.equal(withTrailers('', cc.slice(0, 1)), `\n\n${cc[0]}`);
  });

  it('are one line each, whatever a name holds, and need an address', () => {
    assert.equal(trailerOf(person(['a@b.c'], null, 'Ana\nSigned-off-by: <x@y.z>'))?.includes('\n'), false);
    assert.equal(trailerOf(person([])), null);
    assert.equal(trailerOf(person(['a> <b@c.d'])), null);
  });
});

describe('where somebody can be reached', () => {
  it('is the chat, else the first address', () => {
    assert.equal(contactOf(person(['ana@acme.dev'], 'https://chat.acme.dev/ana')), 'https://chat.acme.dev/ana');
    assert.equal(contactOf(person(['ana@acme.dev'])), 'mailto:ana@acme.dev');
    assert.equal(contactOf(person([])), null);
  });

  it('is never a program, a file or a command', () => {
    for (const chat of ['file:///etc/passwd', 'command:workbench.action.quit', 'javascript:alert(1)', 'slack://x'])
      assert.equal(contactOf(person([], chat)), null);
  });
});
