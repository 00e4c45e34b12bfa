import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { sarifReport } from '../../../src/cli/formats/sarif';
import { defaultSeverities, type ProblemCode, type Severity } from '../../../src/core';

/** RFC 3986: what may stand in an address, and what has to be escaped. */
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

const formats = {
  uri: (text: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(text) && uriCharacters.test(text),
  // A colon in the first part would make it a scheme.
  'uri-reference': (text: string): boolean => uriCharacters.test(text) && !/^[^/?#]*:/.test(text),
};

const validate = new Ajv({ allErrors: true, formats }).compile(
  JSON.parse(readFileSync('test/data/sarif-2.1.0.schema.json', 'utf8')) as object,
);

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const logOf = (file: string): unknown =>
  JSON.parse(
    sarifReport(
      (Object.keys(defaultSeverities) as ProblemCode[]).map((code, at) => ({
        problem: {
          ...{ code, severity: severities[at % 4]!, message: `Say "it"\n\u202E\u0000 ${code}.` },
          at: { file, start: 0, end: 0 },
          related: [],
        },
        place: { file, line: at + 1, column: 1, endLine: at + 1, endColumn: 1 },
        isFixable: false,
      })),
    ),
  );

describe('a SARIF log', () => {
  for (const file of ['aor.yaml', 'web/é 😀/aor.yaml', 'a:b/50%#[x]?/aor.yaml', '\ud800/aor.yaml', 'C:\\x\\aor.yaml'])
    it(`is valid with a problem of every kind in ${JSON.stringify(file)}`, () => {
      assert.ok(validate(logOf(file)), JSON.stringify(validate.errors));
    });

  it('is valid without any problem', () => {
    assert.ok(validate(JSON.parse(sarifReport([]))), JSON.stringify(validate.errors));
  });

  it('would be refused with another level, place or key', () => {
    const log = JSON.stringify(logOf('aor.yaml'));
    for (const [from, to] of [
      ['"level":"error"', '"level":"hint"'],
      ['"startLine":1', '"startLine":0'],
      ['"uri":"aor.yaml"', '"uri":"a b.yaml"'],
      ['"columnKind"', '"columnKinds"'],
      ['"version":"2.1.0"', '"version":"2.0.0"'],
    ] as const) {
      assert.ok(log.includes(from), from);
      assert.ok(!validate(JSON.parse(log.replace(from, to))), to);
    }
  });
});
