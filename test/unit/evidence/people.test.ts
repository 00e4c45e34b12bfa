import assert from 'node:assert/strict';
import { personFinder } from '../../../src/core';
import { peopleOf } from './peopleOf';

describe('whom a commit means', () => {
  const find = personFinder(
    peopleOf({
      ana: {
        name: 'Ana Ruiz',
        emails: ['ana@acme.dev', 'Ana@Home.example'],
        handles: { github: '@AnaRuiz', 'git.acme.dev': 'ana.ruiz' },
      },
      ben: { name: 'Ben Okri', emails: ['ben@acme.dev'], handles: { gitlab: 'benokri', codeberg: 'ben' } },
      bob: { name: 'Sam Lee', emails: ['bob@acme.dev'], handles: { github: 'same' } },
      sam: { name: 'sam  lee', emails: ['sam@acme.dev'], handles: { gitlab: 'same' } },
    }),
  );
  const table: readonly (readonly [string, string, string | null, string])[] = [
    ['', 'ANA@acme.dev', 'ana', 'an address, whatever its case'],
    ['Ben Okri', 'ana@home.example', 'ana', 'the address before the name'],
    ['', '12345+anaruiz@users.noreply.github.com', 'ana', "GitHub's noreply address"],
    ['', 'anaruiz@users.noreply.github.com', 'ana', "GitHub's old noreply address"],
    ['', '12345-BenOkri@users.noreply.gitlab.com', 'ben', "GitLab's"],
    ['', 'ana.ruiz@users.noreply.git.acme.dev', 'ana', 'that of an own host'],
    ['', 'ben@noreply.codeberg.org', 'ben', "Codeberg's"],
    ['', '1+benokri@users.noreply.github.com', null, 'the handle of another forge'],
    ['anaruiz', '', 'ana', 'a handle alone'],
    ['@ana.ruiz', '', 'ana', 'a handle with @'],
    ['same', '', null, 'a handle that two have'],
    ['anaruiz', 'else@where.example', null, 'a handle as the name of an address'],
    ['ben  OKRI', 'ben@old.example', 'ben', 'a name, where the address is not known'],
    ['Sam Lee', 'lee@old.example', null, 'a name that two have'],
    ['Nobody', 'no@body.example', null, 'nobody'],
    ['', '', null, 'nothing'],
  ];
  for (const [name, email, person, what] of table)
    it(`${person === null ? 'nobody' : person}: ${what}`, () => assert.equal(find({ name, email }), person));

  it('takes the first person of an address that two have', () => {
    const first = personFinder(peopleOf({ a: { emails: ['x@acme.dev'] }, b: { emails: ['x@acme.dev'] } }));
    assert.equal(first({ name: '', email: 'x@acme.dev' }), 'a');
  });
});
