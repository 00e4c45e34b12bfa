/** Suggestions to send, without a change behind them. */
import assert from 'node:assert/strict';
import { loadOwnership, loadRegexFor, suggest, type Ask, type Suggestion } from '../../src/core';
import { memorySource } from '../unit/memorySource';
import { changedFile } from '../unit/review/changes';

/** A suggestion that asks each of the people, in this order, as the owner of an area. Person → handles, as YAML. */
export async function suggestionFor(people: Readonly<Record<string, string>>): Promise<Suggestion> {
  const ids = Object.keys(people);
  const text = [
    'version: 1',
    'review: { ask-at-most: 20 }',
    'people:',
    ...ids.map((id) => `  ${id}: { name: ${id.toUpperCase()}, handles: ${people[id]!} }`),
    'aors:',
    ...ids.map((id) => `  of-${id}: { title: Area of ${id}, owner: ${id}, paths: [${id}] }`),
  ].join('\n');
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': `${text}\n` }), null);
  assert.ok(loaded.kind === 'loaded');
  const found = suggest({
    change: { files: ids.map((id) => changedFile({ status: 'M', path: `${id}/a.ts` })) },
    ...{ base: loaded.file, fork: loaded.file, head: loaded.file, authors: new Set(), busy: new Set() },
    ...{ today: { day: '2026-06-15' }, mode: 'accountable', regex: await loadRegexFor(loaded.file) },
  });
  const asks = ids.map((id) => found.ask.find(({ person }) => person.id === id)!);
  assert.ok(!asks.includes(undefined as never));
  return { ...found, ask: asks };
}

/** Those people, whose handle on a host is their id. */
export const asksOn = async (host: string, ids: readonly string[]): Promise<readonly Ask[]> =>
  (await suggestionFor(Object.fromEntries(ids.map((id) => [id, `{ ${host}: ${id} }`])))).ask;

/** The same on GitHub. */
export const asksFor = (...ids: readonly string[]): Promise<readonly Ask[]> => asksOn('github', ids);
