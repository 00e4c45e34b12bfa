/** The host of a remote's address, lower case; `undefined` for a local path. */
export function hostOfRemote(address: string): string | undefined {
  if (address.startsWith('file:')) return undefined;
  const found = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(address) ?? /^(?:[^/@:]+@)?([^/:]{2,}):/.exec(address);
  return found?.[1]?.toLowerCase();
}
