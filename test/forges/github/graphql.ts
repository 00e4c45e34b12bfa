/**
 * As much of GraphQL as the client asks: variables, aliases, arguments, fragments by name. A field that a stand-in does not
 * have is an error, as it is on GitHub.
 */

export type GraphqlArguments = Readonly<Record<string, unknown>>;
export type GraphqlValue = string | number | boolean | null | GraphqlObject | readonly GraphqlObject[] | Missing;
/** Fields, some of which take arguments. */
export interface GraphqlObject {
  readonly [field: string]: GraphqlValue | ((asked: GraphqlArguments) => GraphqlValue);
}

/** What is not there, with GitHub's words for it. */
class Missing {
  constructor(readonly words: string) {}
}
export const notFound = (words: string): Missing => new Missing(words);

interface Selection {
  readonly name: string;
  readonly alias: string;
  readonly asked: GraphqlArguments;
  readonly fields: readonly Selection[] | null;
}

interface Question {
  readonly query: string;
  readonly variables: GraphqlArguments;
}

/** `body`: of a request. `root`: what is there. */
export function answerGraphql(body: string, root: GraphqlObject): unknown {
  const { query, variables } = JSON.parse(body) as Question;
  const errors: unknown[] = [];
  try {
    const data = pick(root, new Reader(query, variables).operation(), errors);
    return errors.length === 0 ? { data } : { data, errors };
  } catch (error) {
    return { errors: [{ message: (error as Error).message }] };
  }
}

const isList = (value: object): value is readonly GraphqlObject[] => Array.isArray(value);

function pick(from: GraphqlObject, fields: readonly Selection[], errors: unknown[]): unknown {
  return Object.fromEntries(
    fields.map(({ name, alias, asked, fields: inner }) => {
      const field = from[name];
      if (field === undefined) throw new Error(`Field '${name}' doesn't exist`);
      const value = typeof field === 'function' ? field(asked) : field;
      if (value instanceof Missing) {
        errors.push({ type: 'NOT_FOUND', path: [alias], message: value.words });
        return [alias, null];
      }
      const isLeaf = typeof value !== 'object';
      if (value !== null && isLeaf !== (inner === null)) throw new Error(`Selections do not fit '${name}'`);
      if (value === null || isLeaf || inner === null) return [alias, value];
      return [alias, isList(value) ? value.map((one) => pick(one, inner, errors)) : pick(value, inner, errors)];
    }),
  );
}

class Reader {
  readonly #tokens: string[];
  readonly #variables: GraphqlArguments;
  #declared: readonly string[] = [];

  constructor(query: string, variables: GraphqlArguments) {
    this.#tokens = query.match(/[\w$]+|"[^"]*"|[{}()[\]:!=]/g) ?? [];
    this.#variables = variables;
  }

  /** `query($owner: String!) { … }`. */
  operation(): readonly Selection[] {
    this.#expect('query');
    if (this.#take('(')) {
      const declared: string[] = [];
      while (!this.#take(')')) {
        const name = this.#next();
        this.#expect(':');
        const type = this.#next();
        const isNeeded = this.#take('!');
        const given = this.#variables[name.slice(1)] ?? null;
        if (!name.startsWith('$') || (given === null ? isNeeded : typeof given !== 'string' || type !== 'String'))
          throw new Error(`Variable ${name} of type ${type} was provided invalid value`);
        declared.push(name);
      }
      this.#declared = declared;
    }
    const fields = this.#selections();
    if (this.#tokens.length > 0) throw new Error(`Parse error on "${this.#tokens.join(' ')}"`);
    return fields;
  }

  #selections(): readonly Selection[] {
    this.#expect('{');
    const fields: Selection[] = [];
    while (!this.#take('}')) {
      const alias = this.#next();
      const name = this.#take(':') ? this.#next() : alias;
      const asked = this.#take('(') ? this.#entries(')') : {};
      fields.push({ name, alias, asked, fields: this.#tokens[0] === '{' ? this.#selections() : null });
    }
    return fields;
  }

  #entries(end: string): GraphqlArguments {
    const entries: [string, unknown][] = [];
    while (!this.#take(end)) {
      const name = this.#next();
      this.#expect(':');
      entries.push([name, this.#value()]);
    }
    return Object.fromEntries(entries);
  }

  #value(): unknown {
    if (this.#take('{')) return this.#entries('}');
    const token = this.#next();
    if (!token.startsWith('$')) return /^\d+$/.test(token) ? Number(token) : token.replaceAll('"', '');
    if (!this.#declared.includes(token)) throw new Error(`Variable ${token} is used but not declared`);
    return this.#variables[token.slice(1)] ?? null;
  }

  #next(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error('Parse error on the end of the query');
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[0] !== token) return false;
    this.#tokens.shift();
    return true;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new Error(`Parse error on "${found}", expected "${token}"`);
  }
}
