import { get } from './client.js';

export interface Hit {
  readonly id: string;
  readonly title: string;
}

/** Products that carry every word, the most wanted first. */
export const search = (query: string): Promise<readonly Hit[]> => get(`/search?q=${encodeURIComponent(query)}`);
