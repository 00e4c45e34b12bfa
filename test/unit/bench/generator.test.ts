import assert from 'node:assert/strict';
import { generateRepository, sizes, type RepositorySize } from '../../../bench/rules/generator';
import { loadText, modelOf, textOf } from '../../../bench/rules/model';
import { realBounds, shapesOf, type Shape } from '../../../bench/rules/shapes';

const medium: RepositorySize = sizes.find(({ key }) => key === '1k')!;

const globsOf = ({ areas }: ReturnType<typeof generateRepository>): readonly string[] =>
  areas.flatMap(({ paths }) => paths.map(({ glob }) => glob));

const within = (value: number, [least, most]: readonly [number, number], what: string): void =>
  assert.ok(value >= least && value <= most, `${what}: ${value} is not within ${least} and ${most}`);

describe('a made-up repository', () => {
  it('is the same for the same seed, and another for another', () => {
    const repository = generateRepository(medium, 7);
    assert.deepEqual(generateRepository(medium, 7), repository);
    assert.notDeepEqual(generateRepository(medium, 8).paths, repository.paths);
  });

  it('has as many files as were asked for, each once, in the order of git', () => {
    const { paths } = generateRepository(medium, 7);
    assert.equal(paths.length, medium.files);
    assert.equal(new Set(paths).size, paths.length);
    const bytes = paths.map((path) => Buffer.from(path));
    assert.ok(bytes.every((path, at) => at === 0 || Buffer.compare(bytes[at - 1]!, path) < 0));
  });

  it('has as many globs as were asked for, and excludes on top', () => {
    const globs = globsOf(generateRepository(medium, 7));
    assert.equal(globs.filter((glob) => !glob.startsWith('!')).length, medium.globs);
    assert.ok(globs.some((glob) => glob.startsWith('!')));
  });

  for (const size of sizes.slice(0, 3))
    it(`has the shapes of real ones with any seed: ${size.name}`, () => {
      for (const seed of [1, 20, 300]) {
        const repository = generateRepository(size, seed);
        const { globs, depth, filesPerFolder } = shapesOf(globsOf(repository), repository.paths);
        for (const [shape, bounds] of Object.entries(realBounds.globs))
          if (bounds !== null) within(globs[shape as Shape], bounds, `${shape}, seed ${seed}`);
        within(depth[0], realBounds.depth, 'depth of the shallow');
        within(depth[2], realBounds.depth, 'depth of the deep');
        within(filesPerFolder, realBounds.filesPerFolder, 'files a folder');
      }
    });

  it('has names that trip careless matchers', () => {
    const { paths } = generateRepository(medium, 7);
    for (const name of ['é', '日本', '[slug]', ' ', '/.github/'])
      assert.ok(
        paths.some((path) => path.includes(name)),
        name,
      );
  });

  it('gives the same rules through its text and without one', async () => {
    const { areas } = generateRepository(sizes[0]!, 7);
    const text = textOf(areas);
    assert.ok(text !== null);
    const rules = ({ aors }: Awaited<ReturnType<typeof loadText>>) =>
      [...aors].map(([id, { kind, paths }]) => ({
        id,
        kind,
        paths: paths.map(({ glob, priority }) => ({ glob, priority })),
      }));
    assert.deepEqual(rules(await modelOf(areas)), rules(await loadText(text)));
  });
});

describe('the shape of a glob', () => {
  const cases: readonly (readonly [glob: string, Shape])[] = [
    ['src/app/', 'folder'],
    ['/src/app/**', 'folder'],
    ['src/app', 'folder'],
    ['src/{a,b}/', 'folder'],
    ['src/main.ts', 'file'],
    ['src/*.ts', 'names in a folder'],
    ['src/*', 'names in a folder'],
    ['src/**/*.ts', 'beneath a folder'],
    ['src/*/test/', 'middle wildcard'],
    ['src/**/test/x.ts', 'middle wildcard'],
    ['**/test/', 'unanchored'],
    ['**/*.ts', 'unanchored'],
  ];
  for (const [glob, shape] of cases)
    it(`${glob} is ${shape}`, () => assert.equal(shapesOf([glob], ['src/main.ts']).globs[shape], 100));

  it('does not count excludes and the glob for everything', () =>
    assert.equal(shapesOf(['**', '!src/x/', 'src/'], []).globs.folder, 100));
});
