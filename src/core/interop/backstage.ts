/** Backstage's `catalog-info.yaml` → an area for each folder that has one. Source: Backstage, *Descriptor Format of Catalog Entities*. */
import {
  emptyForeign,
  type ForeignAor,
  type ForeignPerson,
  type ForeignReader,
  type ForeignTeam,
  type Lost,
} from './foreign';
import { escapedGlob } from './globText';
import { readYamlTree, type YamlMap, type YamlTree } from './yamlTree';

interface Entity {
  readonly map: YamlMap;
  readonly kind: string;
  readonly name: string;
  readonly folder: string;
  readonly tree: YamlTree;
}

const withOwner = /^(?:component|api|resource|system|domain|template)$/;

/**
 * Nearest: the folder of a catalog file is the area of the first entity in it that has an owner; the others are listed,
 * having no paths of their own. An owner that is a user holds it, a group is its team, with the members that the
 * catalog names. The area above is that of the nearest folder above.
 */
export const readBackstage: ForeignReader = (files) => {
  const lost: Lost[] = [];
  const entities = files.flatMap((file): readonly Entity[] => {
    const tree = readYamlTree(file);
    lost.push(...tree.lost);
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
    return tree.roots.map((map) => ({
      ...{ map, folder, tree, kind: (map.text('kind') ?? '').toLowerCase() },
      name: map.maps('metadata')[0]?.text('name') ?? '',
    }));
  });
  const users = new Map(entities.filter(({ kind }) => kind === 'user').map((one) => [one.name.toLowerCase(), one]));
  const groups = new Map(entities.filter(({ kind }) => kind === 'group').map((one) => [one.name.toLowerCase(), one]));
  const byFolder = new Map<string, ForeignAor>();
  for (const entity of entities) {
    const owner = entity.map.maps('spec')[0]?.text('owner') ?? null;
    if (!withOwner.test(entity.kind) || owner === null) continue;
    if (byFolder.has(entity.folder)) {
      const why = `The folder is ${byFolder.get(entity.folder)?.title ?? 'taken'}: ${entity.name} has no paths of its own.`;
      lost.push(entity.tree.lostAt(entity.map.line, why));
    } else byFolder.set(entity.folder, areaOf(entity, partiesOf(owner, users, groups)));
  }
  const aors = [...byFolder].map(([folder, aor]) => ({ ...aor, parent: above(folder, byFolder) }));
  return { promise: 'nearest', forge: null, aors, exempt: [], lost };
};

function areaOf({ map, folder, name }: Entity, parties: Pick<ForeignAor, 'holders' | 'teams'>): ForeignAor {
  const [metadata] = map.maps('metadata');
  const links = (metadata?.maps('links') ?? []).flatMap((link): readonly (readonly [string, string])[] => {
    const url = link.text('url');
    return url === null ? [] : [[link.text('title') ?? 'link', url]];
  });
  return {
    ...emptyForeign,
    ...{ key: `/${folder}`, title: metadata?.text('title') ?? (name === '' ? null : name), ...parties },
    about: metadata?.text('description') ?? null,
    links: new Map(links),
    paths: [{ glob: folder === '' ? '**' : `${escapedGlob(folder)}/`, priority: 0 }],
  };
}

/** `team-a`, `group:default/team-a`, `user:ana`; without a kind it is a group. */
function partiesOf(
  owner: string,
  users: ReadonlyMap<string, Entity>,
  groups: ReadonlyMap<string, Entity>,
): Pick<ForeignAor, 'holders' | 'teams'> {
  const [, kind = 'group', name = ''] = /^(?:(\w+):)?(?:[^/]*\/)?(.*)$/.exec(owner.trim().toLowerCase()) ?? [];
  if (kind === 'user') return { holders: [personOf(name, users.get(name))], teams: [] };
  const spec = groups.get(name)?.map.maps('spec')[0];
  const members = (spec?.texts('members') ?? []).map((member) => {
    const id = member.replace(/^(?:user:)?(?:[^/]*\/)?/i, '').toLowerCase();
    return personOf(id, users.get(id));
  });
  const team: ForeignTeam = { handle: name, name: spec?.maps('profile')[0]?.text('displayName') ?? null, members };
  return { holders: [], teams: [team] };
}

function personOf(id: string, user: Entity | undefined): ForeignPerson {
  const profile = user?.map.maps('spec')[0]?.maps('profile')[0];
  return { name: profile?.text('displayName') ?? id, handle: null, email: profile?.text('email') ?? null };
}

function above(folder: string, areas: ReadonlyMap<string, ForeignAor>): string | null {
  for (let at = folder; at !== '';) {
    at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '';
    if (areas.has(at)) return `/${at}`;
  }
  return null;
}
