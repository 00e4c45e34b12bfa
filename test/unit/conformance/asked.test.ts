/** The cases of *Who is asked*, through core. */
import assert from 'node:assert/strict';
import { loadOwnership, whoIsAsked, type Today } from '../../../src/core';
import cases from '../../data/conformance/asked.json';
import { memorySource } from '../memorySource';

interface Case {
  readonly name: string;
  readonly today: string;
  readonly aor: string;
  readonly authors: readonly string[];
  readonly busy?: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly expect: {
    readonly person: string | null;
    readonly as: string | null;
    readonly code: string;
    readonly of?: string;
    readonly warnings?: readonly string[];
    readonly vacant?: string;
  };
  readonly named?: readonly string[];
}

const todayOf = (text: string): Today => (text.includes('T') ? { instant: Date.parse(text) } : { day: text });

describe('who is asked: conformance', () => {
  for (const theCase of cases as readonly Case[]) {
    it(theCase.name, async () => {
      const loaded = await loadOwnership(memorySource(theCase.files), null);
      assert.ok(loaded.kind === 'loaded');
      const aor = loaded.file.aors.get(theCase.aor);
      assert.ok(aor !== undefined);
      const { candidate, code, vacancy, named } = whoIsAsked(loaded.file, aor, {
        authors: new Set(theCase.authors),
        busy: new Set(theCase.busy),
        today: todayOf(theCase.today),
      });
      const found = {
        person: candidate?.person.id ?? null,
        as: candidate?.as ?? null,
        code,
        of: candidate === null || candidate.of === aor ? null : candidate.of.id,
        warnings: candidate?.warnings ?? [],
        vacant: vacancy,
      };
      assert.deepEqual(found, { of: null, warnings: [], vacant: null, ...theCase.expect });
      if (theCase.expect.person === null)
        assert.deepEqual(
          named.map(({ id }) => id),
          theCase.named ?? [],
        );
    });
  }
});
