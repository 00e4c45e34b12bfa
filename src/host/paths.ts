/** URIs ↔ base-relative paths. Compared segment by segment, never as text that happens to begin alike. */
import { Uri } from 'vscode';

/** A URI as the key of a map: the same for the same place, whatever the case of a drive letter. */
export const keyOf = (uri: Uri): string => `${uri.scheme}://${uri.authority}${normalized(uri.path)}`;

const normalized = (path: string): string => {
  const text = /^\/[A-Z]:/.test(path) ? `/${path.charAt(1).toLowerCase()}${path.slice(2)}` : path;
  return text.length > 1 && text.endsWith('/') ? text.slice(0, -1) : text;
};

/** The path of `uri` relative to `base`, with `/`; empty for the base itself, `undefined` if it is not beneath it. */
export function pathBelow(base: Uri, uri: Uri): string | undefined {
  if (base.scheme !== uri.scheme || base.authority !== uri.authority) return undefined;
  const above = normalized(base.path);
  const path = normalized(uri.path);
  if (path === above) return '';
  const prefix = above === '/' ? '/' : `${above}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** The URI of a base-relative path (or of an absolute one, which only `aor.file` can be). */
export const uriBelow = (base: Uri, path: string): Uri =>
  isAbsolute(path)
    ? base.with({ path: path.startsWith('/') ? path : `/${path.replaceAll('\\', '/')}` })
    : Uri.joinPath(base, path);

/** Whether a path stands for itself: `/x` or `C:\x`. */
export const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);

/** The folder of a file; the root is its own folder. */
export const folderOf = (uri: Uri): Uri => uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf('/')) || '/' });
