import assert from 'node:assert/strict';
import { bindToken, type ForgePlace } from '../../src/forges';

const place: ForgePlace = { kind: 'github', host: 'github.com', api: 'https://api.github.com/' };

describe('a token', () => {
  const shown = (secret: string, address = 'https://api.github.com/user'): string | null => {
    const headers = new Headers();
    bindToken(place, secret).authorise(new URL(address), headers);
    return headers.get('authorization');
  };

  it('is shown to its API alone, without the line that was pasted with it', () => {
    assert.equal(shown(' good\n'), 'Bearer good');
    for (const address of ['https://evil.example/', 'http://api.github.com/', 'https://api.github.com:8443/'])
      assert.throws(() => shown('good', address), { failure: { kind: 'elsewhere', host: new URL(address).host } });
  });

  it('that no header can hold is refused without being named', () => {
    for (const secret of ['top\nsecret', 'top\u2028secret', 'töpsecret', 'top\0secret'])
      assert.throws(
        () => bindToken(place, secret),
        (error: Error) => {
          assert.deepEqual((error as unknown as { failure: unknown }).failure, { kind: 'sign-in' });
          assert.doesNotMatch(String(error.stack), /top|secret/);
          return true;
        },
      );
  });

  it('never travels in the clear, except on this machine', () => {
    assert.throws(() => bindToken({ ...place, api: 'http://git.example/api' }, 'good'), {
      failure: { kind: 'insecure' },
    });
    assert.equal(bindToken({ ...place, api: 'http://127.0.0.1:80/api/' }, 'good').api, 'http://127.0.0.1:80/api');
    assert.doesNotMatch(JSON.stringify(bindToken(place, 'good')), /good/);
  });
});
