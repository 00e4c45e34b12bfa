import type { PathReference } from './reference';
import { pieceAt, quotedAt, type Piece, type Window } from './window';

const longest = 400;

/** Languages in which a path is commonly written without quotes. */
const bareLanguages = new Set([
  'yaml',
  'dockercompose',
  'shellscript',
  'makefile',
  'dockerfile',
  'ini',
  'properties',
  'toml',
  'ignore',
  'plaintext',
]);

/** A path under the cursor: in quotes, as the target of a Markdown link, or starting with `./` or `../`. */
export function quotedPathAt(window: Window, languageId: string): PathReference | null {
  return (
    reference(window, quotedAt(window)) ??
    (languageId === 'markdown' || languageId === 'mdx'
      ? reference(
          window,
          pieceAt(window, /\]\(\s*<?([^()<>\s]+)>?[^()]*\)/g) ?? pieceAt(window, /^\s*\[[^\]]+\]:\s*<?([^<>\s]+)/g),
        )
      : null) ??
    (bareLanguages.has(languageId) ? reference(window, pieceAt(window, /(?<![\w./-])(\.{1,2}\/[\w./@+-]+)/g)) : null)
  );
}

function reference({ lineStart }: Window, piece: Piece | null): PathReference | null {
  if (piece === null || !isPathLike(piece.text)) return null;
  const { text, start, end } = piece;
  return { kind: 'path', text, name: null, start: lineStart + start, end: lineStart + end };
}

/** Has a slash or an extension and nothing that paths in code do not have; no URL. */
const isPathLike = (text: string): boolean =>
  text.length <= longest &&
  /^[^\s:*?"'`<>|{}$\\]+(?: [^\s:*?"'`<>|{}$\\]+)*(?:[?#][^\s]*)?$/u.test(text) &&
  /[^/.]/.test(text) &&
  !text.startsWith('//') &&
  (text.includes('/') || /[^.]\.[\w-]+$/.test(text) || /^\.\w/.test(text));
