import type { PathReference } from './reference';
import { quotedAt, type Window } from './window';

/** What stands before the quotes of an import, export, `import()`, `require()` or bare import. */
const beforeSpecifier = /(?:^|[^\w$.])(?:from|import|(?:import|require)\s*\(|require\.resolve\s*\()\s*$/;

/** The specifier of an ECMAScript or CommonJS import under the cursor. */
export function moduleImportAt(window: Window): PathReference | null {
  const quoted = quotedAt(window);
  if (quoted === null || /[\s$*]/.test(quoted.text)) return null;
  if (!beforeSpecifier.test(textBefore(window, quoted.start - 1))) return null;
  const { lineStart } = window;
  return {
    kind: 'module',
    text: quoted.text,
    name: null,
    start: lineStart + quoted.start,
    end: lineStart + quoted.end,
  };
}

/** The line up to the quotes; where that is blank the line before belongs to it: `from` or `import(` may end it. */
function textBefore({ line, before }: Window, quote: number): string {
  const text = line.slice(0, quote);
  if (text.trim() !== '') return text;
  for (const { line: previous } of before()) if (previous.trim() !== '') return previous;
  return '';
}
