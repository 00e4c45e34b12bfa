/** What every list of maintainers comes down to. */

/** Somebody on a list. The e-mail address or the handle can be empty. */
export interface ListedPerson {
  /** An id as the ownership file wants it. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly handle: string;
}

/** People who are listed together: one AOR of the replay. */
export interface ListedArea {
  readonly title: string;
  /** Ids, in the order of the list. */
  readonly people: readonly string[];
}

export interface Listing {
  readonly people: readonly ListedPerson[];
  /** `null`: nobody is listed for the path. The same people give the same object. */
  readonly areaOf: (path: string) => ListedArea | null;
}

/** Gives everybody an id, the same to the same address or handle. */
export function peopleBook(): {
  readonly idOf: (person: Omit<ListedPerson, 'id'>) => string;
  readonly all: readonly ListedPerson[];
} {
  const all: ListedPerson[] = [];
  const ids = new Map<string, string>();
  return {
    all,
    idOf(person) {
      const key = (person.email || person.handle || person.name).toLowerCase();
      const id = ids.get(key) ?? `p${all.length}`;
      if (!ids.has(key)) all.push({ id, ...person });
      ids.set(key, id);
      return id;
    },
  };
}

/** Areas by the people they name, so that the same list is the same AOR. */
export function areaBook(): (title: string, people: readonly string[]) => ListedArea | null {
  const areas = new Map<string, ListedArea>();
  return (title, people) => {
    if (people.length === 0) return null;
    const distinct = [...new Set(people)];
    const key = distinct.join(' ');
    const area = areas.get(key) ?? { title, people: distinct };
    areas.set(key, area);
    return area;
  };
}
