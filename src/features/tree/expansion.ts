/** Which nodes the user has opened and closed, remembered for the workspace. */
import type { Memento } from 'vscode';
import { createBag, debounced, type Disposable } from '../../host/disposables';
import type { ExpansionOf } from './items';

const key = 'tree.expansion';

/** Enough for a large tree; the oldest are forgotten first. */
const maximumRemembered = 500;
const writeMs = 200;

export interface Expansion extends Disposable {
  readonly of: ExpansionOf;
  put(id: string, isExpanded: boolean): void;
}

export function createExpansion(memory: Memento): Expansion {
  const bag = createBag();
  const known = new Map<string, boolean>(Object.entries(remembered(memory)));
  const write = bag.add(
    debounced(writeMs, () => {
      // Nobody waits for it, and what is lost is only which rows were open.
      void memory.update(key, Object.fromEntries([...known].slice(-maximumRemembered)));
    }),
  );
  return {
    of: (id) => known.get(id),
    put(id, isExpanded) {
      known.delete(id);
      known.set(id, isExpanded);
      write.schedule();
    },
    dispose() {
      write.flush();
      bag.dispose();
    },
  };
}

function remembered(memory: Memento): Readonly<Record<string, boolean>> {
  const value = memory.get<unknown>(key);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}
