import { personFinder, type OwnershipFile } from '../core';

/** Somebody by id, e-mail address, handle or name, whatever the case. */
export function personNamed(file: OwnershipFile, text: string): string | null {
  if (file.people.has(text)) return text;
  const find = personFinder(file.people.values());
  const id = find(text.includes('@') && !text.startsWith('@') ? { name: '', email: text } : { name: text, email: '' });
  return id ?? (file.people.has(text.toLowerCase()) ? text.toLowerCase() : null);
}
