import type { PlainMap } from '../../file/plainTree';
import { readPlainYaml } from '../../file/plainYaml';
import { readYaml } from '../../file/yaml';
import type { Source } from '../../model';
import { idsIn, type WrittenId } from './ids';
import { emptyRoughMemory, roughTree, type RoughMemory } from './roughTree';

/**
 * One file of an ownership file as its text is now, which may be half-typed. All that the language features say about
 * places comes from here and not from the model, which may be that of an older text and lacks what has errors.
 */
export interface WrittenFile extends Source {
  /** The map at the top; `null`: there is none. Read when first asked for, once. */
  readonly root: PlainMap | null;
  /** Every id that is defined or mentioned, in the order of the tables of keys. Likewise. */
  readonly ids: readonly WrittenId[];
}

/** The file with this text. Never throws. */
export const writtenFile = (source: Source): WrittenFile => writtenAgain(source, emptyRoughMemory());

/** The same; `memory`: of an earlier text of this file, and once it was read of this one. */
export function writtenAgain({ path, base, text }: Source, memory: RoughMemory): WrittenFile {
  let root: PlainMap | null | undefined;
  let ids: readonly WrittenId[] | undefined;
  const readRoot = (): PlainMap | null => {
    if (root !== undefined) return root;
    const found = readPlainYaml(text)?.root ?? roughTree(text, memory) ?? readYaml(text).root;
    return (root = found?.kind === 'map' ? found : null);
  };
  return {
    path,
    base,
    text,
    get root() {
      return readRoot();
    },
    get ids() {
      return (ids ??= idsIn(path, text, readRoot()));
    },
  };
}
