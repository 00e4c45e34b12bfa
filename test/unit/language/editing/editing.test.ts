import assert from 'node:assert/strict';
import { healthProblems } from '../../../../src/core';
import { loadAll } from '../fixes/goldens';
import { day, editingGoldens, outcomeOf, textsAfter } from './goldens';

const all = editingGoldens();

describe('editing commands', () => {
  for (const golden of all) {
    const { command, name, said, before, after } = golden;
    it(`${command}: ${name}`, async () => {
      const { file, problems } = await loadAll(before, undefined);
      const { result, effect } = outcomeOf(golden, file);
      const made = textsAfter(golden, file, result);
      assert.deepEqual(made, said.get('refused') ?? after);
      assert.equal(effect, said.get('effect') ?? null);
      if (typeof made === 'string') return;
      // Whatever a command writes can be read, and is nothing to be corrected.
      const then = await loadAll(made, undefined);
      const errors = then.problems.filter(({ severity }) => severity === 'error');
      const errorsBefore = problems.filter(({ severity }) => severity === 'error');
      assert.ok(errors.length <= errorsBefore.length, errors.map(({ message }) => message).join(' '));
    });
  }

  it('have at least eight cases each, with an included file, both line ends and half-typed text', () => {
    for (const command of new Set(all.map((golden) => golden.command))) {
      const own = all.filter((golden) => golden.command === command);
      assert.ok(own.length >= 8, command);
      assert.ok(
        own.some(({ said }) => said.has('crlf')),
        `${command}: line ends`,
      );
      assert.ok(
        own.some(({ before }) => Object.keys(before).length > 1),
        `${command}: included`,
      );
      assert.ok(
        own.some(({ name }) => name.startsWith('half-typed')),
        `${command}: half-typed`,
      );
      assert.ok(
        own.some(({ before }) => before['aor.yaml']?.startsWith('\uFEFF')),
        `${command}: byte order mark`,
      );
      assert.ok(
        own.some(({ name }) => name.includes('in brackets')),
        `${command}: brackets`,
      );
    }
  });

  it('leave nothing stale once all is confirmed', async () => {
    const golden = all.find(({ command, name }) => command === 'confirm' && name === 'all of somebody')!;
    const staleIn = async (texts: Readonly<Record<string, string>>): Promise<string[]> => {
      const { file } = await loadAll(texts, undefined);
      return healthProblems(file, { day })
        .filter(({ code }) => code === 'stale' || code === 'unconfirmed')
        .map(({ message }) => message.replace(/^.*(One|Two|Three|Four).*$/, '$1'));
    };
    assert.deepEqual(await staleIn(golden.before), ['One', 'Two', 'Three', 'Four']);
    assert.deepEqual(await staleIn(golden.after), ['Three']);
  });
});
