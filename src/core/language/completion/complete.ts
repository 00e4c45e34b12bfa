import type { Takes } from '../../file/takes';
import type { Day, OwnershipFile } from '../../model';
import { single, takesAt, type KeyPath } from '../schema/keys';
import type { CompletionItem } from './completionItem';
import { cursorAt, type Cursor } from './cursor';
import { entryItems, keyItems } from './keys';
import { pathItems, type PathContext } from './paths';
import { choiceItems, dayItems, idItems, timezoneItems } from './values';

export interface CompletionContext extends PathContext {
  /** As it was read last; `null`: never. */
  readonly file: OwnershipFile | null;
  readonly today: Day;
  /** Whether it is the entry file: an included one has no `review`. */
  readonly isEntry: boolean;
}

/** What may stand at an offset (UTF-16) of an ownership file, finished or not. Never throws. */
export function complete(text: string, offset: number, context: CompletionContext): readonly CompletionItem[] {
  const cursor = cursorAt(text, offset);
  if (cursor === null) return [];
  const found = takesAt(cursor.path);
  if (found === undefined) return [];
  const { takes, way } = found;
  if (cursor.role !== 'value') {
    const keys = keysOf(takes, cursor, way, context);
    // An item of a list may be a map or a value.
    if (cursor.role === 'key' || keys.length > 0)
      return [...keys, ...valuesOf(takes, cursor, way, context, keys.length > 0)];
  }
  return valuesOf(takes, cursor, way, context, false);
}

function keysOf(takes: Takes, cursor: Cursor, way: KeyPath, { isEntry }: CompletionContext): CompletionItem[] {
  const one = single(takes);
  if (cursor.role === 'item' && takes.kind !== 'list') return [];
  if (one.kind === 'ids') return entryItems(cursor, one.of);
  const map = one.kind === 'short' ? one.map : one;
  // In block style a text is mostly meant where both are possible.
  if (map.kind !== 'map' || (one.kind === 'short' && cursor.role === 'item')) return [];
  const items = keyItems(cursor, map, way).filter(({ label }) => isEntry || !misplacedWhenIncluded(way, label));
  // What stands behind another key is no version, and a file of no known version is not read.
  return cursor.isKeyed && way.length === 0 ? items.filter(({ label }) => label !== 'version') : items;
}

/** What counts in the entry file only. */
const misplacedWhenIncluded = (way: KeyPath, key: string): boolean =>
  (way.length === 0 && key === 'review') || (key === 'priority' && way.at(-1) === 'paths');

function valuesOf(
  takes: Takes,
  cursor: Cursor,
  way: KeyPath,
  context: CompletionContext,
  hasKeys: boolean,
): readonly CompletionItem[] {
  const one = single(takes);
  // A key is typed where a list has not begun: nothing else may stand there.
  if (cursor.role === 'key' || hasKeys) return [];
  switch (one.kind) {
    case 'choice':
      return choiceItems(cursor, one.values, way);
    case 'day':
      return dayItems(cursor, context.today);
    case 'id':
      return context.file === null ? [] : idItems(cursor, one.to, context.file, context.today);
    case 'short':
      return one.text === 'glob' ? pathItems(cursor, context, 'glob') : [];
    case 'text':
      if (one.format === 'glob') return pathItems(cursor, context, 'glob');
      if (one.format === 'place') return pathItems(cursor, context, 'path');
      return way.at(-1) === 'timezone' ? timezoneItems(cursor) : [];
    default:
      return [];
  }
}
