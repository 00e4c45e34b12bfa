/**
 * Preloaded into the server's processes: where one loads the extension, takes the time, and listens to what it hands
 * to the editor.
 */
import Module from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type * as vscode from 'vscode';
import type { Observed } from './observed';

type Load = (request: string, parent: NodeJS.Module | null, isMain: boolean) => unknown;
interface Extension {
  readonly activate: (context: vscode.ExtensionContext) => void;
}

/** Without other threads, where Node can tell them apart. */
type OwnThread = NodeJS.Process & { readonly threadCpuUsage?: () => NodeJS.CpuUsage };

const loader = Module as unknown as { _load: Load };
let load = loader._load;

// The extension host puts a function of its own in this place, which gives extensions their API: ours goes around it.
Object.defineProperty(Module, '_load', {
  get: () => load,
  set: (theirs: Load) => {
    load = observing(theirs);
  },
});

const observing =
  (theirs: Load): Load =>
  (request, parent, isMain) => {
    if (request === 'vscode' && globalThis.aorObserved !== undefined && isOurs(parent?.filename))
      return listening(theirs(request, parent, isMain) as typeof vscode, globalThis.aorObserved);
    return isOurs(request)
      ? observedExtension(() => theirs(request, parent, isMain) as Extension)
      : theirs(request, parent, isMain);
  };

function observedExtension(read: () => Extension): Extension {
  const observed = startObserving();
  const startMs = performance.now();
  const extension = read();
  observed.loadMs = performance.now() - startMs;
  return {
    ...extension,
    activate: (context) => {
      observed.activatedAt = performance.now();
      observed.delay.reset();
      observed.busy.length = 0;
      extension.activate(context);
      observed.activateMs = performance.now() - observed.activatedAt;
    },
  };
}

const isOurs = (file: string | undefined): boolean => /[\\/]dist[\\/]extension(\.js)?$/.test(file ?? '');

function startObserving(): Observed {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const busy: number[] = [];
  const used = (): number => {
    const { user, system } = (process as OwnThread).threadCpuUsage?.() ?? process.cpuUsage();
    return (user + system) / 1000;
  };
  let before = used();
  setInterval(() => {
    const now = used();
    busy.push(now - before);
    before = now;
  }, 1).unref();
  return (globalThis.aorObserved = {
    ...{ loadMs: 0, activateMs: 0, activatedAt: 0, statusTexts: [], rows: [], completions: [], delay, busy },
  });
}

/** The API with three of its functions replaced; everything else is read through. */
function listening(api: typeof vscode, { statusTexts, rows, completions }: Observed): typeof vscode {
  const createStatusBarItem = (...args: Parameters<typeof vscode.window.createStatusBarItem>) => {
    const item = api.window.createStatusBarItem(...args);
    return new Proxy(item, {
      set(target, key, value) {
        if (key === 'text') statusTexts.push({ at: performance.now(), text: String(value) });
        return Reflect.set(target, key, value);
      },
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  const createTreeView = <T>(id: string, options: vscode.TreeViewOptions<T>) => {
    const provider = options.treeDataProvider;
    const getTreeItem = async (node: T): Promise<vscode.TreeItem> => {
      const item = await provider.getTreeItem(node);
      const label = typeof item.label === 'string' ? item.label : '';
      if (id === 'aor.responsibilities')
        rows.push({ at: performance.now(), label, description: String(item.description ?? '') });
      return item;
    };
    const heard = Object.create(provider, { getTreeItem: { value: getTreeItem } }) as typeof provider;
    return api.window.createTreeView(id, { ...options, treeDataProvider: heard });
  };
  const window = Object.create(api.window, {
    createStatusBarItem: { value: createStatusBarItem },
    createTreeView: { value: createTreeView },
  }) as typeof vscode.window;
  const registerCompletionItemProvider = (
    selector: vscode.DocumentSelector,
    provider: vscode.CompletionItemProvider,
    ...triggers: string[]
  ): vscode.Disposable => {
    const provideCompletionItems = async (...args: Parameters<typeof provider.provideCompletionItems>) => {
      const startMs = performance.now();
      const found = await provider.provideCompletionItems(...args);
      completions.push(performance.now() - startMs);
      return found;
    };
    return api.languages.registerCompletionItemProvider(selector, { provideCompletionItems }, ...triggers);
  };
  const languages = Object.create(api.languages, {
    registerCompletionItemProvider: { value: registerCompletionItemProvider },
  }) as typeof vscode.languages;
  return Object.create(api, {
    window: { value: window, enumerable: true },
    languages: { value: languages, enumerable: true },
  }) as typeof vscode;
}
