import type { PlainNode, Range } from '../../file/plainTree';
import { contentEnd, textRange, touches } from './nodes';
import type { WrittenFile } from './writtenFile';

/** What an offset is in, each wider than the one before: word, text, value, entry, section, file. */
export function selectionAt({ text, root }: WrittenFile, offset: number): readonly Range[] {
  const file = { start: 0, end: text.length };
  const around = root === null ? [] : enclosing(text, root, offset);
  const ranges = [...wordAt(text, offset), ...around.reverse(), file];
  return ranges.reduce<readonly Range[]>((chain, range) => {
    const last = chain.at(-1);
    return last === undefined || isWider(range, last) ? [...chain, range] : chain;
  }, []);
}

const isWider = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

function wordAt(text: string, offset: number): Range[] {
  const before = /[\p{L}\p{N}_-]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const word = { start: offset - before.length, end: offset + after.length };
  return before + after === '' ? [] : [word];
}

/** From the widest to the narrowest. */
function enclosing(text: string, node: PlainNode, offset: number): Range[] {
  const whole = { start: node.start, end: contentEnd(text, node) };
  if (node.kind === 'scalar') return [whole, textRange(text, node)].filter((range) => touches(range, offset));
  const parts: readonly (Range & { readonly inside: readonly (PlainNode | null)[] })[] =
    node.kind === 'map'
      ? node.entries.map(({ key, value }) => ({
          start: key.start,
          end: value === null ? key.end : contentEnd(text, value),
          inside: [key, value],
        }))
      : node.items.map(({ start, end, value }) => ({
          start,
          end: value === null ? end : contentEnd(text, value),
          inside: [value],
        }));
  const part = parts.find((one) => touches(one, offset));
  const here = touches(whole, offset) ? [whole] : [];
  if (part === undefined) return here;
  const deeper = part.inside.find(
    (one) => one !== null && touches({ start: one.start, end: contentEnd(text, one) }, offset),
  );
  const { start, end } = part;
  return [...here, { start, end }, ...(deeper == null ? [] : enclosing(text, deeper, offset))];
}
