// Keeps of the description of Azure DevOps what the tests need. From the repository MicrosoftDocs/vsts-rest-api-specs,
// which is under the MIT licence (Copyright (c) 2018 Microsoft Docs):
//   node test/forges/azure/trimDescription.mjs specification/git/7.1/git.json specification/ims/7.1/identities.json \
//     > test/forges/azure/api.json
import { readFileSync } from 'node:fs';

const inRepository = '/{organization}/{project}/_apis/git/repositories/{repositoryId}';

/** Path → methods. */
const used = {
  [`${inRepository}/pullrequests`]: ['get'],
  [`${inRepository}/pullrequests/{pullRequestId}`]: ['get'],
  [`${inRepository}/pullRequests/{pullRequestId}/reviewers/{reviewerId}`]: ['put', 'delete'],
  [`${inRepository}/pullRequests/{pullRequestId}/iterations`]: ['get'],
  [`${inRepository}/pullRequests/{pullRequestId}/iterations/{iterationId}/changes`]: ['get'],
  [`${inRepository}/pullRequests/{pullRequestId}/threads`]: ['get', 'post'],
  [`${inRepository}/pullRequests/{pullRequestId}/threads/{threadId}/comments/{commentId}`]: ['patch'],
  '/{organization}/_apis/identities': ['get'],
};

/** What only people read, or belongs to other tools. */
const left = new Set(['description', 'summary', 'tags', 'operationId', 'security', 'discriminator', 'readOnly']);

const [git, identities] = process.argv
  .slice(2)
  .map((file) => JSON.parse(readFileSync(file, 'utf8').replace('\uFEFF', '')));
const described = { ...identities.paths, ...git.paths };
const definitionsOfAll = { ...identities.definitions, ...git.definitions };
const parametersOfAll = { ...identities.parameters, ...git.parameters };

/** Names of properties may be those of what is left out. */
function slim(value, isNames = false) {
  if (Array.isArray(value)) return value.map((one) => slim(one));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !(left.has(key) || key.startsWith('x-ms-')));
  return Object.fromEntries(kept.map(([key, one]) => [key, slim(one, !isNames && key === 'properties')]));
}

const nameOf = ({ $ref }) => $ref.split('/').at(-1);

/** With the properties of what it extends, and no others: nothing there is required, so a misspelt one would else pass. */
function closed(definition) {
  const { allOf = [], properties = {}, ...rest } = slim(definition);
  const inherited = allOf.map(
    (one) => closed(one.$ref === undefined ? one : definitionsOfAll[nameOf(one)]).properties ?? {},
  );
  const all = Object.assign({}, ...inherited, properties);
  return Object.keys(all).length === 0 ? rest : { ...rest, properties: all, additionalProperties: false };
}

/** A list comes in an object, as *Azure DevOps REST API* says and the description leaves out. */
const wrapped = (schema) =>
  schema?.type === 'array'
    ? { type: 'object', required: ['count', 'value'], properties: { count: { type: 'integer' }, value: schema } }
    : schema;

function operationOf(path, method) {
  const { parameters, responses, ...rest } = slim(described[path][method]);
  return {
    ...rest,
    parameters: parameters.map((one) => (one.$ref === undefined ? one : slim(parametersOfAll[nameOf(one)]))),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { schema }]) => [
        status,
        { description: '', ...(schema !== undefined && { schema: wrapped(schema) }) },
      ]),
    ),
  };
}

const paths = Object.fromEntries(
  Object.entries(used).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, operationOf(path, method)])),
  ]),
);

// Used by all of Microsoft's own clients and described nowhere; by hand.
paths['/{organization}/_apis/connectionData'] = {
  get: {
    produces: ['application/json'],
    parameters: [
      { in: 'path', name: 'organization', required: true, type: 'string' },
      { in: 'query', name: 'api-version', required: true, type: 'string' },
    ],
    responses: {
      200: {
        description: '',
        schema: { type: 'object', properties: { authenticatedUser: { $ref: '#/definitions/IdentityBase' } } },
      },
    },
  },
};

const definitions = {};
/** Brings what a part refers to, and what that refers to. */
function bring(part) {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/definitions\/([^"/]+)"/g)) {
    if (definitions[name] !== undefined) continue;
    definitions[name] = closed(definitionsOfAll[name]);
    bring(definitions[name]);
  }
}
bring(paths);

// A collection of properties is told as its entries, not as the members of the type.
definitions.PropertiesCollection = { type: 'object' };

// Of a generic type, described as a text; and what became of it may be several of the words: `edit, rename`.
definitions.GitItem = closed(definitionsOfAll.GitItem);
bring(definitions.GitItem);
definitions.GitPullRequestChange.properties.item = { $ref: '#/definitions/GitItem' };
definitions.GitPullRequestChange.properties.changeType = { type: 'string' };

const { title, version, license } = git.info;
const trimmed = {
  ...{ swagger: git.swagger, info: { title, version, license }, basePath: '/', paths },
  definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
};
process.stdout.write(`${JSON.stringify(trimmed, null, 1)}\n`);
