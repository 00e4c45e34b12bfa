import assert from 'node:assert/strict';
import { parseGlob } from '../../../src/core/rules/glob';

function refusal(text: string) {
  const result = parseGlob(text, '');
  assert.ok(result.kind === 'refused', `${text} is not refused`);
  return result;
}

describe('a refused glob', () => {
  it('says in one sentence what to write instead', () => {
    const advice: readonly (readonly [glob: string, part: string])[] = [
      ['', 'write a path, or `**`'],
      ['/', 'write `**`'],
      ['../a', 'from the folder of the ownership file'],
      ['C:/x', 'is a drive'],
      ['a//b', 'write one `/`'],
      ['a**', 'write `*` within a name'],
      ['{1..9}', 'write its values'],
      ['!(a)', '`!\\('],
      ['a/!(b)', '`!\\('],
      ['!!a', 'write one `!`'],
      ['{a', '`\\{`'],
      ['a\\/b', 'write `/`'],
      ['a\\', '`\\\\`'],
    ];
    for (const [glob, part] of advice) {
      const { message } = refusal(glob);
      assert.ok(message.includes(part), `${glob}: ${message}`);
      assert.ok(!message.endsWith('.') && !message.includes('\n'), message);
    }
  });

  it('is refused for what any of its alternatives is', () => {
    const parts = [
      ['{a,}', 'empty'],
      ['{a,/}', '/'],
      ['{a,b/../c}', '..'],
      ['{C:,d}/x', 'C:'],
      ['{*,a}**', '**'],
      ['{!,a}(b)', '!('],
      ['x/{{a..c}}', '{a..c}'],
      ['${1..3}', '{1..3}'],
      [`{a,${'**/a/'.repeat(9)}*}`, 'globstars'],
    ] as const;
    for (const [glob, part] of parts) assert.equal(refusal(glob).refused, part, glob);
  });

  it('may be written with a backslash where a name is meant', () => {
    for (const glob of ['C\\:/x', '\\!(a)', '!\\(a)', 'a!\\(b)', '\\{a', '{1\\..9}', 'a:b', 'x/C:/y']) {
      assert.equal(parseGlob(glob, '').kind, 'glob', glob);
    }
  });

  it('takes nothing out of a range in Bash that Bash would not read as one', () => {
    for (const glob of ['{1..b}', '{aa..c}', '{1..}', '{a.b}']) assert.equal(parseGlob(glob, '').kind, 'glob', glob);
  });
});

describe('a hostile glob', () => {
  it('is counted before its alternatives are written out', () => {
    assert.equal(refusal('{a,b}'.repeat(200)).refused, 'alternatives');
    assert.equal(refusal('{a,{b,{c,d}{e,f}}{g,h}}'.repeat(40)).refused, 'alternatives');
    assert.equal(refusal('{,a}'.repeat(250)).refused, 'alternatives');
  });

  it('is not taken apart where it is too long', () => {
    assert.equal(refusal('{a,'.repeat(1_000_000)).refused, 'length');
    assert.equal(refusal('😀'.repeat(1_001)).refused, 'length');
    assert.equal(parseGlob('😀'.repeat(1_000), '').kind, 'glob');
  });

  it('may be nested as deep as its length allows', () => {
    const depth = 498;
    const result = parseGlob(`${'{'.repeat(depth)}a,b${'}'.repeat(depth)}`, '');
    assert.ok(result.kind === 'glob');
    const outer = depth - 1;
    assert.deepEqual(
      result.glob.patterns.map((pattern) => pattern.map(({ text }) => text).join('/')),
      ['a', 'b'].map((name) => '{'.repeat(outer) + name + '}'.repeat(outer)).flatMap((name) => [name, `${name}/**`]),
    );
  });

  it('keeps to a thousand alternatives', () => {
    const digits = '{0,1,2,3,4,5,6,7,8,9}';
    const result = parseGlob(`${digits.repeat(3)}${'/a'.repeat(468)}`, '');
    assert.ok(result.kind === 'glob');
    assert.equal(result.glob.patterns.length, 2_000);
  });
});

describe('patterns of a glob', () => {
  const patternsOf = (glob: string, base = '') => {
    const result = parseGlob(glob, base);
    assert.ok(result.kind === 'glob', glob);
    return result.glob.patterns.map((pattern) => pattern.map(({ text }) => text).join('/'));
  };

  it('stand for the glob after alternatives and rule 2, none twice', () => {
    assert.deepEqual(patternsOf('z{,/}'), ['z', 'z/**']);
    assert.deepEqual(patternsOf('{a,a/,/a/**}'), ['a', 'a/**']);
    assert.deepEqual(patternsOf('{\\a,a}'), ['a', 'a/**']);
    assert.deepEqual(patternsOf('${a,b}*'), ['$a*', '$b*']);
  });

  it('have the folder of an included file in front', () => {
    assert.deepEqual(patternsOf('*.ts', 'a/b'), ['a/b/*.ts']);
    assert.deepEqual(patternsOf('**', 'a'), ['a/**']);
  });

  it('have a class for each segment, and count its characters that are no wildcard', () => {
    const result = parseGlob('a/😀\\*?/?*/*/**/x*', '');
    assert.ok(result.kind === 'glob');
    assert.deepEqual(
      result.glob.patterns[0]?.map((segment) => [segment.class, segment.literals]),
      [
        ['plain', 1],
        ['mixed', 2],
        ['wildcards', 0],
        ['star', 0],
        ['globstar', 0],
        ['mixed', 1],
      ],
    );
  });
});
