import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Takes } from '../../../../src/core/file/takes';
import { takesFile } from '../../../../src/core/file/takesFile';
import { keyHelp } from '../../../../src/core/language/schema/help';
import { jsonSchema } from '../../../../src/core/language/schema/jsonSchema';
import { anyKey } from '../../../../src/core/language/schema/keys';
import { schemaFiles } from '../../../schemaFiles';

/** The ways to all keys that are known. */
function waysIn(takes: Takes, way: readonly string[]): readonly string[] {
  switch (takes.kind) {
    case 'list':
      return waysIn(takes.of, way);
    case 'short':
      return waysIn(takes.map, way);
    case 'ids':
    case 'names':
      return [[...way, anyKey].join('.'), ...waysIn(takes.of, [...way, anyKey])];
    case 'map':
      return Object.entries(takes.keys).flatMap(([key, of]) => [[...way, key].join('.'), ...waysIn(of, [...way, key])]);
    default:
      return [];
  }
}

describe('the help for keys', () => {
  it('is there for each key that is known, and for no other', () => {
    // Kinds of problems explain themselves.
    const known = waysIn(takesFile, []).filter((way) => !way.startsWith('review.severities.'));
    assert.deepEqual(Object.keys(keyHelp).sort(), [...known].sort());
  });

  it('is sentences', () => {
    for (const [key, help] of Object.entries(keyHelp)) assert.match(help, /^[A-Z`].*[.?]$/s, key);
  });
});

describe('the JSON Schema', () => {
  it('is shipped as the tables of the reader have it; `npm run schema` writes it', () => {
    for (const { path, text } of schemaFiles()) assert.equal(readFileSync(path, 'utf8'), text, path);
  });

  const validate = new Ajv({ allowUnionTypes: true, strictRequired: false, strictTypes: false })
    .addKeyword('markdownDescription')
    .compile(jsonSchema('checking'));
  const problemsOf = (yaml: string): readonly string[] => {
    validate(parse(yaml));
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };

  for (const [what, yaml] of [
    ['the sample shop', readFileSync('test/data/shop/aor.yaml', 'utf8')],
    ['the file of this repository', readFileSync('aor.yaml', 'utf8')],
    ['an empty file', ''],
    ['one value in place of a list', 'aors: { a: { title: A, owner: ana, backup: ben, paths: src } }'],
    ['empty values', 'people:\naors: { a: { title: A, owner: } }'],
    ['texts that look like numbers', 'aors: { a: { title: 2026, about: 1e3 } }'],
    ['keys of the user', 'x-team: 1\naors: { a: { title: A, x-note: [1] } }'],
    ['the keys of a review', 'aors: { r: { title: R, kind: review, level: must, paths: [{ glob: a, priority: 1 }] } }'],
    ['severities', 'review: { ask-at-most: 3, severities: { no-match: none } }'],
  ] as const) {
    it(`takes ${what}`, () => assert.deepEqual(problemsOf(yaml), []));
  }

  for (const [what, yaml, problem] of [
    ['an unknown key', 'aors: { a: { title: A, onwer: ana } }', '/aors/a additionalProperties'],
    ['a missing title', 'aors: { a: { owner: ana } }', '/aors/a required'],
    ['an unknown kind', 'aors: { a: { title: A, kind: zone } }', '/aors/a/kind enum'],
    ['a bad id', 'people: { Ana: Ana Ruiz <ana@acme.example> }', '/people propertyNames'],
    ['several owners', 'aors: { a: { title: A, owner: [ana, ben] } }', '/aors/a/owner type'],
    ['a level on an area', 'aors: { a: { title: A, level: must } }', '/aors/a required'],
    [
      'a priority that is too high',
      'aors: { a: { title: A, paths: [{ glob: a, priority: 10 }] } }',
      '/aors/a/paths/0/priority maximum',
    ],
    ['a day that is none', 'aors: { a: { title: A, since: yesterday } }', '/aors/a/since pattern'],
    ['a severity that is none', 'review: { severities: { no-match: loud } }', '/review/severities/no-match enum'],
  ] as const) {
    it(`does not take ${what}`, () => {
      const found = problemsOf(yaml);
      assert.ok(found.includes(problem), JSON.stringify(found));
    });
  }
});
