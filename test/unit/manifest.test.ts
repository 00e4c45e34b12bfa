/** The manifest and the code say the same: commands, settings, context keys, texts. Found by reading the sources. */
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSeverities, entryPlaces, placesOn, severityChoices, type ProblemCode } from '../../src/core';
import { problemHelp } from '../../src/core/language/schema/problemHelp';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, menus, configuration } = manifest.contributes;

const sources = ['src/extension.ts', ...filesBelow('src/host'), ...filesBelow('src/features')].map((path) =>
  readFileSync(path, 'utf8'),
);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Every first group of a pattern, over all sources, sorted and each once. */
const mentions = (pattern: RegExp): string[] =>
  [...new Set(sources.flatMap((text) => Array.from(text.matchAll(pattern), ([, found]) => found ?? '')))].sort();

const contributed = commands.map(({ command }) => command).sort();

describe('the manifest', () => {
  it('contributes exactly the commands that are registered', () => {
    assert.deepEqual(mentions(/\.register\(\s*'(aor\.[\w.]+)'/g), contributed);
  });

  it('starts with a folder that has an ownership file at its place, and in the end always: it may lie further up', () => {
    const places = entryPlaces.map((place) => `workspaceContains:${place}`);
    const codeowners = placesOn(null).map((place) => `workspaceContains:${place}`);
    assert.deepEqual(manifest.activationEvents, [...places, ...codeowners, 'onStartupFinished']);
  });

  it('has every command in the category AOR', () => {
    assert.deepEqual(
      commands.filter(({ category }) => category !== 'AOR'),
      [],
    );
  });

  it('puts only its own commands into menus, and all with a condition, but for what always works', () => {
    // A token may be left in a workspace without an ownership file too.
    const alwaysWorks = ['aor.showLog', 'aor.signOut'];
    for (const [menu, entries] of Object.entries(menus)) {
      for (const { command } of entries) {
        if (command?.startsWith('aor.') === true) assert.ok(contributed.includes(command), `${menu}: ${command}`);
      }
    }
    const inPalette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));
    const unconditional = contributed.filter((command) => inPalette.get(command) === undefined);
    assert.deepEqual(unconditional, alwaysWorks);
  });

  it('uses only context keys that are set', () => {
    const views = Object.values(manifest.contributes.views ?? {}).flat();
    const used = new Set(Array.from(manifestText.matchAll(/(?<![\w.])(aor\.is\w+)/g), ([, key]) => key ?? ''));
    const set = mentions(/'(aor\.is\w+)'/g);
    assert.deepEqual(
      [...used].filter((key) => !set.includes(key)),
      [],
    );
    assert.deepEqual(
      set.filter((key) => !used.has(key)),
      [],
    );
    assert.equal(new Set(views.map(({ id }) => id)).size, views.length);
  });

  it('declares exactly the settings that are read', () => {
    const read = mentions(/'((?:[a-z]+[A-Za-z]*\.)[a-zA-Z]+)': (?:boolean|string|readonly|[A-Z])/g);
    const declared = Object.keys(configuration.properties).map((name) => name.replace('aor.', ''));
    // These have no group, or a reader of their own.
    assert.deepEqual([...read, 'file', 'forgeApis', 'forges', 'me'].sort(), declared.sort());
    const used = mentions(/settings\.get\(\s*'([\w.]+)'/g);
    assert.deepEqual(
      read.filter((name) => !used.includes(name) && !sources.some((text) => usesByName(text, name))),
      [],
    );
  });

  it('gives every setting a default', () => {
    const without = Object.entries(configuration.properties).filter(([, property]) => property.default === undefined);
    assert.deepEqual(without, []);
  });

  it('knows each kind of problem by name where its severity is set, as the ownership file does', () => {
    const setting = configuration.properties['aor.diagnostics.severity'] as unknown as {
      readonly properties: Readonly<Record<string, { readonly enum: readonly string[]; readonly description: string }>>;
    };
    assert.deepEqual(Object.keys(setting.properties), Object.keys(defaultSeverities));
    for (const [code, property] of Object.entries(setting.properties)) {
      assert.deepEqual(property, { type: 'string', enum: [...severityChoices], description: `%problem.${code}%` });
      assert.equal(texts[`problem.${code}`], problemHelp[code as ProblemCode]);
    }
  });

  it('has a text for every key, and a key for every text', () => {
    const keys = new Set(Array.from(manifestText.matchAll(/"%([^%"]+)%"/g), ([, key]) => key ?? ''));
    assert.deepEqual([...keys].sort(), Object.keys(texts).sort());
  });
});

/** A setting that is read through a variable is at least named outside the list of settings. */
const usesByName = (text: string, name: string): boolean =>
  !text.includes('interface SettingValues') && text.includes(`'${name}'`);
