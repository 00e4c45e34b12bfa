/** Reads what `git cat-file --batch` prints, in pieces cut anywhere. Source: git's documentation of `cat-file`. */

/** What git says of one name it was asked for. */
export type BatchAnswer =
  | { readonly kind: 'object'; readonly id: string; readonly type: string; readonly bytes: Buffer }
  /** Longer than what was asked for; its bytes are not kept, and follow. `size` in bytes. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** There is none of that name. */
  | { readonly kind: 'missing' };

export interface BatchReader {
  push(piece: Buffer): void;
}

const lineFeed = 0x0a;

/** `<id> <type> <size>`; of a name that means nothing: the name and a word. */
const header = /^([0-9a-f]{40,}) (\w+) (\d+)$/;

/**
 * Hands on one answer for each name, in the order they were asked for. `maximumBytes`: of the object whose header has
 * just been read. Nothing is read behind one that is too large: whoever asks ends git instead of reading past it.
 */
export function createBatchReader(maximumBytes: () => number, onAnswer: (answer: BatchAnswer) => void): BatchReader {
  let held: Buffer[] = [];
  let length = 0;
  let isEnded = false;
  /** The object whose bytes are awaited; `null`: the next header is. */
  let object: { readonly id: string; readonly type: string; readonly size: number } | null = null;

  function joined(): Buffer {
    const [only, ...more] = held;
    if (only !== undefined && more.length === 0) return only;
    const all = Buffer.concat(held);
    held = [all];
    return all;
  }

  function take(count: number): Buffer {
    const all = joined();
    held = [all.subarray(count)];
    length -= count;
    return all.subarray(0, count);
  }

  function readHeader(line: string): void {
    const [, id, type, digits] = header.exec(line) ?? [];
    if (id === undefined || type === undefined) return onAnswer({ kind: 'missing' });
    const size = Number(digits);
    if (size <= maximumBytes()) {
      object = { id, type, size };
    } else {
      isEnded = true;
      onAnswer({ kind: 'too-large', size });
    }
  }

  return {
    push(piece) {
      held.push(piece);
      length += piece.length;
      while (!isEnded) {
        if (object === null) {
          const end = joined().indexOf(lineFeed);
          if (end < 0) return;
          readHeader(take(end + 1).toString('latin1', 0, end));
        } else {
          // A line feed follows the bytes.
          const { id, type, size } = object;
          if (length <= size) return;
          const bytes = take(size + 1).subarray(0, size);
          object = null;
          onAnswer({ kind: 'object', id, type, bytes });
        }
      }
    },
  };
}
