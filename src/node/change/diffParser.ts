/** Reads `git diff --raw --patch -z --unified=0`, in pieces cut anywhere, keeping no more than a budget of lines. */
import type { ChangedFile } from '../../core';
import { patchHeader } from './quote';
import { createRecordReader, type RawRecord } from './rawRecords';
import { createByteSplitter } from './splitBytes';

/** How much text of changed lines is kept, over all the files of a change. */
export interface LineBudget {
  lines: number;
  bytes: number;
}

export interface DiffReader {
  push(piece: Buffer): void;
  /** The files, after the last piece. */
  end(): readonly ChangedFile[];
}

/** A line of 10,000 characters at four bytes each, and one more character: longer ones are told as long by that alone. */
const longestLine = 40_004;

const nul = 0x00;
const lineFeed = 0x0a;

interface OpenFile {
  readonly record: RawRecord;
  readonly added: string[];
  readonly removed: string[];
  readonly addedAt: number[];
  readonly removedAt: number[];
  isBinary: boolean;
  droppedLines: number;
}

/** `areAllText`: git was told to show binary files as text, so that they are told here, by a NUL. */
export function createDiffReader(budget: LineBudget, areAllText: boolean): DiffReader {
  const files: OpenFile[] = [];
  const byHeader = new Map<string, OpenFile>();
  const fields = createByteSplitter(nul, longestLine);
  const lines = createByteSplitter(lineFeed, longestLine);
  let isList = true;
  let file: OpenFile | undefined;
  const hunk = { removedLeft: 0, addedLeft: 0, removedAt: 0, addedAt: 0 };

  const readField = createRecordReader((record) => {
    const open = { record, added: [], removed: [], addedAt: [], removedAt: [], isBinary: false, droppedLines: 0 };
    files.push(open);
    if (!record.isUnmerged) byHeader.set(patchHeader(record.from ?? record.path, record.path), open);
  });

  function keep(line: Buffer, isAdded: boolean): void {
    const at = isAdded ? hunk.addedAt++ : hunk.removedAt++;
    if (isAdded) hunk.addedLeft--;
    else hunk.removedLeft--;
    if (file === undefined || file.isBinary || file.record.isSubmodule) return;
    if (areAllText && line.includes(nul)) return makeBinary(file);
    if (budget.lines <= 0 || budget.bytes < line.length) {
      file.droppedLines++;
      return;
    }
    budget.lines--;
    budget.bytes -= line.length;
    // A carriage return before the line feed is part of the line's end.
    const end = line.at(-1) === 0x0d ? line.length - 1 : line.length;
    (isAdded ? file.added : file.removed).push(line.toString('utf8', 1, Math.max(1, end)));
    (isAdded ? file.addedAt : file.removedAt).push(at);
  }

  function readLine(line: Buffer): boolean {
    const first = line[0];
    if (hunk.removedLeft > 0 && first === 0x2d) keep(line, false);
    else if (hunk.addedLeft > 0 && first === 0x2b) keep(line, true);
    else if (first === 0x64 && line.indexOf('diff --git ') === 0) file = byHeader.get(line.toString('latin1'));
    else if (first === 0x40) readHunk(line);
    else if (first === 0x42 && file !== undefined) makeBinary(file);
    return true;
  }

  function readHunk(line: Buffer): void {
    const [, before = '0', removed = '1', after = '0', added = '1'] =
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line.toString('latin1')) ?? [];
    hunk.removedAt = Number(before);
    hunk.removedLeft = Number(removed);
    hunk.addedAt = Number(after);
    hunk.addedLeft = Number(added);
  }

  return {
    push(piece) {
      const patches = isList ? fields.push(piece, (field) => readField(field.toString('latin1')) === 'more') : piece;
      if (patches === null) return;
      isList = false;
      lines.push(patches, readLine);
    },
    end() {
      if (!isList) readLine(lines.rest());
      return files.map(changedFile);
    },
  };
}

function makeBinary(file: OpenFile): void {
  file.isBinary = true;
  for (const list of [file.added, file.removed, file.addedAt, file.removedAt]) list.length = 0;
  file.droppedLines = 0;
}

function changedFile({ record, ...lines }: OpenFile): ChangedFile {
  const { kind, path, from } = record;
  return { kind, path: decoded(path), from: from === null ? null : decoded(from), ...lines };
}

const decoded = (name: string): string => Buffer.from(name, 'latin1').toString('utf8');
