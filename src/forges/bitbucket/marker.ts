/** Bitbucket shows comments of HTML as text, but not what a link is called that nothing refers to. */
import type { MarkedComment } from '../forge';

/** `<!-- aor: people -->` as `[//]: # (aor: people)`, with the empty line that has to follow. */
export function withPlainMarker({ marker, text, closing }: MarkedComment): MarkedComment {
  const plain = `[//]: # (${marker.replace(/^<!--\s*|\s*-->$/g, '')})`;
  const renamed = (whole: string): string => whole.replace(`${marker}\n`, `${plain}\n\n`);
  return { marker: plain, text: text === null ? null : renamed(text), closing: renamed(closing) };
}
