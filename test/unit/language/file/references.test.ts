import assert from 'node:assert/strict';
import { referencesAt } from '../../../../src/core';
import { marked, written, type MarkedTexts } from './marked';

function references(texts: MarkedTexts | string, withDefinition: boolean): string[] {
  const { files, file, offset } = marked(texts);
  return referencesAt(files, file, offset, withDefinition).map((at) => written(files, at));
}

const cases: readonly (readonly [
  title: string,
  texts: MarkedTexts | string,
  definitions: readonly string[],
  mentions: readonly string[],
])[] = [
  [
    'a person under every key',
    'people:\n  an‸a: { manager: ana }\nteams:\n  t: { lead: ana, members: [ana] }\naors:\n  p: { owner: ana, past: [{ owner: ana }], handover: { to: ana } }\n',
    ['aor.yaml:2 ana'],
    ['aor.yaml:2 ana', 'aor.yaml:4 ana', 'aor.yaml:4 ana', 'aor.yaml:6 ana', 'aor.yaml:6 ana', 'aor.yaml:6 ana'],
  ],
  [
    'from a mention, over all files',
    {
      'aor.yaml': 'people:\n  ana: Ana\naors: { p: { owner: ana } }\n',
      'x/aor.yaml': 'aors:\n  q: { backup: [ana‸] }\n',
    },
    ['aor.yaml:2 ana'],
    ['aor.yaml:3 ana', 'x/aor.yaml:2 ana'],
  ],
  [
    'an AOR: parents and wishes, not the team of the same id',
    'people: { ana: { wants: [x] } }\nteams: { x: {} }\naors:\n  x‸: {}\n  y: { parent: x, team: x }\n',
    ['aor.yaml:4 x'],
    ['aor.yaml:1 x', 'aor.yaml:5 x'],
  ],
  [
    'a role: where its duties are mentioned',
    'people: { ana: { wants: [lead.hire] } }\nroles:\n  le‸ad: { duties: { hire: {} } }\n  other: { duties: { hire: {} } }\n',
    ['aor.yaml:3 lead'],
    ['aor.yaml:1 lead'],
  ],
  [
    'a duty: that of its role only',
    'people: { ana: { wants: [lead.hire, other.hire] } }\nroles:\n  lead: { duties: { hire: {} } }\n  other: { duties: { hi‸re: {} } }\n',
    ['aor.yaml:4 hire'],
    ['aor.yaml:1 hire'],
  ],
  ['an id nobody defines', 'aors: { p: { owner: an‸a, backup: ana } }\n', [], ['aor.yaml:1 ana', 'aor.yaml:1 ana']],
  [
    'an id written with escapes',
    'people:\n  ana‸: Ana\naors: { p: { owner: "\\x61na" } }',
    ['aor.yaml:2 ana'],
    ['aor.yaml:3 "\\x61na"'],
  ],
  [
    'half-typed text',
    'people:\n  ana‸: Ana\n  be\naors:\n  p:\n    backup: [ana,\n  q:\n    owner: ana\n',
    ['aor.yaml:2 ana'],
    ['aor.yaml:6 ana', 'aor.yaml:8 ana'],
  ],
  ['what is no id', 'aors: { p: { title: an‸a } }', [], []],
  ['a text that is no map', '- an‸a', [], []],
];

describe('the references to', () => {
  for (const [title, texts, definitions, mentions] of cases)
    it(title, () => {
      assert.deepEqual(references(texts, false), mentions);
      assert.deepEqual(references(texts, true).sort(), [...definitions, ...mentions].sort());
    });
});
