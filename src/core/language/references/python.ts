import type { PathReference } from './reference';
import { pieceAt, type Piece, type Window } from './window';

const fromStatement = /^\s*from\s+(\.*\s*(?:[\p{L}_][\p{L}\p{N}_.]*)?)\s+import\b/u;
const importStatement = /^\s*import\s/;

/** The module, or the name imported from a module, under the cursor. */
export function pythonImportAt(window: Window): PathReference | null {
  const line = window.line.replace(/#.*/, (comment) => ' '.repeat(comment.length));
  const clean = { ...window, line };
  if (importStatement.test(line))
    return reference(window, pieceAt(clean, /(?:import|,)\s+([\p{L}_][\p{L}\p{N}_.]*)/gu));
  const from = fromStatement.exec(line);
  if (from === null) return continuedImport(clean);
  const module = from[1] ?? '';
  const start = from[0].indexOf(module, from[0].indexOf('from') + 4);
  if (start <= window.cursor && window.cursor <= start + module.length) {
    return reference(window, { text: module, start, end: start + module.length });
  }
  return importedName(clean, module, from[0].length);
}

/** A line inside the parentheses, or after the backslash, of a `from … import` above. */
function continuedImport(window: Window): PathReference | null {
  if (!/^[\s\p{L}\p{N}_,()\\]*$/u.test(window.line)) return null;
  for (const { line } of window.before()) {
    const module = fromStatement.exec(line)?.[1];
    const code = line.replace(/#.*/, '').trimEnd();
    if (module !== undefined) return /\($|\([^)]*$|\\$/.test(code) ? importedName(window, module, 0) : null;
    if (!/^[\s\p{L}\p{N}_,\\]*$/u.test(code)) return null;
  }
  return null;
}

/** The name under the cursor in a list of imported names; what follows `as` is no module's name. */
function importedName(window: Window, module: string, listStart: number): PathReference | null {
  const piece = pieceAt(window, /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)/gu);
  if (piece === null || piece.start < listStart || piece.text === 'as') return null;
  if (/\bas\s+$/.test(window.line.slice(0, piece.start))) return null;
  const found = reference(window, piece);
  return found === null ? null : { ...found, text: compact(module), name: piece.text };
}

const compact = (module: string): string => module.replace(/\s+/g, '');

function reference({ lineStart }: Window, piece: Piece | null): PathReference | null {
  if (piece === null || compact(piece.text) === '') return null;
  const { text, start, end } = piece;
  return { kind: 'python', text: compact(text), name: null, start: lineStart + start, end: lineStart + end };
}
