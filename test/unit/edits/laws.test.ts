/** Whatever the file, an edit does what it says: the rest of what the file says, its comments and its line ends stay. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addItem,
  applyReplacements,
  edited,
  editSource,
  orderEntries,
  removeItem,
  removeKey,
  renameKey,
  setValue,
  type Edit,
} from '../../../src/core/edits';
import { keyNames, modelOf, randomFile, type Model } from './randomFile';

type MapModel = Readonly<Record<string, Model>>;
const isMap = (model: Model): model is MapModel => typeof model === 'object' && model !== null && !Array.isArray(model);

/** Every path of keys that leads to a value. */
function pathsIn(model: Model, path: readonly string[] = []): (readonly string[])[] {
  if (!isMap(model)) return [];
  return Object.entries(model).flatMap(([key, value]) => [[...path, key], ...pathsIn(value, [...path, key])]);
}

const valueAt = (model: Model, path: readonly string[]): Model =>
  path.reduce<Model>((found, key) => (isMap(found) ? (found[key] ?? null) : null), model);

/** The model with another value at a path; `undefined` takes the key away. */
function withValue(model: Model, path: readonly string[], value: Model | undefined): Model {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  const map = isMap(model) ? model : {};
  if (rest.length === 0 && value === undefined) {
    const left = Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
    // A key whose map is empty now has nothing behind it.
    return Object.keys(left).length === 0 ? null : left;
  }
  return { ...map, [key]: withValue(map[key] ?? null, rest, value) };
}

interface Case {
  readonly edit: Edit;
  readonly after: Model;
  /** What is taken away, by the name its comments have. */
  readonly gone: string | null;
}

/** A choice of edits at one place of a file, each with what it should lead to. */
function casesAt(model: Model, path: readonly string[], text: string): readonly Case[] {
  const value = valueAt(model, path);
  const name = path.join('/');
  const parent = path.slice(0, -1);
  const siblings = valueAt(model, parent);
  const free = keyNames.find((key) => isMap(siblings) && !(key in siblings));
  const list = Array.isArray(value) ? (value as readonly Model[]) : null;
  const items = list ?? (value === null ? [] : [value]);
  const single = value === null && list === null;
  return [
    ...(typeof value === 'string' || value === null
      ? [{ edit: setValue(path, text), after: withValue(model, path, text), gone: null }]
      : []),
    { edit: removeKey(path), after: withValue(model, path, undefined), gone: name },
    ...(free === undefined
      ? []
      : [
          { edit: setValue([...parent, free], text), after: withValue(model, [...parent, free], text), gone: null },
          {
            edit: setValue([...parent, free], { x: [text] }),
            after: withValue(model, [...parent, free], { x: [text] }),
            gone: null,
          },
          {
            edit: renameKey(path, free),
            after: withValue(
              isMap(siblings) && Object.keys(siblings).length === 1
                ? withValue(model, parent, {})
                : withValue(model, path, undefined),
              [...parent, free],
              value,
            ),
            gone: null,
          },
        ]),
    { edit: addItem(path, text), after: withValue(model, path, single ? text : [...items, text]), gone: null },
    { edit: addItem(path, text, 0), after: withValue(model, path, single ? text : [text, ...items]), gone: null },
    ...(list === null
      ? []
      : list.map((_, index) => ({
          edit: removeItem(path, index),
          after: withValue(
            model,
            path,
            list.filter((__, at) => at !== index),
          ),
          gone: `${name}/${index}`,
        }))),
    { edit: orderEntries(parent, (keys) => [...keys].reverse()), after: model, gone: null },
  ];
}

const commentsOf = (text: string): string[] => [...text.matchAll(/# of \S+/g)].map(([comment]) => comment).sort();

const valueText = fc.constantFrom(
  'ana',
  'x: y',
  '',
  'null',
  '*.ts',
  "it's #1",
  'a, b',
  'é"',
  'tab\there',
  '- x',
  'a\nb',
  '-1',
);

const empty = (model: Model): Model => {
  if (Array.isArray(model)) return model.length === 0 ? null : (model as readonly Model[]).map(empty);
  if (!isMap(model)) return model;
  const entries = Object.entries(model).map(([key, value]) => [key, empty(value)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
};

describe('an edit of any file', () => {
  let tried = 0;
  let refused = 0;

  it('leads to what it says, keeps all other comments and every line end', () => {
    fc.assert(
      fc.property(randomFile, fc.nat(), fc.nat(), valueText, (text, at, which, value) => {
        const source = editSource(text);
        assert.deepEqual(source.broken, [], text);
        const model = modelOf(source.root);
        const paths = pathsIn(model);
        const cases = casesAt(model, paths[at % paths.length]!, value);
        const { edit, after, gone } = cases[which % cases.length]!;
        const replacements = edited(text, [edit]);
        tried++;
        if (replacements === null) {
          refused++;
          return;
        }
        const result = applyReplacements(text, replacements);
        assert.deepEqual(empty(modelOf(editSource(result).root)), empty(after), `${text}\n=>\n${result}`);
        const isGone = (comment: string): boolean =>
          gone !== null && (comment === `# of ${gone}` || comment.startsWith(`# of ${gone}/`));
        assert.deepEqual(
          commentsOf(result),
          commentsOf(text).filter((comment) => !isGone(comment)),
          `${text}\n=>\n${result}`,
        );
        if (text.includes('\r\n')) assert.doesNotMatch(result, /(?<!\r)\n/);
        if (result !== '' && replacements.length > 0)
          assert.equal(result.endsWith('\n'), text.endsWith('\n'), `${text}\n=>\n${result}`);
      }),
      { numRuns: 1500 },
    );
  });

  it('is refused in few of them', () => {
    assert.ok(refused < tried / 5, `${refused} of ${tried}`);
  });
});
