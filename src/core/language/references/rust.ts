import type { PathReference } from './reference';
import { pieceAt, type Window } from './window';

/** The name of a module that lives in a file of its own: `mod name;`. */
export function rustModuleAt(window: Window): PathReference | null {
  const piece = pieceAt(window, /^\s*(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+([a-z_]\w*)\s*;/gi);
  if (piece === null) return null;
  const { lineStart } = window;
  return { kind: 'rust', text: piece.text, name: null, start: lineStart + piece.start, end: lineStart + piece.end };
}
