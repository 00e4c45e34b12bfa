/** The ownership files as they are being written, for the language features: which documents they are, and their texts now. */
import { RelativePattern, Uri, workspace, type DocumentSelector, type Range, type TextDocument } from 'vscode';
import {
  emptyRoughMemory,
  namesOf,
  writtenAgain,
  type NameOf,
  type RoughMemory,
  type Source,
  type Span,
  type WrittenFile,
} from '../core';
import { textsOf } from './convert';
import { createBag, createSlot, type Disposable } from './disposables';
import { keyOf, pathBelow, uriBelow } from './paths';
import type { Repository, Store } from './store';

/** A repository's ownership file as its texts are in the editor now, saved or not. */
export interface WrittenOwnership {
  readonly repository: Repository;
  /** The entry file, then those included at last. */
  readonly files: readonly WrittenFile[];
  /** As the last good model has them. */
  readonly nameOf: NameOf;
  readonly uriOf: (path: string) => Uri;
  readonly rangeOf: (span: Span) => Range;
}

/** A document that is one of the files. */
export interface WrittenDocument extends WrittenOwnership {
  readonly file: WrittenFile;
}

export interface OwnershipFiles {
  /** What a document is a part of; `undefined` where no ownership file is read from it. */
  of(document: TextDocument): WrittenDocument | undefined;
  /** The ownership file of a repository; `undefined` where it has none of ours. */
  in(repository: Repository): WrittenOwnership | undefined;
  /** Registers providers for exactly these documents, and again whenever they are others. */
  register(make: (selector: DocumentSelector) => Disposable): Disposable;
}

/** Keeps what was read of each text until the text is another one: half a dozen features ask after each key. */
export function createOwnershipFiles(store: Store): OwnershipFiles & Disposable {
  const bag = createBag();
  const read = new Map<string, WrittenFile>();
  const memories = new Map<string, RoughMemory>();

  function written(uri: Uri, source: Source): WrittenFile {
    const key = keyOf(uri);
    const open = workspace.textDocuments.find((document) => keyOf(document.uri) === key);
    const text = open?.getText() ?? source.text;
    const known = read.get(key);
    if (known?.text === text && known.path === source.path && known.base === source.base) return known;
    const memory = memories.get(key) ?? emptyRoughMemory();
    memories.set(key, memory);
    const file = writtenAgain({ ...source, text }, memory);
    read.set(key, file);
    return file;
  }

  function ownershipIn(repository: Repository): WrittenOwnership | undefined {
    const sources = sourcesOf(repository);
    if (sources.length === 0) return undefined;
    const { base, model } = repository;
    const uriOf = (path: string): Uri => uriBelow(base, path);
    const files = sources.map((source) => written(uriOf(source.path), source));
    const texts = textsOf(files);
    const nameOf = model === null ? () => null : namesOf(model.file);
    return { repository, files, nameOf, uriOf, rangeOf: (span) => texts.rangeOf(span) };
  }

  /** Forgets what is read no more, so that nothing is kept of folders that were closed. */
  function forget(known: ReadonlySet<string>): void {
    for (const kept of [read, memories]) for (const key of kept.keys()) if (!known.has(key)) kept.delete(key);
  }
  bag.add(
    store.onDidChange(() => forget(new Set(placesOf(store).map(({ base, path }) => keyOf(uriBelow(base, path)))))),
  );

  return {
    of({ uri }) {
      for (const repository of store.repositories) {
        const path = sourcesOf(repository).find((source) => isAt(repository.base, source.path, uri))?.path;
        const ownership = path === undefined ? undefined : ownershipIn(repository);
        const file = ownership?.files.find((one) => one.path === path);
        if (ownership !== undefined && file !== undefined) return { ...ownership, file };
      }
      return undefined;
    },
    in: ownershipIn,
    register(make) {
      const mine = createBag();
      const registered = mine.add(createSlot<Disposable>());
      let filters = '';
      const update = (): void => {
        const places = placesOf(store);
        const next = places.map(({ base, path }) => `${base.toString()} ${path}`).join('\n');
        if (next === filters) return;
        filters = next;
        registered.put(places.length === 0 ? undefined : make(places.map(filterOf)));
      };
      mine.add(store.onDidChange(update));
      update();
      return mine;
    },
    dispose: () => bag.dispose(),
  };
}

interface Place {
  readonly base: Uri;
  readonly path: string;
}

const placesOf = ({ repositories }: Store): Place[] =>
  repositories.flatMap((repository) => sourcesOf(repository).map(({ path }) => ({ base: repository.base, path })));

/** The files of an ownership file of ours: as read last, and while that failed, also those of the last good model. */
function sourcesOf({ sources, model }: Repository): readonly Source[] {
  if (model?.file.codeowners != null) return [];
  const more = model?.file.sources ?? [];
  return [...sources, ...more.filter(({ path }) => !sources.some((source) => source.path === path))];
}

const isAt = (base: Uri, path: string, uri: Uri): boolean =>
  pathBelow(base, uri) === path || keyOf(uriBelow(base, path)) === keyOf(uri);

/** Exactly one file: what patterns use for themselves is written as a range of one character. */
function filterOf({ base, path }: Place): { readonly scheme: string; readonly pattern: RelativePattern } {
  const uri = uriBelow(base, path);
  const folder = Uri.joinPath(uri, '..');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return { scheme: uri.scheme, pattern: new RelativePattern(folder, name.replace(/[*?[\]{}!]/g, '[$&]')) };
}
