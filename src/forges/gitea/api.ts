/** Where the API of Gitea and Forgejo is, and how they want to be shown a token. Source: *API Usage*. */
import { bindToken, type ForgePlace, type ForgeToken } from '../token';

/** `https://codeberg.org/api/v1`. `site`: what pages of the host start with, with the folder the forge lives in. */
export const giteaApi = ({ site }: { readonly site: string }): string => `${site}/api/v1`;

/** Throws as `bindToken` does. */
export const giteaToken = (place: ForgePlace, secret: string): ForgeToken =>
  bindToken(place, secret, (text) => ['authorization', `token ${text}`]);
