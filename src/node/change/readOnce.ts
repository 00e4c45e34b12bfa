import type { FileContent, TextReader } from '../../core';

/**
 * A reader that reads the same text at the same path once and gives the same content again: most of an ownership file
 * is the same at the base, where the branch began, and here. Keep it no longer than the reading of one change.
 */
export function readOnce(reader: TextReader): TextReader {
  const byPath = new Map<
    string,
    { readonly isEntry: boolean; readonly text: string; content: Promise<FileContent> }[]
  >();
  return (source, isEntry) => {
    const versions = byPath.get(source.path) ?? [];
    byPath.set(source.path, versions);
    const known = versions.find((version) => version.isEntry === isEntry && version.text === source.text);
    if (known !== undefined) return known.content;
    const content = reader(source, isEntry);
    versions.push({ isEntry, text: source.text, content });
    return content;
  };
}
