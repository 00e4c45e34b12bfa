/** Which import or path stands under the cursor. Looks at the line and a small window before it, never at the whole file. */
import { goImportAt } from './references/go';
import { moduleImportAt } from './references/javascript';
import { pythonImportAt } from './references/python';
import type { PathReference } from './references/reference';
import { quotedPathAt } from './references/quoted';
import { rustModuleAt } from './references/rust';
import { windowAt, type Window } from './references/window';

export type { PathReference } from './references/reference';

type Finder = (window: Window) => PathReference | null;

const finders = new Map<string, Finder>([
  ...['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'vue', 'svelte', 'astro'].map(
    (id) => [id, moduleImportAt] as const,
  ),
  ['python', pythonImportAt],
  ['go', goImportAt],
  ['rust', rustModuleAt],
]);

/**
 * The reference at a UTF-16 offset, or `null`. `languageId` as in VS Code. Whether the file exists is for the caller to
 * see; `resolveReference` says where to look. Never throws.
 */
export function pathReferenceAt(text: string, offset: number, languageId: string): PathReference | null {
  const window = windowAt(text, offset);
  return window === null ? null : (finders.get(languageId)?.(window) ?? quotedPathAt(window, languageId));
}
