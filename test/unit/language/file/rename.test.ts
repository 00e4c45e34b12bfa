import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renameAt, renameTo, writtenFile, type TextEdit, type WrittenFile } from '../../../../src/core';
import { marked, type MarkedTexts } from './marked';

const applied = (files: readonly WrittenFile[], edits: readonly TextEdit[]): WrittenFile[] =>
  files.map((file) => {
    const mine = edits.filter(({ at }) => at.file === file.path).sort((a, b) => b.at.start - a.at.start);
    const text = mine.reduce(
      (rest, { at, text: put }) => rest.slice(0, at.start) + put + rest.slice(at.end),
      file.text,
    );
    return writtenFile({ path: file.path, base: file.base, text });
  });

/** The texts after the rename, or why there is none. */
function renamed(texts: MarkedTexts | string, newId: string): string | Record<string, string> {
  const { files, file, offset } = marked(texts);
  const result = renameTo(files, file, offset, newId);
  if (result.kind === 'refused') return result.message;
  const after = applied(files, result.edits);
  return typeof texts === 'string' ? after[0]!.text : Object.fromEntries(after.map(({ path, text }) => [path, text]));
}

const done: readonly (readonly [
  title: string,
  texts: MarkedTexts | string,
  newId: string,
  expected: string | Record<string, string>,
])[] = [
  [
    'from the key',
    'people:\n  an‸a: Ana ana\naors: { p: { title: ana, owner: ana } }',
    'anna',
    'people:\n  anna: Ana ana\naors: { p: { title: ana, owner: anna } }',
  ],
  [
    'from a mention',
    'people: { ana: Ana }\naors: { p: { owner: ana‸ } }',
    'a1',
    'people: { a1: Ana }\naors: { p: { owner: a1 } }',
  ],
  [
    'with quotes and comments as they are',
    'people: { "ana": A } # ana\naors:\n  p: { backup: [\'ana‸\', "ana"] }',
    'b-c',
    'people: { "b-c": A } # ana\naors:\n  p: { backup: [\'b-c\', "b-c"] }',
  ],
  [
    'over all files',
    { 'aor.yaml': 'people: { ana: A }', 'x/aor.yaml': 'teams: { t: { lead: a‸na } }' },
    'anna',
    { 'aor.yaml': 'people: { anna: A }', 'x/aor.yaml': 'teams: { t: { lead: anna } }' },
  ],
  [
    'of a role, with its duties',
    'people: { a: { wants: [lead.hire] } }\nroles: { le‸ad: { duties: { hire: {} } } }',
    'boss',
    'people: { a: { wants: [boss.hire] } }\nroles: { boss: { duties: { hire: {} } } }',
  ],
  [
    'of a duty, from where it is wanted',
    'people: { a: { wants: "lead.hi‸re" } }\nroles: { lead: { duties: { hire: {} } }, x: { duties: { hire: {} } } }',
    'find',
    'people: { a: { wants: "lead.find" } }\nroles: { lead: { duties: { find: {} } }, x: { duties: { hire: {} } } }',
  ],
  [
    'of an AOR, not of the person of this id',
    'people: { a: A }\naors: { a‸: { owner: a }, b: { parent: a } }',
    'c',
    'people: { a: A }\naors: { c: { owner: a }, b: { parent: c } }',
  ],
  [
    'of an id that is not allowed',
    'people: { "Ana R‸": A }\naors: { p: { owner: Ana R } }',
    'ana',
    'people: { "ana": A }\naors: { p: { owner: ana } }',
  ],
  [
    'of one written with escapes',
    'people: { ana‸: A }\naors: { p: { owner: "\\x61na" } }',
    'ben',
    'people: { ben: A }\naors: { p: { owner: "ben" } }',
  ],
  [
    'in entries that have errors',
    'people: { ana‸: { manager: ana } }\naors: { p: { handover: { to: ana } } }',
    'ben',
    'people: { ben: { manager: ben } }\naors: { p: { handover: { to: ben } } }',
  ],
  [
    'in half-typed text',
    'people:\r\n  ana‸: Ána\r\n  be\r\naors:\r\n  p: { owner: ana, backup: [ana\r\n',
    'b',
    'people:\r\n  b: Ána\r\n  be\r\naors:\r\n  p: { owner: b, backup: [b\r\n',
  ],
  ['to the same id', 'people: { an‸a: A }', 'ana', 'people: { ana: A }'],
];

