// Keeps of GitHub's description of its API what the tests need, as it stands there:
//   npm pack @octokit/openapi@VERSION && tar xzf octokit-openapi-*.tgz package/generated/api.github.com.json
//   node test/forges/github/trimDescription.mjs package/generated/api.github.com.json > test/forges/github/api.json
// The package is 385 MB unpacked, and so no dependency.
import { readFileSync } from 'node:fs';

/** Path → methods. */
const used = {
  '/user': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/commits/{commit_sha}/pulls': ['get'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': ['get', 'post', 'delete'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['get'],
};

/** What only people read, or would double the size. */
const left = new Set([
  'description',
  'summary',
  'tags',
  'example',
  'examples',
  'externalDocs',
  'x-github',
  'operationId',
]);

const whole = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** Names of properties may be those of what is left out. */
function slim(value, isNames = false) {
  if (Array.isArray(value)) return value.map((one) => slim(one));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !left.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, slim(one, !isNames && key === 'properties')]));
}

const paths = Object.fromEntries(
  Object.entries(used).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, slim(whole.paths[path][method])])),
  ]),
);

// Described elsewhere and in another language; what is asked in it the stand-in reads.
const json = (schema) => ({ content: { 'application/json': { schema } } });
paths['/graphql'] = {
  post: {
    requestBody: {
      required: true,
      ...json({
        type: 'object',
        required: ['query', 'variables'],
        properties: { query: { type: 'string' }, variables: { type: 'object' } },
      }),
    },
    responses: {
      200: {
        description: 'Response',
        ...json({
          type: 'object',
          properties: {
            data: { type: 'object', nullable: true },
            errors: { type: 'array', items: { type: 'object' } },
          },
          additionalProperties: false,
        }),
      },
    },
  },
};

// What is misspelt in a question would else pass; GitHub leaves it out without a word.
for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
  const schema = operation.requestBody?.content['application/json'].schema;
  if (schema !== undefined) schema.additionalProperties = false;
}

// Of a fork that is gone GitHub gives null, which the description leaves out.
for (const name of ['pull-request', 'pull-request-simple'])
  whole.components.schemas[name].properties.head.properties.repo = { $ref: '#/components/schemas/nullable-repository' };

const components = {};
/** Brings what a part refers to, and what that refers to. */
function bring(part) {
  for (const [, kind, name] of JSON.stringify(part).matchAll(/"#\/components\/(\w+)\/([^"/]+)"/g)) {
    if (components[kind]?.[name] !== undefined) continue;
    const found = slim(whole.components[kind][name]);
    components[kind] = { ...components[kind], [name]: found };
    bring(found);
  }
}
bring(paths);

const sorted = (entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
const { openapi, info, servers } = whole;
const { title, version, license } = info;
const trimmed = {
  ...{ openapi, info: { title, version, license }, servers, paths },
  components: sorted(Object.fromEntries(Object.entries(components).map(([kind, parts]) => [kind, sorted(parts)]))),
};
process.stdout.write(`${JSON.stringify(trimmed, null, 1)}\n`);
