/** `unknown-person`, `unknown-team`, `unknown-aor`: the id that was meant, or an entry for this one. */
import { setValue, writeText, type Value } from '../../edits';
import { isId } from './ids';
import { wordsOf } from '../../interop/naming';
import { nearest } from '../../text/nearest';
import { fixIn, textOf, wordAt, type Fix, type FixContext, type Fixer } from './fix';

const kinds = {
  person: { section: 'people', word: 'person', entry: (id: string): Value => ({ name: personName(id) }) },
  team: { section: 'teams', word: 'team', entry: (id: string): Value => ({ name: wordsOf(id) }) },
  aor: { section: 'aors', word: 'AOR', entry: (id: string): Value => ({ title: wordsOf(id) }) },
} as const;

/** Fixes of a mention of nobody. */
export const unknownId =
  (kind: keyof typeof kinds): Fixer =>
  (problem, context) => {
    const { section, word, entry } = kinds[kind];
    const id = wordAt(problem, context);
    const { file, start, end } = problem.at;
    const meant = nearest(id, context.file[section].keys());
    const change = (): Fix[] =>
      meant === null
        ? []
        : [
            fixIn(
              file,
              `Change to "${meant}"`,
              [({ text }) => [{ start, end, text: writeText(meant, true, text.slice(start, end)) }]],
              { isPreferred: true },
            ),
          ];
    const create = isId(id)
      ? [fixIn(fileWith(section, file, context), `Add ${word} "${id}"`, [setValue([section, id], entry(id))])]
      : [];
    return [...change(), ...create];
  };

/** The file itself where it has the section, else the entry file. */
function fileWith(section: string, file: string, context: FixContext): string {
  const text = textOf(file, context.file) ?? '';
  return new RegExp(`^${section}[ \\t]*:`, 'm').test(text) ? file : context.file.sources[0].path;
}

/** `ana-ruiz` → `Ana Ruiz`. */
const personName = (id: string): string => id.split(/[-_]+/).map(wordsOf).join(' ');
