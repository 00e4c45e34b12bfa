/** Beside the YAML language server of Red Hat's extension, with the schema that is contributed for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { readYaml } from '../../../../src/core';
import { jsonSchema } from '../../../../src/core/language/schema/jsonSchema';
import { ownershipCases } from '../../../ownershipCases';

const uri = 'file:///aor.yaml';

function yamlService() {
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('Nothing is fetched here.')),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    ...{ validate: true, hover: true, completion: true, format: false, yamlVersion: '1.2' },
    schemas: [{ uri: 'file:///aor.editor.schema.json', fileMatch: ['aor.yaml'], schema: jsonSchema('helping') }],
  });
  return service;
}

const service = yamlService();
let version = 0;
const documentOf = (text: string): TextDocument => TextDocument.create(uri, 'yaml', ++version, text);

const diagnosticsOf = async (text: string): Promise<readonly string[]> =>
  (await service.doValidation(documentOf(text), false)).map(({ message }) => JSON.stringify(message));

/** The place of `‸` in a text, and the text without it. */
function atMark(marked: string) {
  const document = documentOf(marked.replace('‸', ''));
  return { document, position: document.positionAt(marked.indexOf('‸')) };
}

describe('beside a YAML language server', () => {
  it('the schema finds no fault: each error has one reporter', async () => {
    const faulty = [
      'aors: { a: { title: A, onwer: ana, level: must, kind: zone, owner: [a, b], since: never } }',
      'people: [ana]\naors: text\nreview: { severities: { no-match: loud } }\nversion: 2',
      'aors: { a: { paths: { glob: [x], priority: 99 } } }',
    ];
    for (const text of faulty) assert.deepEqual(await diagnosticsOf(text), [], text);
  });

  it('of the cases of the reference, only those that are no YAML have a fault', async () => {
    let clean = 0;
    for (const { name, files, problems } of ownershipCases) {
      if ((problems ?? []).some(({ code }) => code === 'syntax' || code === 'duplicate-key')) continue;
      for (const [path, text] of Object.entries(files)) {
        if (!path.endsWith('.yaml') || text.startsWith('\uFEFF')) continue;
        assert.deepEqual(await diagnosticsOf(text), [], `${name}: ${path}`);
        clean++;
      }
    }
    assert.ok(clean > 100, `${clean} files`);
  });

  const reports = async (text: string) => {
    const document = documentOf(text);
    const theirs = await service.doValidation(document, false);
    assert.deepEqual([...new Set(theirs.map(({ source }) => source))], theirs.length === 0 ? [] : ['YAML']);
    const starts = theirs.map(({ range }) => document.offsetAt(range.start));
    const { problems } = readYaml(text);
    return {
      both: problems.filter(({ start }) => starts.includes(start)),
      onlyOurs: problems.filter(({ start }) => !starts.includes(start)),
    };
  };

  const broken: readonly (readonly [title: string, text: string])[] = [
    ['a tag', 'aors:\n  a:\n    paths:\n      - !src/gen\n'],
    ['an alias', 'aors: { a: { paths: [*.ts, b] } }\n'],
    ['an anchor that nothing mentions', 'aors:\n  a: &x\n    title: A\n'],
    ['braces', 'aors:\n  a:\n    paths:\n      - {a,b}/x\n'],
    ['a key that is there twice', 'people:\n  ana: A\n  ana: B\n'],
    ['the same in braces', 'people: { ana: A, ana: B }\n'],
    ['a list that is not closed', 'aors: { a: [b\npeople: {}\n'],
    ['a tab', 'aors:\n\ta: b\n'],
    ['wrong indentation', 'aors:\n  a:\n    title: A\n   owner: x\n'],
    ['a second colon', 'aors:\n  a:\n    title: A: B\n'],
    ['a key without its colon', 'aors:\n  a:\n    own\n    title: A\n'],
    ['an @', 'aors:\n  a:\n    paths: [@x/y]\n'],
  ];
  for (const [title, text] of broken) {
    it(`is told by both at the same place, so ours can be silent: ${title}`, async () => {
      const { both, onlyOurs } = await reports(text);
      assert.equal(both.length, 1);
      assert.deepEqual(onlyOurs, []);
    });
  }

  const strict: readonly (readonly [title: string, text: string])[] = [
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a tag of YAML', 'aors: !!map\n  a: { title: A }\n'],
    ['a merge key', 'aors:\n  a: { title: A }\n  b:\n    <<: x\n'],
    ['a key that is no text', 'aors:\n  ? [p, q]\n  : { title: A }\n'],
    ['an anchor and its alias', 'aors:\n  a: { owner: &x ana }\n  b: { owner: *x }\n'],
  ];
  for (const [title, text] of strict) {
    it(`is told by ours alone, for it is YAML: ${title}`, async () => {
      const { both, onlyOurs } = await reports(text);
      assert.deepEqual(both, []);
      assert.ok(onlyOurs.length > 0);
    });
  }

  it('the sample shop has none', async () => {
    assert.deepEqual(await diagnosticsOf(readFileSync('test/data/shop/aor.yaml', 'utf8')), []);
  });

  for (const [marked, label] of [
    ['‸', 'people'],
    ['aors:\n  pay:\n    ‸', 'backup'],
    ['aors:\n  pay:\n    kind: ‸', 'duty'],
    ['people:\n  ana:\n    a‸', 'away'],
    ['review:\n  ‸', 'ask-at-most'],
    ['aors:\n  pay:\n    handover:\n      ‸', 'by'],
    ['roles:\n  em:\n    duties:\n      one:\n        fit: ‸', 'amber'],
    ['review:\n  severities:\n    no-match: ‸', 'none'],
  ] as const) {
    it(`the schema completes ${JSON.stringify(marked)} with ${label}`, async () => {
      const { document, position } = atMark(marked);
      const { items } = await service.doComplete(document, position, false);
      assert.ok(
        items.some((item) => item.label === label),
        items.map((item) => item.label).join(),
      );
    });
  }

  it('the schema explains keys', async () => {
    const { document, position } = atMark('aors:\n  pay:\n    own‸er: ana\n');
    assert.match(JSON.stringify(await service.doHover(document, position)), /The one person who holds it/);
  });
});
