/** Answers of the shape that GitHub describes, with what a test cares about filled in. */
import { readFileSync } from 'node:fs';

export const descriptionFile = 'test/forges/github/api.json';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Json = Readonly<Record<string, unknown>>;

const description = JSON.parse(readFileSync(descriptionFile, 'utf8')) as {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const formats: Readonly<Record<string, unknown>> = {
  'date-time': '2026-06-15T12:00:00Z',
  uri: 'https://github.com/acme',
  email: 'x@acme.example',
};

function smallest(schema: Schema): unknown {
  if (schema.$ref !== undefined) return smallest(description.components.schemas[schema.$ref.split('/').at(-1)!]!);
  if (schema.nullable === true) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  const all = schema.allOf;
  if (all !== undefined) return Object.assign({}, ...all.map((one) => smallest(one))) as unknown;
  const [first] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (first !== undefined) return smallest(first);
  if (schema.type === 'array') return [];
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'string') return formats[schema.format ?? ''] ?? 'x';
  const { properties = {} } = schema;
  return Object.fromEntries((schema.required ?? []).map((key) => [key, smallest(properties[key] ?? {})]));
}

/** The smallest object of a schema, with some of its properties set. */
export const instanceOf = (schema: string, properties: Json): Json => ({
  ...(smallest({ $ref: `#/components/schemas/${schema}` }) as Json),
  ...properties,
});
