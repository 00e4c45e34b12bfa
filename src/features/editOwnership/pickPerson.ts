/** Who is meant: somebody of the ownership file, somebody new, or nobody. */
import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { hasLeft, personOf, typedPerson, visible, type NewPerson, type Person, type Today } from '../../core';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import type { ReadableRepository } from '../../host/readableRepository';
import { askNewPerson } from './newPerson';

/** `added`: has to be written among the people first. */
export type Chosen =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'added'; readonly id: string; readonly name: string; readonly person: NewPerson }
  | { readonly kind: 'nobody'; readonly id: null; readonly name: string };

export interface PersonQuestion {
  readonly title: string;
  readonly placeHolder: string;
  /** Ids of those who come first, and what is said of them. */
  readonly first: ReadonlyMap<string, string>;
  /** Whom it cannot be. */
  readonly not: string | null;
  /** The user, where they are not among the people yet. */
  readonly me: NewPerson | null;
  readonly mayBeNobody: boolean;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Item extends QuickPickItem {
  readonly choose?: () => Promise<Chosen | undefined>;
}

/** Whom the user picks; `undefined`: they would rather not. */
export async function pickPerson(
  found: ReadableRepository,
  { title, placeHolder, first, not, me, mayBeNobody }: PersonQuestion,
  today: Today,
): Promise<Chosen | undefined> {
  const people = [...found.model.file.people.values()].filter(
    (person) => person.id !== not && !person.bot && !hasLeft(person, today),
  );
  const rank = ({ id }: Person): number => [...first.keys()].indexOf(id) + 1 || Infinity;
  people.sort((a, b) => (rank(a) === rank(b) ? a.name.localeCompare(b.name) : rank(a) - rank(b)));
  const items: Item[] = [
    ...(me === null ? [] : [itemOf(me, 'you, not among the people yet', { kind: 'added', person: me, ...nameOf(me) })]),
    ...people.map((person) => itemOf(person, first.get(person.id), { kind: 'person', ...nameOf(person) })),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: '$(person-add) Add a person…', choose: () => added(found) },
    ...(mayBeNobody
      ? [
          {
            label: '$(circle-slash) Nobody: vacant',
            choose: () => Promise.resolve<Chosen>({ kind: 'nobody', id: null, name: 'nobody' }),
          },
        ]
      : []),
  ];
  const options = { title: labelText(title), placeHolder, matchOnDescription: true };
  const picked = await window.showQuickPick(items, options);
  return picked?.choose?.();
}

const nameOf = ({ id, name }: Named): Named => ({ id, name });

function itemOf({ id, name }: Named, remark: string | undefined, chosen: Chosen): Item {
  const description = labelText(remark === undefined ? id : `${id} · ${remark}`);
  return { label: `$(account) ${labelText(name)}`, description, choose: () => Promise.resolve(chosen) };
}

async function added(found: ReadableRepository): Promise<Chosen | undefined> {
  const person = await askNewPerson(found);
  return person === undefined ? undefined : { kind: 'added', id: person.id, name: person.name, person };
}

/** Somebody by id, or as `Name <e-mail>`, as a program says it. Throws `UserError` where it is neither. */
export function namedPerson({ model: { file } }: ReadableRepository, text: string): Chosen {
  if (text === '') return { kind: 'nobody', id: null, name: 'nobody' };
  const known = file.people.get(text);
  if (known !== undefined) return { kind: 'person', id: known.id, name: known.name };
  const typed = text.includes('<') ? typedPerson(text) : null;
  if (typed === null) throw new UserError(`The ownership file has nobody with the id “${visible(text)}”.`);
  const person = personOf(file, typed);
  return { kind: 'added', id: person.id, name: person.name, person };
}
