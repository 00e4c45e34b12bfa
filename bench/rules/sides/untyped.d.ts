/** What the benchmark uses of libraries that come without types. */

declare module 'codeowners' {
  class Codeowners {
    constructor(folder: string);
    getOwner(path: string): readonly string[];
  }
  export = Codeowners;
}

declare module '@snyk/github-codeowners/dist/lib/ownership' {
  export class OwnershipEngine {
    static FromCodeownersFile(path: string): OwnershipEngine;
    calcFileOwnership(path: string): readonly string[];
  }
}

declare module 'picomatch' {
  function picomatch(glob: string, options: Readonly<Record<string, boolean>>): (path: string) => boolean;
  export = picomatch;
}
