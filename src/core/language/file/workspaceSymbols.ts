import type { Span } from '../../model';
import { visible } from '../../text/visible';
import type { NameOf } from './names';
import type { WrittenFile } from './writtenFile';

export interface WorkspaceSymbol {
  readonly kind: 'person' | 'aor';
  /** Its name or title, and its id where that is not the same word. */
  readonly name: string;
  /** The key that defines it. */
  readonly at: Span;
}

/** The people and AORs whose name, title or id holds the characters of the query in their order, whatever the case. */
export function workspaceSymbols(
  files: readonly WrittenFile[],
  nameOf: NameOf,
  query: string,
): readonly WorkspaceSymbol[] {
  const wanted = [...query.toLowerCase()].filter((char) => char.trim() !== '');
  return files
    .flatMap(({ ids }) => ids)
    .flatMap((id) => {
      if (!id.isDefinition || (id.kind !== 'person' && id.kind !== 'aor')) return [];
      const name = labelOf(id.id, nameOf(id));
      return holdsInOrder(name.toLowerCase(), wanted) ? [{ kind: id.kind, name, at: id.at }] : [];
    });
}

function labelOf(id: string, name: string | null): string {
  const isSaid = name !== null && name.toLowerCase().includes(id.toLowerCase());
  return visible(isSaid ? name : name === null || name.trim() === '' ? id : `${name} (${id})`) || '""';
}

function holdsInOrder(text: string, wanted: readonly string[]): boolean {
  let from = 0;
  return wanted.every((char) => {
    const at = text.indexOf(char, from);
    from = at + char.length;
    return at >= 0;
  });
}
