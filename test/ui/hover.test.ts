import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSample } from '../sample';
import { openWorkbench, type Workbench } from './harness';

/** 0-based line and column of the middle of a piece of a text. */
function placeOf(text: string, piece: string): readonly [line: number, column: number] {
  const offset = text.indexOf(piece);
  assert.notEqual(offset, -1, piece);
  const before = text.slice(0, offset).split('\n');
  return [before.length - 1, (before.at(-1)?.length ?? 0) + Math.floor(piece.length / 2)];
}

describe('Hovering', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        folder = join(directory, 'shop');
        await makeSample(folder);
        await writeFile(join(folder, 'notes.yaml'), 'first: 1\nread: "docs/payments.md"\nword: "payments"\n');
      },
      open: 'shop',
      file: 'shop/web/src/api/payments.ts',
    });
    await workbench.tab('payments.ts').waitFor();
  });

  after(async () => workbench.close());

  it('a row of the Explorer and a tab says AOR, owner and backup', async () => {
    const expected = /payments\.ts.*Storefront · Zainab Yusuf · backup Diego Fuentes, Maya Lindqvist/;
    await workbench.hover(workbench.tab('payments.ts'), expected);
    await workbench.hover(workbench.explorerRow('payments.ts'), expected);
    await workbench.hover(workbench.explorerRow('services'), /Platform · Lena Brandt/);
  });

  it('the first line shows the card below what the language says', async () => {
    const text = await workbench.hover(workbench.characterAt(0, 10), /import post[^]*Storefront · Zainab Yusuf/);
    assert.match(text, /zainab@shop\.example · @zainabyusuf GitHub/);
    assert.match(text, /Decided by web, aor\.yaml:\d+, at segment 1 over Platform \(\*\*\)/);
    assert.match(text, /Request review · Open rule · Copy mention · Who owns…/);
    assert.match(text, /Secrets and keys, must · Priya Raman · if a changed line matches/);
  });

  it('ordinary text shows nothing of ours', async () => {
    const { x, y } = await workbench.characterAt(3, 4)();
    await workbench.park();
    await workbench.page.mouse.move(x, y, { steps: 3 });
    await workbench.page.waitForTimeout(1500);
    assert.doesNotMatch(await workbench.hoverText(), /Storefront/);
  });

  it('the rule of a card opens it', async () => {
    await workbench.hover(workbench.characterAt(0, 10), /Decided by/);
    await workbench.page.locator('.monaco-hover:visible a', { hasText: 'Open rule' }).first().click();
    await workbench.page.locator('.tabs-container .tab.active[data-resource-name="aor.yaml"]').waitFor();
  });

  const imports: readonly (readonly [title: string, file: string, piece: string, expected: RegExp])[] = [
    [
      'TypeScript, by an alias, below what TypeScript says',
      'web/app/(shop)/checkout/page.tsx',
      '@shop/ui',
      /module "@shop\/ui"[^]*packages\/ui\/src\/index\.ts\s+Design system · Maya Lindqvist/,
    ],
    [
      'Python',
      'services/payments/shop_payments/app.py',
      'shop_payments.refunds',
      /services\/payments\/shop_payments\/refunds\.py\s+Refunds and disputes · Aiko Watanabe/,
    ],
    [
      'Go, a package',
      'services/search/cmd/searchd/main.go',
      'shop.example/search/internal/index',
      /services\/search\/internal\/index\s+Search index · Wei Chen/,
    ],
    [
      'JavaScript, by require',
      'services/notifications/index.js',
      '../../packages/flags/src/flags.json',
      /packages\/flags\/src\/flags\.json\s+Feature flags · Wei Chen/,
    ],
  ];
  for (const [title, file, piece, expected] of imports) {
    it(`an import shows the card of the file it leads to: ${title}`, async () => {
      await workbench.openFile(file);
      const [line, column] = placeOf(await readFile(join(folder, file), 'utf8'), piece);
      await workbench.hover(workbench.characterAt(line, column), expected);
    });
  }

  it('a quoted path in a file without imports shows it too', async () => {
    await workbench.openFile('notes.yaml');
    await workbench.hover(workbench.characterAt(1, 12), /docs\/payments\.md\s+Documentation · Omar Haddad/);
  });

  it('shows nothing where it is switched off', async () => {
    await workbench.changeSettings({ 'aor.hover.places': ['imports'] });
    await workbench.openFile('web/src/api/payments.ts');
    await workbench.hover(workbench.characterAt(0, 26), /client\.ts\s+Storefront/);
    const text = await workbench.hover(workbench.characterAt(0, 10), /import post/);
    assert.doesNotMatch(text, /Storefront/);
    assert.doesNotMatch(await workbench.hover(workbench.tab('payments.ts'), /payments\.ts/), /Storefront/);
  });
});
