import type { Person } from '../../../src/core';

type Told = Partial<Pick<Person, 'name' | 'emails' | 'bot'>> & { readonly handles?: Readonly<Record<string, string>> };

/** People of an ownership file, as far as finding them goes. By default `ana` is `ana@acme.dev`. */
export const peopleOf = (people: Readonly<Record<string, Told>>): readonly Person[] =>
  Object.entries(people).map(([id, { name = id, emails = [`${id}@acme.dev`], bot = false, handles = {} }]) => ({
    id,
    at: { file: 'aor.yaml', start: 0, end: 0 },
    name,
    emails,
    handles: new Map(Object.entries(handles)),
    chat: null,
    manager: null,
    timezone: null,
    wants: [],
    away: [],
    left: null,
    bot,
  }));
