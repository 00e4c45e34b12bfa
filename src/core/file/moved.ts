/** Places where their text stands now. */
import type { Span } from '../model';

/**
 * A copy of what was read, with every place in it moved by so many characters: whatever has a `start` and an `end`.
 * Globs know nothing of places and stay the same objects.
 */
export function moved<T>(value: T, by: number): T {
  return by === 0 ? value : (copy(value, by) as T);
}

function copy(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => copy(item, by));
  if (value instanceof Map)
    return value.size === 0 ? value : new Map([...value].map(([key, item]) => [key, copy(item, by)] as const));
  // Most of what is copied.
  if (isSpan(value)) return { file: value.file, start: value.start + by, end: value.end + by };
  const result: Record<string, unknown> = { ...value };
  for (const key in result) {
    const item = result[key];
    if (typeof item === 'object') result[key] = key === 'glob' ? item : copy(item, by);
    else if (typeof item === 'number' && (key === 'start' || key === 'end')) result[key] = item + by;
  }
  return result;
}

const isSpan = (value: object): value is Span => 'file' in value;
