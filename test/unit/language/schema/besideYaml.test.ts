/** Beside the YAML language server of Red Hat's extension, with the schema that is contributed for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
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
