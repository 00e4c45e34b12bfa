/** New ids for old: in every file, and only where nothing would come to mean something else. */
import { idEntries } from '../../file/shapes';
import type { PlainMap, ReadContext } from '../../file/shapes';
import type { Span } from '../../model';
import { parseGlob } from '../../rules/glob';
import { idAt, placesOf } from './findIds';
import type { IdKind, IdName, WrittenId } from './ids';
import type { WrittenFile } from './writtenFile';

/** What cannot be done, in one sentence for the user; holds untrusted characters. */
export interface RefusedRename {
  readonly kind: 'refused';
  readonly message: string;
}

export interface TextEdit {
  readonly at: Span;
  readonly text: string;
}

const refused = (message: string): RefusedRename => ({ kind: 'refused', message });

const wordOf: Readonly<Record<IdKind, string>> = {
  person: 'person',
  team: 'team',
  aor: 'AOR',
  role: 'role',
  duty: 'duty of this role',
};

const quoted = (text: string): string => JSON.stringify(text);

/** The id at an offset that can have another one, or why there is none. */
export function renameAt(
  files: readonly WrittenFile[],
  file: WrittenFile,
  offset: number,
): { readonly kind: 'id'; readonly id: WrittenId } | RefusedRename {
  const id = idAt(file, offset);
  if (id === null) return refused('Only the ids of people, teams, AORs, roles and duties can be renamed.');
  if (placesOf(files, id).some(({ isDefinition }) => isDefinition)) return { kind: 'id', id };
  return refused(`No ${wordOf[id.kind]} has the id ${quoted(id.id)}, so there is nothing to rename.`);
}

/** The edits that give what the id at an offset names another id, over all files. Quotes around ids stay. */
export function renameTo(
  files: readonly WrittenFile[],
  file: WrittenFile,
  offset: number,
  newId: string,
): { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | RefusedRename {
  const found = renameAt(files, file, offset);
  if (found.kind === 'refused') return found;
  const { id } = found;
  if (newId === id.id) return { kind: 'edits', edits: [] };
  const wrong = wrongId(newId) ?? takenId(files, { ...id, id: newId });
  if (wrong !== null) return refused(wrong);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const edits = placesOf(files, id).map(({ at }) => ({ at, text: rewritten(texts.get(at.file) ?? '', at, newId) }));
  return { kind: 'edits', edits };
}

/**
 * An id that may be used is plain YAML anywhere, so it needs no quotes of its own. Only where the old one was written
 * with escapes its quotes are part of the place.
 */
function rewritten(text: string, { start }: Span, newId: string): string {
  const mark = text[start];
  return mark === '"' || mark === "'" ? `${mark}${newId}${mark}` : newId;
}

/** What the reader says about an id that is defined so. */
function wrongId(id: string): string | null {
  let message: string | null = null;
  const nowhere = { start: 0, end: 0 };
  const context: ReadContext = {
    file: '',
    base: '',
    isEntry: true,
    by: 0,
    regexProblem: () => null,
    glob: (text) => parseGlob(text, ''),
    report: (_code, _at, said) => (message ??= said),
    hasRoomForAlternatives: () => true,
    countAlternatives: () => undefined,
  };
  const map: PlainMap = {
    kind: 'map',
    entries: [{ key: { kind: 'scalar', text: id, tightComment: null, ...nowhere }, value: null }],
    ...nowhere,
  };
  idEntries(map, context);
  return message;
}

function takenId(files: readonly WrittenFile[], name: IdName): string | null {
  const places = placesOf(files, name);
  const definition = places.find(({ isDefinition }) => isDefinition);
  const word = wordOf[name.kind];
  if (definition !== undefined) return `Another ${word} has the id ${quoted(name.id)}, in ${definition.at.file}.`;
  const [mention] = places;
  return mention === undefined
    ? null
    : `${quoted(name.id)} is mentioned in ${mention.at.file} though no ${word} has this id; correct that first.`;
}
