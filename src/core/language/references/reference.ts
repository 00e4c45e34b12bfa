/** An import or path as written. Offsets are UTF-16, end exclusive, and span the path text without quotes. */
export interface PathReference {
  /**
   * `module`: an ECMAScript module specifier. `python`: a dotted module. `go`: an import path. `rust`: a module name.
   * `path`: a path in quotes, in a Markdown link, or starting with `./`.
   */
  readonly kind: 'module' | 'python' | 'go' | 'rust' | 'path';
  /** `./a`, `.pkg.mod`, `example.com/shop/web`. */
  readonly text: string;
  /** Python only: the name imported from the module, which may be a module itself. */
  readonly name: string | null;
  readonly start: number;
  readonly end: number;
}
