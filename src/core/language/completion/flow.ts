/** The inside of `[a, b]` and `{ key: value }` up to the cursor, however unfinished. */

export interface FlowPlace {
  /** The keys on the way in, from the outside; lists are no part of it. */
  readonly keys: readonly string[];
  /** The innermost bracket. */
  readonly inside: 'list' | 'map';
  /** Whether the value of a key is being typed, in a map. */
  readonly isValue: boolean;
  /** What was typed of the present word, and where it starts in the text. */
  readonly typed: string;
  readonly start: number;
  /** Keys that stand in the innermost map before the cursor. */
  readonly before: readonly string[];
}

interface Level {
  readonly inside: 'list' | 'map';
  readonly before: string[];
  key: string | null;
}

/** Reads a value that begins with a bracket, up to the cursor; `null`: nothing may stand there. */
export function readFlow(text: string): FlowPlace | null {
  const levels: Level[] = [];
  let word = '';
  let start = 0;
  let quote = '';
  /** Behind a bracket that closed only a comma, or the next bracket, may come. */
  let isDone = false;
  const begin = (at: number): void => {
    word = '';
    start = at;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      word += char;
      if (char === '\\' && quote === '"') word += text[++at] ?? '';
      else if (char === quote) quote = '';
      continue;
    }
    const level = levels.at(-1);
    if (char === '[' || char === '{') {
      levels.push({ inside: char === '[' ? 'list' : 'map', before: [], key: null });
      isDone = false;
      begin(at + 1);
    } else if (char === ']' || char === '}') {
      levels.pop();
      begin(at + 1);
      isDone = true;
    } else if (char === ',') {
      isDone = false;
      if (level !== undefined) level.key = null;
      begin(at + 1);
    } else if (char === ':' && level?.inside === 'map' && level.key === null && /^\s/.test(text[at + 1] ?? ' ')) {
      level.key = word.trim().replace(/^(["'])(.*)\1$/, '$2');
      level.before.push(level.key);
      begin(at + 1);
    } else {
      if ((char === '"' || char === "'") && word.trim() === '') quote = char;
      if (word === '' && /\s/.test(char)) start = at + 1;
      else word += char;
    }
  }
  const innermost = levels.at(-1);
  if (innermost === undefined || isDone) return null;
  return {
    keys: levels.flatMap(({ key }) => key ?? []),
    inside: innermost.inside,
    isValue: innermost.key !== null,
    typed: word,
    start,
    before: innermost.before,
  };
}
