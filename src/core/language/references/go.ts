import type { PathReference } from './reference';
import { quotedAt, type Window } from './window';

/** A line of an import block: an import path, with a name, `_` or `.` in front of it or not. */
const blockLine = /^\s*(?:[\p{L}_.][\p{L}\p{N}_]*\s+)?["`][^"`\s]+["`]\s*(?:;|\/\/.*|\/\*.*)?$/u;

/** The import path under the cursor: of a single import or of a line in an import block. */
export function goImportAt(window: Window): PathReference | null {
  const quoted = quotedAt(window);
  if (quoted === null || !isImport(window)) return null;
  const { lineStart } = window;
  return { kind: 'go', text: quoted.text, name: null, start: lineStart + quoted.start, end: lineStart + quoted.end };
}

function isImport({ line, before }: Window): boolean {
  if (/^\s*import\b/.test(line)) return true;
  if (!blockLine.test(line)) return false;
  for (const { line: above } of before()) {
    if (/^\s*import\s*\(/.test(above)) return true;
    if (!/^\s*(?:$|\/\/|\/\*|\*)/.test(above) && !blockLine.test(above)) return false;
  }
  return false;
}
