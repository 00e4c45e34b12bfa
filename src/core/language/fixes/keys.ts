/** Keys that are written twice, stand where they mean nothing, or are missing. */
import { editSource, entryAt, placeAt, removeEntry, setValue, type Edit, type EditSource } from '../../edits';
import { entryEnd } from '../../edits/extent';
import { wordsOf } from '../../interop/naming';
import { fixIn, sourceOf, wordAt, type Fixer } from './fix';
import { removeAt } from './unknownKey';

/** `duplicate-key`: without the later one. Nothing is lost where both say the same. */
export const duplicateKey: Fixer = (problem, context) => {
  const source = sourceOf(problem, context);
  if (source === null) return [];
  const { file, start, end } = problem.at;
  const key = wordAt(problem, context);
  const told = withOther(source, start, end);
  const later = placeAt(told, start);
  const first = later === null ? null : entryAt(told, [...later.path.slice(0, -1), key]);
  if (later === null || first === null) return [];
  const textOf = ({ entry }: typeof first): string =>
    source.text.slice(entry.key.end, entryEnd(source.text, entry)).trim();
  const isSame = textOf(later) === textOf(first);
  const remove: Edit = (now) => {
    const other = withOther(now, start, end);
    const place = placeAt(other, start);
    return place === null ? null : removeEntry(now, place);
  };
  const title = isSame ? `Remove the second "${key}", which says the same` : `Remove this second "${key}"`;
  return [fixIn(file, title, [remove], { isPreferred: isSame, isSafe: isSame })];
};

/** The tree leaves a second key out. Under another name of the same length it is in it, at the same place. */
const withOther = ({ text }: EditSource, start: number, end: number): EditSource =>
  editSource(text.slice(0, start) + '\uE000'.repeat(end - start) + text.slice(end));

/** `misplaced-key`: without it, or with the kind it belongs to. */
export const misplacedKey: Fixer = (problem, context) => {
  const source = sourceOf(problem, context);
  const path = source === null ? undefined : placeAt(source, problem.at.start)?.path;
  if (path === undefined) return [];
  const { file, start } = problem.at;
  const key = wordAt(problem, context);
  const [, kinds] = /belongs to kind ([a-z ]+)\.$/.exec(problem.message) ?? [];
  const aor = path.length === 3 && path[0] === 'aors' ? path[1] : undefined;
  const kindFixes = (aor === undefined ? [] : (kinds?.split(' or ') ?? [])).map((kind) =>
    fixIn(file, `Make it kind ${kind}`, [setValue(['aors', aor ?? '', 'kind'], kind)]),
  );
  return [fixIn(file, `Remove "${key}"`, [removeAt(start)], { isPreferred: kindFixes.length === 0 }), ...kindFixes];
};

/** `missing-title`: a title made from the id, which is what is shown already. */
export const missingTitle: Fixer = (problem, context) => {
  const id = wordAt(problem, context);
  const title = wordsOf(id);
  if (title === '') return [];
  const edit = setValue(['aors', id, 'title'], title);
  return [fixIn(problem.at.file, `Add the title "${title}"`, [edit], { isPreferred: true, isSafe: true })];
};

/** `missing-version`: the one that is assumed. */
export const missingVersion: Fixer = ({ at }) => [
  fixIn(at.file, 'Add "version: 1"', [setValue(['version'], '1')], { isPreferred: true, isSafe: true }),
];
