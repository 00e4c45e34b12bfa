/** A place in a text as editors and people count it. */
export interface Position {
  /** 0-based. */
  readonly line: number;
  /** 0-based, in UTF-16 units. */
  readonly character: number;
}

/** Converts UTF-16 offsets of one text to lines and back. */
export interface LineMap {
  readonly lineCount: number;
  /** The place of an offset; an offset beyond the end is the end. */
  positionAt(offset: number): Position;
  /** The offset of a place; a character beyond the line's end is the start of the next line. */
  offsetAt(position: Position): number;
}

/** Lines end with `\n`, `\r\n` or `\r`, as in VS Code. */
export function lineMap(text: string): LineMap {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: bounded - startOf(low) };
    },
    offsetAt: ({ line, character }) => Math.min(startOf(line) + character, startOf(line + 1)),
  };
}

/** The line maps of texts by path, each made once, when it is first needed. A text that is not there is empty. */
export function lineMaps(
  texts: readonly { readonly path: string; readonly text: string }[],
): (path: string) => LineMap {
  const maps = new Map<string, LineMap>();
  return (path) => {
    let map = maps.get(path);
    if (map === undefined) {
      map = lineMap(texts.find((text) => text.path === path)?.text ?? '');
      maps.set(path, map);
    }
    return map;
  };
}
