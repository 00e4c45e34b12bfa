/** The ownership file as a JSON Schema, for editors that know YAML. Source: JSON Schema draft-07. */
import type { Takes, TakesMap } from '../../file/takes';
import { takesFile } from '../../file/takesFile';
import { anyKey, helpFor, type KeyPath } from './keys';

export interface JsonSchema {
  readonly [key: string]: unknown;
}

/**
 * The schema of an ownership file. `checking`: it tells right from wrong, as far as a schema can. `helping`: it says
 * what may stand where and finds no fault, for use beside our own, better, reports.
 */
export function jsonSchema(purpose: 'checking' | 'helping'): JsonSchema {
  const write = purpose === 'checking' ? checking : helping;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Ownership file',
    description: 'Who is responsible for what: people, areas of responsibility, and the globs they cover.',
    ...write(takesFile, []),
  };
}

type Writer = (takes: Takes, path: KeyPath) => JsonSchema;

/** Any scalar: the reader takes it as the text it is written as. */
const scalar: JsonSchema = { type: ['string', 'number', 'boolean', 'null'] };

const id = '^[a-z][a-z0-9]*([-_][a-z0-9]+)*$';

/** Whatever may be left out may be empty; one value may stand for a list of one. */
const checking: Writer = (takes, path) => {
  switch (takes.kind) {
    case 'text':
      return scalar;
    case 'id':
      return takes.to === 'wish' ? scalar : { type: ['string', 'null'], pattern: id };
    case 'day':
      return { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'whole': {
      const { least, most } = takes;
      return { type: ['integer', 'null'], minimum: least, ...(most === Infinity ? {} : { maximum: most }) };
    }
    case 'choice':
      return { enum: [...choices(takes.values), null] };
    case 'list': {
      const item = checking(takes.of, path);
      return { anyOf: [item, { type: 'array', items: item }] };
    }
    case 'names':
      return { type: ['object', 'null'], additionalProperties: inside(checking, takes.of, path, anyKey) };
    case 'ids':
      return {
        type: ['object', 'null'],
        propertyNames: { pattern: id },
        additionalProperties: inside(checking, takes.of, path, anyKey),
      };
    case 'short':
      return { anyOf: [scalar, checking(takes.map, path)] };
    case 'map':
      return {
        type: ['object', 'null'],
        properties: properties(checking, takes, path),
        patternProperties: { '^x-': {} },
        additionalProperties: false,
        ...(takes.required.length === 0 ? {} : { required: takes.required }),
        ...(takes.only === undefined ? {} : { allOf: onlyWhere(takes, takes.only) }),
      };
  }
};

/** Keywords for maps, lists and scalars stand side by side: each says something about its own kind of value only. */
const helping: Writer = (takes, path) => {
  switch (takes.kind) {
    case 'text':
    case 'id':
    case 'day':
    case 'whole':
      return {};
    case 'choice':
      return { anyOf: [{ enum: choices(takes.values) }, {}] };
    case 'list': {
      const item = helping(takes.of, path);
      return { ...item, items: item };
    }
    case 'names':
    case 'ids':
      return { additionalProperties: inside(helping, takes.of, path, anyKey) };
    case 'short':
      return helping(takes.map, path);
    case 'map':
      return { properties: properties(helping, takes, path) };
  }
};

const properties = (write: Writer, { keys }: TakesMap, path: KeyPath): JsonSchema =>
  Object.fromEntries(Object.entries(keys).map(([key, takes]) => [key, inside(write, takes, path, key)]));

function inside(write: Writer, takes: Takes, path: KeyPath, key: string): JsonSchema {
  const way = [...path, key];
  const help = helpFor(way);
  const schema = write(takes, way);
  return help === null ? schema : { description: help.replaceAll('`', ''), markdownDescription: help, ...schema };
}

/** Keys that mean something only where another one has one of some values. */
const onlyWhere = ({ keys }: TakesMap, { key: other, values }: NonNullable<TakesMap['only']>): readonly JsonSchema[] =>
  Object.entries(values).map(([key, meant]) => {
    const takes = keys[other];
    const byDefault = takes?.kind === 'choice' ? takes.values[0] : undefined;
    const mayBeAbsent = byDefault !== undefined && meant.includes(byDefault);
    return {
      if: { required: [key] },
      then: {
        properties: { [other]: { enum: mayBeAbsent ? [...meant, null] : meant } },
        ...(mayBeAbsent ? {} : { required: [other] }),
      },
    };
  });

/** YAML reads some choices as other things than texts. */
const choices = (values: readonly string[]): readonly unknown[] =>
  values.map((value) =>
    value === 'true' || value === 'false' ? value === 'true' : /^\d+$/.test(value) ? Number(value) : value,
  );
