/** Every id of the model is found where the file writes it, whatever key it stands under. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadOwnership, writtenFile, type Ref, type Span } from '../../../../src/core';
import { memorySource } from '../../memorySource';
import { written } from './marked';

/** Says something under every key that the model knows, in each way a list can be written. */
const entry = `version: 1
include: [team/aor.yaml]
people:
  ana:
    name: Ana Ruiz
    manager: mei
    wants: [search, lead.coaching]
    away: { from: 2026-01-01, until: 2026-01-02, cover: ben }
  ben:
    wants: "lead.hiring"
    away:
      - { from: 2026-02-01, cover: 'mei' }
      - from: 2026-03-01
        cover: [ana]
  mei: Mei Tan <mei@acme.example>
teams:
  core: { lead: ana, manager: mei, members: [ana, ben] }
aors:
  platform:
    title: Platform
    owner: mei
    backup: ben
    consult: [ana]
    learning:
      - ana
      - "ben"
    team: core
    past:
      - { owner: ben, until: 2025-01-01 }
      - owner: ana
    handover: { to: ana, by: 2027-01-01 }
  search: { title: Search, owner: [ana, ben], team: [core, web], parent: platform }
roles:
  lead:
    holders: [mei, ana]
    duties:
      coaching: { fit: green, held-by: ana }
      hiring: { fit: red, held-by: [ben, mei] }
`;
const included = `teams:
  web: { lead: ben }
aors:
  pages: { title: Pages, owner: ana, backup: mei, parent: search }
`;

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'file' in value && 'start' in value && 'end' in value;

interface Found extends Ref {
  /** The field of the model it stands in, `null` for entries of maps. */
  readonly field: string | null;
}

/** Everything with an `id` and a place, however deep in the model: definitions and mentions. */
function idsBelow(value: unknown, field: string | null = null): Found[] {
  if (value instanceof Map) return [...value.values()].flatMap((one) => idsBelow(one));
  if (Array.isArray(value)) return value.flatMap((one) => idsBelow(one, field));
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([key, one]) => idsBelow(one, key));
  return 'id' in value && typeof value.id === 'string' && 'at' in value && isSpan(value.at)
    ? [{ id: value.id, at: value.at, field }, ...within]
    : within;
}

describe('the ids of an ownership file', () => {
  const texts = { 'aor.yaml': entry, 'team/aor.yaml': included };

  async function loaded() {
    const result = await loadOwnership(memorySource(texts), null);
    assert.equal(result.kind, 'loaded');
    return result.file;
  }

  it('are all that the model defines or mentions, under whatever key', async () => {
    const model = await loaded();
    const ids = model.sources.map(writtenFile).flatMap((file) => file.ids);
    const inModel = idsBelow(model);
    assert.ok(inModel.length > 40, 'the model is walked');
    for (const { id, at } of inModel) {
      const within = ids.filter((one) => one.at.file === at.file && at.start <= one.at.start && one.at.end <= at.end);
      assert.equal(within.map((one) => one.id).join('.'), id, `${at.file}:${at.start}`);
    }
  });

  it('are tried with every field of the model that mentions one', async () => {
    const declared = readFileSync('src/core/model.ts', 'utf8').matchAll(/(\w+): (?:readonly )?Ref\b/g);
    const fields = new Set(Array.from(declared, ([, field]) => field ?? ''));
    // Filled by CODEOWNERS alone.
    fields.delete('shared');
    const tried = new Set(idsBelow(await loaded()).map(({ field }) => field));
    assert.deepEqual(
      [...fields].filter((field) => !tried.has(field)),
      [],
    );
    assert.ok(fields.size > 10);
  });

  it('are the characters of the id, without quotes', async () => {
    const model = await loaded();
    const files = model.sources.map(writtenFile);
    for (const id of files.flatMap((file) => file.ids)) assert.equal(written(files, id.at).split(' ')[1], id.id);
  });

  it('are found in entries that count for nothing: a handover without a day, an AOR above itself', () => {
    const text = 'aors:\n  a: { parent: a, handover: { to: ana }, past: [{ why: x }] }\n  a: { owner: ben }\n';
    const found = writtenFile({ path: 'aor.yaml', base: '', text }).ids.map(({ kind, id }) => `${kind} ${id}`);
    assert.deepEqual(found, ['aor a', 'aor a', 'person ana']);
  });
});
