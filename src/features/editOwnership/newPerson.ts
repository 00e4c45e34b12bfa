/** Who is added to the people: an author of the repository, or somebody who is typed. */
import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { peopleToAdd, personIdTrouble, personOf, typedPerson, type NewPerson, type OwnershipFile } from '../../core';
import { cancellable } from '../../host/cancellable';
import { labelText } from '../../host/convert';
import { mayRunGit } from '../../host/git';
import type { ReadableRepository } from '../../host/readableRepository';
import { recentAuthors } from '../../node/authors';

/** Whoever has not committed for longer has most likely moved on. */
const recentMs = 2 * 365 * 86_400_000;

/** Most of a long list is not looked at, but can be searched. */
const maximumRows = 1_000;

interface Item extends QuickPickItem {
  readonly person?: NewPerson;
}

/** Somebody who is not among the people yet, with an id nobody has; `undefined`: the user would rather not. */
export async function askNewPerson({
  repository: { base },
  model: { file },
}: ReadableRepository): Promise<NewPerson | undefined> {
  const authors = mayRunGit(base)
    ? await cancellable('Reading who worked here', (signal) =>
        recentAuthors(base.fsPath, Date.now() - recentMs, signal),
      )
    : [];
  if (authors === undefined) return undefined;
  const found = peopleToAdd(file, authors).slice(0, maximumRows);
  const person = found.length === 0 ? await askTyped(file) : await pick(file, found);
  return person === undefined ? undefined : withId(file, person);
}

async function pick(file: OwnershipFile, found: ReturnType<typeof peopleToAdd>): Promise<NewPerson | undefined> {
  const items: Item[] = [
    ...found.map(({ commits, ...person }) => {
      const handles = [...person.handles].map(([forge, handle]) => `${handle} on ${forge}`);
      const facts = [
        ...person.emails,
        ...handles,
        `${commits.toLocaleString('en')} ${commits === 1 ? 'commit' : 'commits'}`,
      ];
      return { label: `$(account) ${labelText(person.name)}`, description: labelText(facts.join(' · ')), person };
    }),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: '$(edit) Somebody else…' },
  ];
  const placeHolder = 'Authors of the last two years who are not in the ownership file, most active first';
  const picked = await window.showQuickPick(items, { title: 'Add person', placeHolder, matchOnDescription: true });
  return picked === undefined ? undefined : (picked.person ?? askTyped(file));
}

async function askTyped(file: OwnershipFile): Promise<NewPerson | undefined> {
  const text = await window.showInputBox({
    title: 'Add person',
    prompt: 'Name, and e-mail address as commits have it',
    placeHolder: 'Ana Ruiz <ana@acme.dev>',
    validateInput: (typed) =>
      typedPerson(typed) === null ? 'Write a name, or a name and <e-mail address>.' : undefined,
  });
  const typed = text === undefined ? null : typedPerson(text);
  return typed === null ? undefined : personOf(file, typed);
}

/** Ids stand all over the file, so whoever writes it has a say in them. */
async function withId(file: OwnershipFile, person: NewPerson): Promise<NewPerson | undefined> {
  const id = await window.showInputBox({
    title: `Add ${person.name}`,
    prompt: 'The id that the ownership file names them by',
    value: person.id,
    validateInput: (typed) => personIdTrouble(file, typed) ?? undefined,
  });
  return id === undefined ? undefined : { ...person, id };
}
