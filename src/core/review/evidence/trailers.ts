/** The people that the trailers of a commit message name. */
import type { Identity } from './identity';

/** Who reviewed a commit and who wrote it with its author, as its trailers say. */
export interface TrailerPeople {
  readonly reviewers: readonly Identity[];
  readonly coAuthors: readonly Identity[];
}

/** A trailer at the start of a line, with the indented lines that go on with it. */
const trailer = /^(reviewed-by|acked-by|approved-by|reviewed-on|co-authored-by)[ \t]*:(.*(?:\n[ \t]+\S.*)*)/gim;

/**
 * The people in a message's trailers, each once. Anywhere in the message, not only in its last paragraph: forges that
 * squash or merge put their own lines behind. `Tested-by` is no review.
 */
export function trailerPeople(message: string): TrailerPeople {
  const reviewers = new Map<string, Identity>();
  const coAuthors = new Map<string, Identity>();
  for (const [, key = '', value = ''] of message.replaceAll('\r', '').matchAll(trailer)) {
    const into = key.toLowerCase() === 'co-authored-by' ? coAuthors : reviewers;
    for (const identity of identitiesIn(value))
      into.set(`${identity.name} <${identity.email.toLowerCase()}>`, identity);
  }
  return { reviewers: [...reviewers.values()], coAuthors: [...coAuthors.values()] };
}

/** Longer values are no lists of people, and would take time to search. */
const maximumLength = 2_000;

/** The text before an address, and the address; a missing `>` is forgiven. */
const addressed = /([^<>]*)<([^<>]*)(?:>|$)/g;

/**
 * The people in a trailer's value: `Name <address>`, several of them one after another, or, where nothing is in angle
 * brackets, addresses, handles or one name. An address on the web names nobody.
 */
export function identitiesIn(value: string): readonly Identity[] {
  const text = value.slice(0, maximumLength).replace(/\s+/g, ' ').trim();
  if (/^\w+:\/\//.test(text)) return [];
  if (text.includes('<'))
    return [...text.matchAll(addressed)].flatMap(([, name = '', email = '']) => named(name, email));
  const words = text.split(/[,;] ?| /).filter((word) => word !== '');
  const areSeveral = words.every((word) => word.includes('@')) || !/[^,;] /.test(text);
  return (areSeveral ? words : [text]).flatMap((word) => (isAddress(word) ? named('', word) : named(word, '')));
}

const isAddress = (word: string): boolean => /^[^@\s]+@[^@\s]+$/.test(word);

/** What separates people stands before a name: a comma, `and`; what says more about the one before, in brackets. */
const separators = /^(?:\s*(?:[,;&]|\band\b|\([^)]*\)|\[[^\]]*\]))*\s*/i;

function named(name: string, email: string): Identity[] {
  const identity = {
    name: name
      .replace(separators, '')
      .trim()
      .replace(/^"(.*)"$/, '$1'),
    email: email.trim(),
  };
  return identity.name === '' && identity.email === '' ? [] : [identity];
}
