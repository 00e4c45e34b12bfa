/** *Add person…*: somebody from git history, or as they are typed, among the people. */
import { setValue, type Value } from '../../edits';
import type { OwnershipFile } from '../../model';
import { isBot, joinWorkers, type Worker } from '../../propose/workers';
import type { Identity } from '../../review/evidence';
import { personFinder } from '../../review/evidence/people';
import { isId } from '../fixes/ids';
import { editing, refused, type EditingResult } from './changes';
import { personIdFor } from './ids';

/** Somebody as commits name them, after `.mailmap`, and how many there are. */
export interface Author {
  readonly identity: Identity;
  readonly commits: number;
}

/** Somebody who could be added. */
export interface NewPerson extends Worker {
  readonly id: string;
}

export interface KnownWorker extends NewPerson {
  readonly commits: number;
}

/** The authors that are not among the people yet, each once, most active first; no programs. */
export function peopleToAdd(file: OwnershipFile, authors: readonly Author[]): readonly KnownWorker[] {
  const human = authors.filter(({ identity }) => !isBot(identity));
  const known = personFinder(file.people.values());
  const { workerOf, workers } = joinWorkers(
    human.map(({ identity }) => identity),
    human.map(({ commits }) => commits),
  );
  const commits = workers.map(() => 0);
  const isKnown = workers.map(() => false);
  human.forEach((author, at) => {
    const worker = workerOf[at] ?? 0;
    commits[worker] = (commits[worker] ?? 0) + author.commits;
    if (known(author.identity) !== null) isKnown[worker] = true;
  });
  return workers
    .map((worker, at) => ({ ...worker, id: personIdFor(file, worker), commits: commits[at] ?? 0, at }))
    .filter(({ at }) => isKnown[at] !== true)
    .sort((a, b) => b.commits - a.commits || a.at - b.at)
    .map(({ id, name, emails, handles, commits: count }) => ({ id, name, emails, handles, commits: count }));
}

/** Somebody by name and address, as git knows them or as they are typed. */
export function personOf(file: OwnershipFile, identity: Identity): NewPerson {
  const { workers } = joinWorkers([identity], [1]);
  const worker = workers[0] ?? { name: identity.name, emails: [], handles: new Map<string, string>() };
  return { ...worker, id: personIdFor(file, worker) };
}

/** `Ana Ruiz <ana@acme.dev>`, or a name alone; `null`: it is neither. */
export function typedPerson(text: string): Identity | null {
  const [, name = '', email] = /^([^<>]*?)\s*<\s*([^<>\s@]+@[^<>\s@]+)\s*>$/.exec(text.trim()) ?? [];
  if (email !== undefined) return { name, email };
  return /^[^<>@]+$/.test(text.trim()) ? { name: text.trim(), email: '' } : null;
}

/** Why an id cannot be that of somebody new, in a sentence; `null`: it can. */
export function personIdTrouble({ people }: OwnershipFile, id: string): string | null {
  if (people.has(id)) return `There is somebody with the id "${id}" already.`;
  return isId(id) ? null : 'An id is made of small letters and digits, with single - or _ between, a letter first.';
}

/** Writes a person behind the others, in the short form where it says all. */
export function addPerson(file: OwnershipFile, { id, name, emails, handles }: NewPerson): EditingResult {
  const trouble = personIdTrouble(file, id);
  if (trouble !== null) return refused(trouble);
  const [email, ...others] = emails;
  const isShort = email !== undefined && others.length === 0 && handles.size === 0 && !/[<>]/.test(name);
  const value: Value = isShort
    ? `${name} <${email}>`
    : {
        name,
        email: email === undefined ? undefined : others.length === 0 ? email : emails,
        handles: handles.size === 0 ? undefined : Object.fromEntries(handles),
      };
  return editing({ file: fileOfPeople(file), edits: [setValue(['people', id], value)] });
}

/** Where most of the people are; the entry file where nobody is. */
function fileOfPeople({ sources, people }: OwnershipFile): string {
  const counts = new Map<string, number>();
  for (const { at } of people.values()) counts.set(at.file, (counts.get(at.file) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? sources[0].path;
}
