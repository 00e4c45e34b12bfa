import assert from 'node:assert/strict';
import type { Finding } from '../../../src/cli/finding';
import { githubReport } from '../../../src/cli/formats/github';
import { jsonReport, jsonText } from '../../../src/cli/formats/json';
import { sarifReport } from '../../../src/cli/formats/sarif';
import { textReport } from '../../../src/cli/formats/text';

const finding = (message: string, file = 'aor.yaml', severity: Finding['problem']['severity'] = 'error'): Finding => ({
  problem: { code: 'bad-id', severity, message, at: { file, start: 0, end: 1 }, related: [] },
  place: { file, line: 2, column: 3, endLine: 2, endColumn: 9 },
  isFixable: false,
});

describe('formats of check', () => {
  it('text: a line a problem, as compilers write them, and a summary', () => {
    const report = textReport([finding('No.'), finding('Hm.', 'a/aor.yaml', 'hint')], { isTerminal: false });
    assert.equal(report, 'aor.yaml:2:3: error: No. [bad-id]\na/aor.yaml:2:3: hint: Hm. [bad-id]\n1 error, 1 hint\n');
    assert.equal(textReport([], { isTerminal: false }), 'No problems.\n');
  });

  it('text: coloured on a terminal only', () => {
    assert.match(textReport([finding('No.')], { isTerminal: true }), /\u001B\[31merror\u001B\[39m/);
  });

  it('github: nothing of a file can end an annotation or begin a command', () => {
    const [line, ...rest] = githubReport([finding('50%\n::set-env name=X::y\r\u202E', 'a,b:c%\n::d/aor.yaml')]).split(
      '\n',
    );
    assert.deepEqual(rest, ['']);
    assert.equal(
      line,
      '::error file=a%2Cb%3Ac%25\\n%3A%3Ad/aor.yaml,line=2,col=3,endLine=2,endColumn=9,title=aor bad-id::50%25\\n::set-env name=X::y\\r\\u{202E}',
    );
  });

  it('github: what is no error or warning is a notice, and columns count within one line only', () => {
    const { place, ...rest } = finding('Hm.', 'aor.yaml', 'hint');
    const report = githubReport([
      { ...rest, place: { ...place, endLine: 4 } },
      finding('x', 'aor.yaml', 'information'),
      finding('x', 'aor.yaml', 'warning'),
    ]);
    assert.deepEqual(report.split('\n'), [
      '::notice file=aor.yaml,line=2,col=3,endLine=4,title=aor bad-id::Hm.',
      '::notice file=aor.yaml,line=2,col=3,endLine=2,endColumn=9,title=aor bad-id::x',
      '::warning file=aor.yaml,line=2,col=3,endLine=2,endColumn=9,title=aor bad-id::x',
      '',
    ]);
  });

  it('json: shows no control or bidirectional character and reads as the same value', () => {
    const value = { text: 'a\u202Eb\u009Bc\u{E0001}d\u2028\u200De😀\n' };
    const text = jsonText(value);
    assert.match(text, /^[\x20-\x7E😀]*$/u);
    assert.deepEqual(JSON.parse(text), value);
    assert.deepEqual(JSON.parse(jsonText(value, 2)), value);
  });

  it('json: every key, and every count', () => {
    assert.deepEqual(JSON.parse(jsonReport([])), {
      format: 1,
      problems: [],
      counts: { error: 0, warning: 0, information: 0, hint: 0 },
    });
  });

  it('sarif: file names are URIs, and severities are levels it knows', () => {
    const log = JSON.parse(
      sarifReport([finding('x', 'docs/50% é#?.yaml', 'information'), finding('x', '\uD800/aor.yaml', 'hint')]),
    ) as {
      runs: {
        results: {
          level: string;
          locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
        }[];
      }[];
    };
    const results = log.runs[0]!.results;
    assert.deepEqual(
      results.map(({ level, locations }) => [level, locations[0]!.physicalLocation.artifactLocation.uri]),
      [
        ['note', 'docs/50%25%20%C3%A9%23%3F.yaml'],
        ['note', '%EF%BF%BD/aor.yaml'],
      ],
    );
  });
});
