/** Places where their text stands now. */

interface Place {
  readonly start: number;
  readonly end: number;
}

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
  const result: Record<string, unknown> = { ...value };
  if (isPlace(value)) {
    result['start'] = value.start + by;
    result['end'] = value.end + by;
    // Nothing that was read is within the span of a problem or a mention.
    if ('file' in value) return result;
  }
  for (const key in result) {
    const item = result[key];
    if (typeof item === 'object' && item !== null && key !== 'glob') result[key] = copy(item, by);
  }
  return result;
}

const isPlace = (value: object): value is Place => 'start' in value && 'end' in value;
