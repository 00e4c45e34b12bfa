import { get } from './client';

export { charge } from './payments';
export { search, type Hit } from './search';

export interface Product {
  readonly id: string;
  readonly title: string;
  readonly cents: number;
  readonly currency: string;
}

export interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const product = (id: string): Promise<Product> => get(`/products/${encodeURIComponent(id)}`);

export const page = (slug: string): Promise<Page | null> => get(`/pages/${encodeURIComponent(slug)}`);
