/** Cuts a stream of bytes at a separator, however it comes in pieces. */
export interface ByteSplitter {
  /** Each whole part, without the separator. A part longer than the limit is cut there. Return false to stop at this part. */
  push(piece: Buffer, onPart: (part: Buffer) => boolean): Buffer | null;
  /** What is left without a separator behind it. */
  rest(): Buffer;
}

/** `push` gives back the bytes behind the part where the caller stopped, else null. */
export function createByteSplitter(separator: number, limit: number): ByteSplitter {
  let held: Buffer[] = [];
  let length = 0;

  function hold(bytes: Buffer): void {
    const kept = bytes.subarray(0, Math.max(0, limit - length));
    if (kept.length > 0) held.push(kept);
    length += kept.length;
  }

  function take(): Buffer {
    const part = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    held = [];
    length = 0;
    return part;
  }

  return {
    push(piece, onPart) {
      let start = 0;
      for (let end = piece.indexOf(separator); end >= 0; end = piece.indexOf(separator, start)) {
        hold(piece.subarray(start, end));
        start = end + 1;
        if (!onPart(take())) return piece.subarray(start);
      }
      hold(piece.subarray(start));
      return null;
    },
    rest: take,
  };
}
