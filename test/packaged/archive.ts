/** A file in a ZIP archive. */
export interface ArchiveEntry {
  readonly path: string;
  /** When unpacked. */
  readonly bytes: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endOfDirectoryLength = 22;

/** The files of a ZIP archive, as its central directory lists them (APPNOTE 4.3.12). Throws when it is not one. */
export function listArchive(data: Buffer): ArchiveEntry[] {
  let end = data.length - endOfDirectoryLength;
  while (end >= 0 && data.readUInt32LE(end) !== endOfDirectory) end--;
  if (end < 0) throw new Error('not a ZIP archive');
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (data.readUInt32LE(at) !== directoryEntry) throw new Error('the directory of the archive is broken');
    const nameLength = data.readUInt16LE(at + 28);
    const path = data.toString('utf8', at + 46, at + 46 + nameLength);
    const bytes = data.readUInt32LE(at + 24);
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
    return { path, bytes };
  });
}
