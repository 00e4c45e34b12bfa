/** Ids for what is new, and titles that read well. */
import { idBook, wordsOf } from '../../interop/naming';
import type { OwnershipFile } from '../../model';
import type { Worker } from '../../propose/workers';
import type { Target } from './globFor';

/** The name of a file without what tells its kind: `refunds.test.ts` → `refunds`; of a folder its name. */
function nameOf({ path, isFolder }: Target): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isFolder ? name : (/^(\.?[^.]+)/.exec(name)?.[1] ?? name);
}

/** An id and a title for an AOR of these targets: from the first one's name, with the folders above where it is taken. */
export function aorNaming(
  file: OwnershipFile,
  targets: readonly Target[],
): { readonly id: string; readonly title: string } {
  const [first = { path: '', isFolder: true }] = targets;
  const name = nameOf(first);
  const above = first.path.split('/').slice(0, -1).toReversed();
  const longer = above.map((_, at) => [...above.slice(0, at + 1).toReversed(), name].join('-'));
  const id = idBook(file.aors.keys())(name === '' ? ['everything-else'] : [name, ...longer]);
  return { id, title: name === '' ? 'Everything else' : wordsOf(name) };
}

/** An id for somebody new: their first name, else more of it. */
export const personIdFor = (file: OwnershipFile, { name, handles, emails }: Worker): string =>
  idBook(file.people.keys())([
    name.split(' ')[0] ?? '',
    name,
    ...handles.values(),
    ...emails.map((email) => email.split('@')[0] ?? ''),
    ...emails,
    'person',
  ]);
