import { strict as assert } from 'node:assert';
import { mentionOf, whoToMention } from '../../../src/features/copyMention/mention';
import { answerFor, today } from './answerFor';

const file = `version: 1
people:
  ana:
    name: Ana Ruiz
    email: [ana@acme.dev, ana@home.example]
    handles: { github: anaruiz, git.acme.dev: ana.ruiz, gitlab: "@ana" }
    away: { from: 2026-10-30 }
  ben: { name: Ben Okri }
aors:
  held: { title: Held, owner: ana, backup: ben, paths: [held] }
  vacant: { title: Vacant, backup: ben, paths: [vacant] }
  nobodys: { title: Nobody's, paths: [nobodys] }
`;

describe('the mention of a person', () => {
  const ana = async () => (await answerFor(file, 'held')).model.file.people.get('ana')!;

  it('is the handle on the host of the remote', async () => {
    assert.equal(mentionOf(await ana(), 'github.com'), '@anaruiz');
    assert.equal(mentionOf(await ana(), 'git.acme.dev'), '@ana.ruiz');
    assert.equal(mentionOf(await ana(), 'gitlab.com'), '@ana');
  });

  it('is name and first address where the host is not known', async () => {
    assert.equal(mentionOf(await ana(), undefined), 'Ana Ruiz <ana@acme.dev>');
    assert.equal(mentionOf(await ana(), 'codeberg.org'), 'Ana Ruiz <ana@acme.dev>');
  });

  it('is the name where there is nothing else', async () => {
    assert.equal(mentionOf((await answerFor(file, 'held')).model.file.people.get('ben')!, 'github.com'), 'Ben Okri');
  });
});

describe('who is mentioned for an AOR', () => {
  const mentioned = async (path: string) => {
    const { model, ownership } = await answerFor(file, path);
    assert.ok('aor' in ownership);
    return whoToMention(model.file, ownership.aor, today)?.id ?? null;
  };

  it('is the owner, away or not', async () => {
    assert.equal(await mentioned('held'), 'ana');
  });

  it('is who is asked instead where nobody holds it', async () => {
    assert.equal(await mentioned('vacant'), 'ben');
  });

  it('is nobody where nobody can be asked', async () => {
    assert.equal(await mentioned('nobodys'), null);
  });
});
