/** The outline of a file: its sections, who and what is defined in them, and the globs of each AOR. */
import type { PlainEntry, PlainMap, PlainScalar, Range } from '../../file/plainTree';
import { visible } from '../../text/visible';
import { globsIn } from './globs';
import type { NameOf } from './names';
import { contentEnd, mapsIn, scalarsIn, valueOf } from './nodes';
import type { WrittenFile } from './writtenFile';

export type SymbolKind = 'section' | 'person' | 'team' | 'aor' | 'role' | 'duty' | 'glob';

export interface DocumentSymbol {
  readonly kind: SymbolKind;
  /** One line, never empty. */
  readonly name: string;
  readonly detail: string;
  /** What belongs to it. */
  readonly whole: Range;
  /** Its key, within `whole`. */
  readonly key: Range;
  readonly children: readonly DocumentSymbol[];
}

/** The symbols of a file in the order written; names of owners are told by `nameOf`. */
export function documentSymbols({ text, root }: WrittenFile, nameOf: NameOf): readonly DocumentSymbol[] {
  const symbol = (
    kind: SymbolKind,
    { key, value }: PlainEntry,
    detail: string,
    children: readonly DocumentSymbol[] = [],
  ): DocumentSymbol => ({
    kind,
    name: shown(key.text),
    detail: visible(detail),
    whole: { start: key.start, end: value === null ? key.end : contentEnd(text, value) },
    key: rangeOf(key),
    children,
  });

  const globs = (node: PlainEntry['value']): readonly DocumentSymbol[] =>
    globsIn(node).map((scalar) => {
      const at = { start: scalar.start, end: contentEnd(text, scalar) };
      return { kind: 'glob', name: shown(scalar.text), detail: '', whole: at, key: at, children: [] };
    });

  const person = (entry: PlainEntry): DocumentSymbol => {
    const said = entry.value?.kind === 'scalar' ? entry.value.text : fieldOf(entry, 'name');
    return symbol('person', entry, said ?? '');
  };
  const team = (entry: PlainEntry): DocumentSymbol => symbol('team', entry, fieldOf(entry, 'name') ?? '');
  const aor = (entry: PlainEntry): DocumentSymbol => {
    const owner = fieldOf(entry, 'owner');
    const holder = owner === null ? 'vacant' : (nameOf({ kind: 'person', id: owner, role: null }) ?? owner);
    const paths = mapsIn(entry.value).flatMap((map) => globs(valueOf(map, 'paths')));
    return symbol('aor', entry, `${fieldOf(entry, 'kind') ?? 'area'} · ${holder}`, paths);
  };
  const duty = (entry: PlainEntry): DocumentSymbol => symbol('duty', entry, fieldOf(entry, 'title') ?? '');
  const role = (entry: PlainEntry): DocumentSymbol => {
    const duties = mapsIn(entry.value).flatMap((map) => entriesIn(valueOf(map, 'duties')));
    return symbol('role', entry, fieldOf(entry, 'title') ?? '', duties.map(duty));
  };

  const sections: Readonly<Record<string, (section: PlainEntry) => readonly DocumentSymbol[]>> = {
    include: ({ value }) => globs(value),
    people: ({ value }) => entriesIn(value).map(person),
    teams: ({ value }) => entriesIn(value).map(team),
    aors: ({ value }) => entriesIn(value).map(aor),
    roles: ({ value }) => entriesIn(value).map(role),
    exempt: ({ value }) => globs(value),
    review: () => [],
  };
  return (root?.entries ?? []).flatMap((entry) => {
    const children = Object.hasOwn(sections, entry.key.text) ? sections[entry.key.text]?.(entry) : undefined;
    return children === undefined ? [] : [symbol('section', entry, '', children)];
  });
}

const entriesIn = (node: PlainEntry['value']): readonly PlainEntry[] => mapsIn(node).flatMap(({ entries }) => entries);

/** The first text behind a key of an entry. */
function fieldOf({ value }: PlainEntry, key: string): string | null {
  const [text] = mapsIn(value).flatMap((map: PlainMap): readonly PlainScalar[] => scalarsIn(valueOf(map, key)));
  return text?.text ?? null;
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

/** Editors refuse a symbol without a name. */
const shown = (text: string): string => (text.trim() === '' ? '""' : visible(text));
