import type { FileRead, FileSource } from '../../src/core';

/** Files held in memory, as a `FileSource` for one base. `ignored` are folders that git would not list. */
export function memorySource(
  files: Readonly<Record<string, string>>,
  base = '',
  ignored: readonly string[] = [],
): FileSource {
  const prefix = base === '' ? '' : `${base}/`;
  const paths = Object.keys(files).filter((path) => path.startsWith(prefix));
  return {
    read(path): Promise<FileRead> {
      const text = Object.hasOwn(files, prefix + path) ? files[prefix + path] : undefined;
      if (text !== undefined) return Promise.resolve({ kind: 'text', text });
      return Promise.resolve({
        kind: paths.some((other) => other.startsWith(`${prefix}${path}/`)) ? 'not-a-file' : 'missing',
      });
    },
    list: () =>
      Promise.resolve(
        paths
          .map((path) => path.slice(prefix.length))
          .filter((path) => !ignored.some((folder) => path.startsWith(folder))),
      ),
  };
}
