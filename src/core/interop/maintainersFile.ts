/** Linux' `MAINTAINERS`, read into its sections. */
import type { ForeignFile, Lost } from './foreign';

export interface MaintainersLine {
  readonly line: number;
  readonly tag: string;
  readonly value: string;
}

export interface MaintainersSection {
  readonly line: number;
  readonly title: string;
  readonly lines: readonly MaintainersLine[];
}

/**
 * A title is the last line without a tag before lines with one; what stands above the first section is free text. Of
 * several such lines the others are lost.
 */
export function readMaintainersFile({ path, text }: ForeignFile): {
  readonly sections: readonly MaintainersSection[];
  readonly lost: readonly Lost[];
} {
  const sections: { line: number; title: string; lines: MaintainersLine[] }[] = [];
  const lost: Lost[] = [];
  const drop = (line: number, one: string, why: string) => lost.push({ file: path, line, text: one, why, files: null });
  let title: { readonly line: number; readonly text: string } | null = null;
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const [, tag, value = ''] = /^([A-Z]):[ \t]*(.*)$/.exec(raw) ?? [];
    if (tag === undefined) {
      const one = raw.trim();
      if (one === '') continue;
      if (title !== null && sections.length > 0)
        drop(title.line, title.text, 'It is neither a title nor a line with a tag.');
      title = { line: at + 1, text: one };
      continue;
    }
    if (title !== null) sections.push({ line: title.line, title: title.text, lines: [] });
    title = null;
    const section = sections.at(-1);
    if (section === undefined) drop(at + 1, raw.trim(), 'It stands before the first title.');
    else if (value.trim() === '') drop(at + 1, raw.trim(), 'It says nothing.');
    else section.lines.push({ line: at + 1, tag, value: value.trim() });
  }
  if (title !== null && sections.length > 0) drop(title.line, title.text, 'No lines with tags follow it.');
  return { sections, lost };
}