const refused: readonly (readonly [title: string, texts: MarkedTexts | string, newId: string, expected: RegExp])[] = [
  ['what is no id', 'aors: { p: { title: an‸a } }', 'b', /^Only the ids of people/],
  ['a key', 'people‸: { ana: A }', 'b', /^Only the ids/],
  ['an id nobody defines', 'aors: { p: { owner: an‸a } }', 'b', /^No person has the id "ana"/],
  ['to what is no id', 'people: { an‸a: A }', 'Ana Ruiz', /^The id "Ana Ruiz" is not lower-case/],
  ['to nothing', 'people: { an‸a: A }', '', /^The id "" is not/],
  ['to a reserved word', 'people: { an‸a: A }', 'yes', /is a reserved word/],
  [
    'to an id that is taken',
    { 'aor.yaml': 'people: { an‸a: A }', 'x/aor.yaml': 'people: { ben: B }' },
    'ben',
    /^Another person has the id "ben", in x\/aor.yaml\./,
  ],
  ['of a duty to one of its role', 'roles: { r: { duties: { a‸: {}, b: {} } } }', 'b', /^Another duty of this role/],
  [
    'to an id that others mean already',
    'people: { an‸a: A }\naors: { p: { owner: ben } }',
    'ben',
    /^"ben" is mentioned in aor.yaml though/,
  ],
];

describe('a rename', () => {
  for (const [title, texts, newId, expected] of done)
    it(`is done ${title}`, () => assert.deepEqual(renamed(texts, newId), expected));

  for (const [title, texts, newId, expected] of refused)
    it(`is refused: ${title}`, () =>
      assert.match(JSON.stringify(renamed(texts, newId)).replaceAll('\\"', '"').slice(1), expected));

  it('begins with the characters of the id', () => {
    const { files, file, offset } = marked('people: { "an‸a": A }');
    const found = renameAt(files, file, offset);
    assert.equal(found.kind === 'id' && file.text.slice(found.id.at.start, found.id.at.end), 'ana');
  });
});

const names = ['a', 'b', 'c1', 'd-e'];
const quotes = ['', '"', "'"] as const;
/** A mention of an id that is defined, in some quotes. */
const mention = (ids: readonly string[]) =>
  fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...quotes)).map(([id, quote]) => `${quote}${id}${quote}`);
const lineEnd = fc.constantFrom('\n', '\r\n');

/** Two files with people, teams, AORs and duties that mention each other, some of them half-typed. */
const pairs = fc
  .record({
    eol: lineEnd,
    owners: fc.array(mention(names), { minLength: 3, maxLength: 3 }),
    members: fc.array(mention(names), { maxLength: 4 }),
    wants: fc.array(mention(['a', 'b', 'r.a', 'r.b']), { maxLength: 3 }),
    end: fc.constantFrom('', '  x: { owner: a, backup: [b', '  # a', '  half', '  "'),
  })
  .map(({ eol, owners, members, wants, end }) => {
    const join = (...lines: string[]): string => lines.join(eol);
    return [
      {
        path: 'aor.yaml',
        base: '',
        text: join(
          'people:',
          ...names.map((id) => `  ${id}: { name: É ${id}, manager: ${owners[0]!}, wants: [${wants.join(', ')}] }`),
          'roles: { r: { holders: a, duties: { a: {}, b: {} } } }',
          'aors:',
          `  a: { owner: ${owners[1]!}, team: t, paths: [a] }`,
          `  b: { parent: a, past: [{ owner: ${owners[2]!} }] }`,
          end,
        ),
      },
      { path: 'x/aor.yaml', base: 'x', text: join(`teams: { t: { members: [${members.join(', ')}] } }`, '') },
    ].map(writtenFile);
  });

describe('a rename and the rename back', () => {
  it('give the same bytes, and change nothing but the places of the id', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.constantFrom('zed', 'a-b_c', 'n0'), (files, pick, newId) => {
        const places = files.flatMap((file) => file.ids.map((id) => ({ file, id })));
        const { file, id } = places[pick % places.length]!;
        // To an id that is not allowed there is no way back.
        fc.pre(/^[a-z]/.test(id.id));
        const there = renameTo(files, file, id.at.start, newId);
        if (there.kind === 'refused') return;
        const between = applied(files, there.edits);
        const again = between.flatMap((one) => one.ids.map((other) => ({ one, other })));
        const place = again.find(({ other }) => other.kind === id.kind && other.id === newId)!;
        const back = renameTo(between, place.one, place.other.at.start, id.id);
        assert.ok(back.kind === 'edits', 'the way back is free');
        assert.deepEqual(
          applied(between, back.edits).map(({ text }) => text),
          files.map(({ text }) => text),
        );
        const others = (all: readonly WrittenFile[]): string[] =>
          all.flatMap(({ ids }) => ids.map((one) => (one.id === newId ? id.id : one.id)));
        assert.deepEqual(others(between), others(files));
      }),
      { numRuns: 100 },
    );
  });
});
