import type { Takes, TakesMap } from '../../file/takes';
import { helpFor, single, type KeyPath } from '../schema/keys';
import { inWords } from '../schema/inWords';
import { itemsFor, type CompletionItem, type Offered } from './completionItem';
import type { Cursor } from './cursor';

/** The keys of a map that are not there yet, those that are required first. */
export function keyItems(cursor: Cursor, map: TakesMap, help: KeyPath): CompletionItem[] {
  const { siblings, isFlow, isKeyed } = cursor;
  const fits = (key: string): boolean => {
    const only = map.only?.values[key];
    const other = map.only === undefined ? undefined : map.keys[map.only.key];
    if (map.only === undefined || only === undefined || other?.kind !== 'choice') return true;
    return only.includes(siblings.get(map.only.key) || (other.values[0] ?? ''));
  };
  const keys = Object.keys(map.keys).filter((key) => !siblings.has(key) && fits(key));
  const sorted = [
    ...keys.filter((key) => map.required.includes(key)),
    ...keys.filter((key) => !map.required.includes(key)),
  ];
  return itemsFor(
    cursor,
    sorted.map((key): Offered => {
      const takes = map.keys[key];
      return {
        label: key,
        kind: 'key',
        detail: takes === undefined ? '' : inWords(takes),
        help: helpFor([...help, key]),
        insert: isKeyed ? key : isFlow || takes === undefined ? `${key}: ` : `${key}:${opening(takes)}`,
        isSnippet: !isFlow && !isKeyed,
        goesOn: true,
      };
    }),
  );
}

/** What follows a key and its colon, as a snippet. */
function opening(takes: Takes): string {
  switch (takes.kind) {
    case 'list':
      // People and the like stand well in one line; globs and maps want lines of their own.
      return takes.of.kind === 'id' || takes.of.kind === 'choice' || isTextLine(takes.of) ? ' [$0]' : '\n  - $0';
    case 'map':
    case 'names':
    case 'ids':
      return '\n  $0';
    case 'text':
      return takes.format === 'expression' ? " '$0'" : ' $0';
    default:
      return ' $0';
  }
}

const isTextLine = (takes: Takes): boolean => takes.kind === 'text' && takes.format === 'plain';

/** A new entry of a map from ids. */
export function entryItems(cursor: Cursor, of: Takes): CompletionItem[] {
  if (cursor.isFlow || cursor.isKeyed) return [];
  const one = single(of);
  const body = one.kind === 'short' ? ' ${2:Name} <${3:name@example.com}>' : entryBody(one);
  return itemsFor(cursor, [
    {
      label: 'id',
      kind: 'entry',
      detail: 'a new entry',
      insert: `\${1:id}:${body}`,
      isSnippet: true,
      filter: cursor.typed,
    },
  ]);
}

function entryBody(takes: Takes): string {
  if (takes.kind !== 'map') return '\n  $0';
  const keys = ['title', 'name', 'owner', 'lead', 'fit', 'paths'].filter((key) => Object.hasOwn(takes.keys, key));
  return keys.map((key, at) => `\n  ${key}: \${${at + 2}}`).join('');
}
