/** Reads answers of forges, which may be anything: what is not as documented is said, never guessed. */
import { ForgeError } from './failure';

/** An object of an answer. Each function throws a `malformed` `ForgeError` that names the place. */
export interface Fields {
  /** Whether there is anything but `null`. */
  readonly has: (key: string) => boolean;
  readonly text: (key: string) => string;
  /** `null` also where the key is missing. */
  readonly textOrNull: (key: string) => string | null;
  /** A whole number from 1 on. */
  readonly number: (key: string) => number;
  /** `null` also where the key is missing. */
  readonly numberOrNull: (key: string) => number | null;
  /** Any whole number; a missing one is 0. */
  readonly integer: (key: string) => number;
  /** A missing one is `false`. */
  readonly flag: (key: string) => boolean;
  readonly fields: (key: string) => Fields;
  /** `null` also where the key is missing. */
  readonly fieldsOrNull: (key: string) => Fields | null;
  /** A missing one is empty. */
  readonly list: (key: string) => readonly Fields[];
  /** A list of texts. A missing one is empty. */
  readonly texts: (key: string) => readonly string[];
}

const wrong = (where: string, wanted: string): never => {
  throw new ForgeError({ kind: 'malformed', what: `${where} is not ${wanted}` });
};

/** `where`: how the value is called where it is not an object: `the request`. */
export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(where, 'an object');
  const at = (key: string): unknown => (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null);
  const named = (key: string): string => `${key} of ${where}`;
  const fields = (key: string): Fields => fieldsOf(at(key), named(key));
  const text = (key: string): string => {
    const found = at(key);
    return typeof found === 'string' ? found : wrong(named(key), 'a text');
  };
  const number = (key: string): number => {
    const found = at(key);
    return Number.isSafeInteger(found) && (found as number) > 0 ? (found as number) : wrong(named(key), 'a number');
  };
  return {
    has: (key) => (at(key) ?? null) !== null,
    text,
    textOrNull: (key) => ((at(key) ?? null) === null ? null : text(key)),
    number,
    numberOrNull: (key) => ((at(key) ?? null) === null ? null : number(key)),
    integer(key) {
      const found = at(key) ?? 0;
      return Number.isSafeInteger(found) ? (found as number) : wrong(named(key), 'a number');
    },
    flag(key) {
      const found = at(key) ?? false;
      return typeof found === 'boolean' ? found : wrong(named(key), 'yes or no');
    },
    fields,
    fieldsOrNull: (key) => ((at(key) ?? null) === null ? null : fields(key)),
    list: (key) => listOf(at(key) ?? [], named(key)),
    texts(key) {
      const found = at(key) ?? [];
      const isList = Array.isArray(found) && found.every((one) => typeof one === 'string');
      return isList ? found : wrong(named(key), 'a list of texts');
    },
  };
}

/** A list of objects. */
export function listOf(value: unknown, where: string): readonly Fields[] {
  if (!Array.isArray(value)) return wrong(where, 'a list');
  return value.map((one) => fieldsOf(one, `one of ${where}`));
}
