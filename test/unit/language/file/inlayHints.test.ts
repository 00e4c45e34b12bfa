import assert from 'node:assert/strict';
import { inlayHints, loadOwnership, namesOf, writtenFile } from '../../../../src/core';
import { memorySource } from '../../memorySource';

const names = `people:
  ana: Ana Ruiz <a@x.dev>
  ben: { name: Ben }
  bad: { name: "A\\u202E\\nB" }
teams: { web: { name: Web team } }
aors: { pay: { title: Payments } }
roles: { lead: { title: Lead, duties: { hire: { title: Hiring, fit: green } } } }
`;

/** The text with its hints between `«»`. The names are those of a model that is older. */
async function hinted(text: string, from = 0, to = text.length): Promise<string> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': names }), null);
  assert.equal(loaded.kind, 'loaded');
  const file = writtenFile({ path: 'a/aor.yaml', base: 'a', text });
  const hints = inlayHints(file, namesOf(loaded.file), { start: from, end: to });
  return [...hints]
    .sort((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, text: hint }) => `${rest.slice(0, offset)}«${hint}»${rest.slice(offset)}`, text);
}

const cases: readonly (readonly [title: string, text: string, expected: string])[] = [
  ['people', 'aors: { p: { owner: ana } }', 'aors: { p: { owner: ana«Ana Ruiz» } }'],
  ['not where the name says no more than the id', 'aors: { p: { owner: ben } }', 'aors: { p: { owner: ben } }'],
  [
    'teams and parents',
    'aors: { p: { team: web, parent: pay } }',
    'aors: { p: { team: web«Web team», parent: pay«Payments» } }',
  ],
  ['duties, once', 'people: { x: { wants: [lead.hire] } }', 'people: { x: { wants: [lead.hire«Hiring»] } }'],
  [
    'quotes',
    'aors: { p: { backup: ["ana", \'ana\'] } }',
    'aors: { p: { backup: ["ana"«Ana Ruiz», \'ana\'«Ana Ruiz»] } }',
  ],
  ['no definition', 'people: { ana: {} }', 'people: { ana: {} }'],
  ['nobody unknown', 'aors: { p: { owner: zoe } }', 'aors: { p: { owner: zoe } }'],
  ['names that hold what is not seen', 'aors: { p: { owner: bad } }', 'aors: { p: { owner: bad«A\\u{202E}\\nB» } }'],
  [
    'half-typed text',
    'aors:\r\n  é:\r\n    backup: [ana,\r\n  q:\r\n    own\r\n',
    'aors:\r\n  é:\r\n    backup: [ana«Ana Ruiz»,\r\n  q:\r\n    own\r\n',
  ],
];

describe('behind ids stand', () => {
  for (const [title, text, expected] of cases) it(title, async () => assert.equal(await hinted(text), expected));

  it('hints of the lines that are shown, and no others', async () => {
    const text = 'aors:\n  p: { owner: ana }\n  q: { owner: ana }\n';
    const line = text.indexOf('  q');
    assert.equal(await hinted(text, line, text.length), 'aors:\n  p: { owner: ana }\n  q: { owner: ana«Ana Ruiz» }\n');
  });
});
