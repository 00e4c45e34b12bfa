/** What a command was asked to do: by a row of the side bar, a code action, or a program that leaves nothing to choose. */

/** How an edit is made: at once, or after each change was looked at. */
export type How = 'apply' | 'preview';

/** What is left out is asked for. */
export interface Asked {
  /** URI of the repository's base. */
  readonly root?: string;
  /** Id of an AOR; of the new one, `id`. */
  readonly aor?: string;
  readonly id?: string;
  readonly title?: string;
  /** Id of the new owner; `''`: nobody. */
  readonly owner?: string;
  /** Base-relative, to be split off. */
  readonly folder?: string;
  /** As written, to be split off. */
  readonly globs?: readonly string[];
  /** Ids of AORs to be confirmed. */
  readonly aors?: readonly string[];
  /** URIs of files and folders. */
  readonly uris?: readonly string[];
  /** `Name <e-mail>`. */
  readonly person?: string;
  readonly how?: How;
}

const texts = ['root', 'aor', 'id', 'title', 'owner', 'folder', 'person'] as const;
const lists = ['globs', 'aors', 'uris'] as const;

/** What an argument says; nothing where it is no object. */
export function askedOf(argument: unknown): Asked {
  if (typeof argument !== 'object' || argument === null) return {};
  const found: Record<string, unknown> = {};
  for (const key of texts) {
    const value: unknown = Reflect.get(argument, key);
    if (typeof value === 'string') found[key] = value;
  }
  for (const key of lists) {
    const value: unknown = Reflect.get(argument, key);
    if (Array.isArray(value)) found[key] = value.filter((one) => typeof one === 'string');
  }
  const how: unknown = Reflect.get(argument, 'how');
  if (how === 'apply' || how === 'preview') found['how'] = how;
  return found;
}
