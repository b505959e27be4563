import { describe, expect, it } from 'vitest';
import type { Config } from '../../server/config.ts';
import { listen } from '../../server/listening.ts';
import { backend, configured, listening } from '../support/backend.ts';

/** What a backend says that the system does not let listen, for this reason. */
async function saidOf(code: string, config: Partial<Config>): Promise<string> {
  const reason = Object.assign(new Error('the system refuses'), { code });
  const app = { listen: () => Promise.reject(reason) };
  return listen(app, { ...configured(), ...config }).catch(({ message }) => message);
}

describe('a backend that cannot listen', () => {
  it('says that its port is in use, and how to take another one', async () => {
    const { port } = await listening();
    const again = listen(backend(), configured({ PORT: String(port) }));
    await expect(again).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is in use, maybe by a backend that already runs: stop that program, or run \`PORT=${port + 1} npm start\`.`,
    );
  });

  it.each([
    ['EADDRINUSE', { port: 65_535 }, 'run `PORT=65534 npm start`'],
    ['EACCES', { port: 80 }, 'This account may not listen on port 80: run `PORT=8787 npm start`'],
    ['EADDRNOTAVAIL', { host: '192.0.2.1' }, 'HOST=192.0.2.1 is not an address of this computer'],
    [
      'EAFNOSUPPORT',
      { host: '2001:db8::1' },
      'HOST=2001:db8::1 is not an address of this computer',
    ],
    ['EINVAL', { host: 'fe80::1' }, 'HOST=fe80::1 is not an address of this computer'],
    ['EMFILE', {}, 'The backend cannot listen on port 8787 of 127.0.0.1: the system refuses'],
  ])('says in one sentence what to do: %s', async (code, config, sentence) => {
    const said = await saidOf(code, config);
    expect(said).toContain(sentence);
    expect(said).not.toContain('\n');
  });
});
