// Writes the description of Gitea's API that the tests hold client and stand-in against. Its shapes are those of the types
// that `gitea-js` (MIT) makes from Gitea's own description; what is asked where is named here, as that description has it:
//   npm pack gitea-js@1.23.0 && tar xzf gitea-js-*.tgz package/dist/index.d.ts
//   node test/forges/gitea/describe.mjs package/dist/index.d.ts > test/forges/gitea/api.json && npx prettier --write test/forges/gitea/api.json
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const source = ts.createSourceFile('index.d.ts', readFileSync(process.argv[2], 'utf8'), ts.ScriptTarget.Latest, true);
const named = new Map();
source.forEachChild((node) => {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) named.set(node.name.text, node);
});

/** What the client relies on. The types call everything optional, since Go's do. */
const needed = {
  PullRequest: ['number', 'title', 'html_url', 'user', 'state', 'draft', 'head', 'base', 'updated_at'],
  PRBranchInfo: ['label', 'ref', 'sha', 'repo', 'repo_id'],
  PullReview: ['id', 'user', 'state', 'dismissed', 'commit_id'],
  Repository: ['full_name', 'permissions'],
  Permission: ['admin', 'push', 'pull'],
  User: ['id', 'login'],
  ChangedFile: ['filename', 'status'],
  Team: ['id', 'name'],
  Comment: ['id', 'body', 'user'],
};

const schemas = {};
const orNull = (schema) => ({ anyOf: [schema, { type: 'null' }] });

function schemaOf(type, isInteger) {
  if (ts.isArrayTypeNode(type)) return { type: 'array', items: schemaOf(type.elementType, isInteger) };
  if (ts.isUnionTypeNode(type)) return { enum: type.types.map((one) => one.literal.text) };
  if (type.kind === ts.SyntaxKind.StringKeyword) return { type: 'string' };
  if (type.kind === ts.SyntaxKind.NumberKeyword) return { type: isInteger ? 'integer' : 'number' };
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return { type: 'boolean' };
  const name = type.typeName?.text;
  if (name === undefined || name === 'Record') return {};
  bring(name);
  return { $ref: `#/components/schemas/${name}` };
}

/** Brings a type, and what that refers to. */
function bring(name) {
  if (schemas[name] !== undefined) return;
  const node = named.get(name);
  if (ts.isTypeAliasDeclaration(node)) {
    schemas[name] = schemaOf(node.type);
    return;
  }
  schemas[name] = {};
  const properties = node.members.map((member) => {
    const isInteger = ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'format' && tag.comment === 'int64');
    const schema = schemaOf(member.type, isInteger);
    // Where Go has nothing it writes null.
    return [member.name.text, schema.$ref !== undefined || schema.type === 'array' ? orNull(schema) : schema];
  });
  const given = node.members.filter((member) => member.questionToken === undefined).map((member) => member.name.text);
  const required = [...given, ...(needed[name] ?? [])];
  schemas[name] = {
    type: 'object',
    // So that nothing is misspelt, on either side.
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(properties),
  };
}

const ref = (name) => schemaOf(ts.factory.createTypeReferenceNode(name));
const json = (schema) => ({ content: { 'application/json': { schema } } });
const inPath = (...names) =>
  names.map((name) => {
    const type = name === 'index' || name === 'id' ? 'integer' : 'string';
    return { name, in: 'path', required: true, schema: { type } };
  });
const inQuery = (entries) =>
  Object.entries(entries).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: schema ?? { type: 'integer', minimum: 0 },
  }));
const operation = (status, schema, { query = {}, body } = {}) => ({
  parameters: inQuery(query),
  ...(body === undefined ? {} : { requestBody: { required: true, ...json(ref(body)) } }),
  responses: {
    [status]: { description: 'As asked', ...(schema !== null && json(schema)) },
    default: { description: 'What is wrong', ...json({ type: 'object' }) },
  },
});
const listOf = (name) => ({ type: 'array', items: ref(name) });
const pages = { page: null, limit: null };
const pullQuery = {
  state: { enum: ['closed', 'open', 'all'] },
  sort: { enum: ['oldest', 'recentupdate', 'recentclose', 'leastupdate', 'mostcomment', 'leastcomment', 'priority'] },
  ...pages,
};

const project = '/repos/{owner}/{repo}';
const ofProject = inPath('owner', 'repo');
const ofPull = inPath('owner', 'repo', 'index');
const paths = {
  '/user': { get: operation(200, ref('User')) },
  [project]: { parameters: ofProject, get: operation(200, ref('Repository')) },
  [`${project}/pulls`]: { parameters: ofProject, get: operation(200, listOf('PullRequest'), { query: pullQuery }) },
  [`${project}/pulls/{index}`]: { parameters: ofPull, get: operation(200, ref('PullRequest')) },
  [`${project}/pulls/{index}/reviews`]: {
    parameters: ofPull,
    get: operation(200, listOf('PullReview'), { query: pages }),
  },
  [`${project}/pulls/{index}/requested_reviewers`]: {
    parameters: ofPull,
    post: operation(201, listOf('PullReview'), { body: 'PullReviewRequestOptions' }),
    delete: operation(204, null, { body: 'PullReviewRequestOptions' }),
  },
  [`${project}/pulls/{index}/files`]: {
    parameters: ofPull,
    get: operation(200, listOf('ChangedFile'), { query: pages }),
  },
  [`${project}/issues/{index}/comments`]: {
    parameters: ofPull,
    get: operation(200, listOf('Comment')),
    post: operation(201, ref('Comment'), { body: 'CreateIssueCommentOption' }),
  },
  [`${project}/issues/comments/{id}`]: {
    parameters: inPath('owner', 'repo', 'id'),
    patch: operation(200, ref('Comment'), { body: 'EditIssueCommentOption' }),
  },
};
const info = { title: 'Gitea', version: '1.23.0', license: { name: 'MIT' } };
const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
const whole = {
  ...{ openapi: '3.1.0', info, servers: [{ url: 'https://gitea.com' }], paths },
  components: { schemas: sorted },
};
process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
