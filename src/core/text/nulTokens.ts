/** Cuts what comes in pieces, cut anywhere, at each NUL. What stands behind the last one is not handed over. */
export function nulTokens(take: (token: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const tokens = text.split('\0');
    tokens[0] = rest + (tokens[0] ?? '');
    rest = tokens.pop() ?? '';
    tokens.forEach(take);
  };
}
