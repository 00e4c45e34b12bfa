/** The id that a commit keeps while it is amended. Source: *Change-Ids* of Gerrit's documentation. */

const key = /^(?:Change-Id:\s*|Link:\s*https?:\/\/\S+\/id\/)(I[0-9a-f]{40})\s*$/gim;

/** The `Change-Id` in the last paragraph of a commit's message; of several the last. `null`: it has none. */
export function changeIdOf(message: string): string | null {
  const footer =
    message
      .trimEnd()
      .split(/\n[^\S\n]*\n/)
      .at(-1) ?? '';
  return [...footer.replaceAll('\r', '').matchAll(key)].at(-1)?.[1] ?? null;
}
