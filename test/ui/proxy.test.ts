/** Forges are reached the way VS Code is told to reach anything: through its proxy. */
import { strict as assert } from 'node:assert';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeAskedChange } from './askedChange';
import { openWorkbench, type Workbench } from './harness';
import { openReview, reviewRow } from './reviewView';

const host = 'git.acme.example';

describe('Asking through a proxy', () => {
  const asked: string[] = [];
  const proxy = createServer();
  let workbench: Workbench;

  before(async () => {
    proxy.on('connect', ({ url = '' }, socket) => {
      asked.push(url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    workbench = await openWorkbench({
      async prepare(directory) {
        await makeAskedChange(join(directory, 'shop'), host, 'acme/shop');
      },
      open: 'shop',
      settings: {
        'aor.forges': { [host]: 'github' },
        'http.proxy': `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      },
    });
    await openReview(workbench);
  });

  after(async () => {
    await workbench.close();
    proxy.close();
  });

  it('knocks there alone, and says that the forge gives no answer', async () => {
    await workbench.click(reviewRow(workbench, `Sign in to ${host}`));
    await workbench.page.locator('.quick-input-widget input[type="password"]').waitFor();
    assert.deepEqual(asked, []);
    await workbench.page.keyboard.type('good');
    await workbench.page.keyboard.press('Enter');
    await reviewRow(workbench, `${host} gives no answer`).waitFor();
    assert.deepEqual([...new Set(asked)], [`${host}:443`]);
    assert.deepEqual(workbench.outsideRequests(), []);
  });
});
