/** What ends: the shape of `vscode.Disposable`, without its class. */
export interface Disposable {
  dispose(): void;
}

/** Disposables that live and end together. */
export interface Bag extends Disposable {
  /** Keeps it until the bag is disposed; what comes later is disposed at once. Gives it back. */
  add<T extends Disposable>(item: T): T;
}

export function createBag(): Bag {
  const items: Disposable[] = [];
  let isDisposed = false;
  return {
    add(item) {
      if (isDisposed) item.dispose();
      else items.push(item);
      return item;
    },
    dispose() {
      isDisposed = true;
      for (const item of items.splice(0).reverse()) item.dispose();
    },
  };
}

/** A place for one disposable: what is put in disposes what was there. */
export interface Slot<T extends Disposable> extends Disposable {
  readonly value: T | undefined;
  put(next: T | undefined): void;
}

export function createSlot<T extends Disposable>(): Slot<T> {
  let value: T | undefined;
  return {
    get value() {
      return value;
    },
    put(next) {
      if (next === value) return;
      value?.dispose();
      value = next;
    },
    dispose() {
      value?.dispose();
      value = undefined;
    },
  };
}

/** Calls `run` once it has not been asked for during `debounceMs`. */
export interface Debounced extends Disposable {
  readonly schedule: () => void;
  /** Calls now what is scheduled; does nothing where nothing is. */
  readonly flush: () => void;
}

export function debounced(debounceMs: number, run: () => void): Debounced {
  let timer: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const runNow = (): void => {
    cancel();
    run();
  };
  return {
    schedule() {
      cancel();
      timer = setTimeout(runNow, debounceMs);
    },
    flush() {
      if (timer !== undefined) runNow();
    },
    dispose: cancel,
  };
}
