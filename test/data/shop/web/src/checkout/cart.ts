import { useSyncExternalStore } from 'react';
import type { Item } from './total';

export interface Cart {
  readonly order: string;
  readonly items: readonly Item[];
  readonly currency: string;
  readonly card: string;
}

let cart: Cart = { order: '', items: [], currency: 'EUR', card: '' };
const listeners = new Set<() => void>();

export function putInCart(item: Item): void {
  cart = { ...cart, items: [...cart.items, item] };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useCart = (): Cart => useSyncExternalStore(subscribe, () => cart);
