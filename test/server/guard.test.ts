import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { EXTENSION, HOST, sharedBackend } from '../support/backend.ts';

/** What a server answers to these very bytes, until it closes the connection. */
async function answerTo(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'end', { signal: AbortSignal.timeout(30_000) });
  socket.destroy();
  return answer;
}

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
];

describe('host guard, over a raw socket', () => {
  const server = sharedBackend();
  const target = 'GET /healthz HTTP/1.1';
  it.each<[string, (port: number) => string[]]>([
    ['another name', (port) => [target, `Host: evil.example:${port}`]],
    ['another name without port', () => [target, 'Host: evil.example']],
    ['a name that begins like ours', (port) => [target, `Host: localhost.evil.example:${port}`]],
    ['another port', (port) => [target, `Host: 127.0.0.1:${port + 1}`]],
    ['no port', () => [target, 'Host: 127.0.0.1']],
    ['another address', (port) => [target, `Host: 192.168.0.1:${port}`]],
    ['all addresses', (port) => [target, `Host: 0.0.0.0:${port}`]],
    ['IPv6 loopback, which we do not serve', (port) => [target, `Host: [::1]:${port}`]],
    ['the address as a number', (port) => [target, `Host: 2130706433:${port}`]],
    ['a user name', (port) => [target, `Host: localhost@127.0.0.1:${port}`]],
    ['an empty Host', () => [target, 'Host: ']],
    ['no Host', () => [target]],
    ['no Host, HTTP/1.0', () => ['GET /healthz HTTP/1.0']],
    ['two Hosts', (port) => [target, `Host: 127.0.0.1:${port}`, 'Host: evil.example']],
    [
      'an absolute target',
      (port) => ['GET http://evil.example/healthz HTTP/1.1', `Host: 127.0.0.1:${port}`],
    ],
  ])('refuses %s', async (_case, request) => {
    const answer = await answerTo(server.port(), [...request(server.port()), 'Connection: close']);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('"code":"host_not_allowed"');
  });

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST'])('answers to %s', async (name) => {
    const answer = await answerTo(server.port(), [
      target,
      `Host: ${name}:${server.port()}`,
      'Connection: close',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('refuses an upgrade under another name, and hangs up', async () => {
    const upgrade = 'GET /v1/convai/conversation HTTP/1.1';
    const answer = await answerTo(server.port(), [upgrade, 'Host: evil.example', ...UPGRADE]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('refuses an upgrade for a web page, and hangs up', async () => {
    const answer = await answerTo(server.port(), [
      'GET /v1/convai/conversation HTTP/1.1',
      `Host: 127.0.0.1:${server.port()}`,
      'Origin: https://evil.example',
      ...UPGRADE,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('"code":"origin_not_allowed"');
  });
});

describe('origin guard', () => {
  const { inject } = sharedBackend();

  it.each([
    [{}, 200],
    [{ origin: EXTENSION }, 200],
    [{ origin: EXTENSION, 'sec-fetch-site': 'cross-site' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: '' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: `http://${HOST}` }, 403],
    [{ origin: EXTENSION.toUpperCase() }, 403],
    [{ origin: `${EXTENSION}.evil.example` }, 403],
    [{ origin: EXTENSION.replace('chrome', 'moz') }, 403],
  ])('answers %j with %i', async (headers, status) => {
    const response = await inject({
      url: '/healthz',
      headers: { host: HOST, ...headers },
    });
    expect(response.statusCode).toBe(status);
  });

  it('guards what does not exist, too', async () => {
    const headers = { host: HOST, origin: 'https://evil.example' };
    const response = await inject({ url: '/nothing', headers });
    expect(response.json()).toMatchObject({ code: 'origin_not_allowed' });
  });
});

describe('cross-origin reading', () => {
  const { inject } = sharedBackend();
  const url = '/api/voice-sdk/agents';

  it('is allowed to the extension, by name, without credentials', async () => {
    const headers = { host: HOST, origin: EXTENSION };
    const response = await inject({ url, headers });
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': EXTENSION,
      vary: 'Origin',
    });
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('is allowed for errors, so that the extension can tell them apart', async () => {
    const headers = { host: HOST, origin: EXTENSION };
    const response = await inject({ url: '/api/voice-sdk/signed-url/x', headers });
    expect(response.statusCode).toBe(400);
    expect(response.headers['access-control-allow-origin']).toBe(EXTENSION);
  });

  it('is allowed to nobody else', async () => {
    const headers = { host: HOST, origin: 'https://evil.example' };
    const response = await inject({ url, headers });
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('answers a preflight of the extension', async () => {
    const headers = { host: HOST, origin: EXTENSION, 'access-control-request-method': 'GET' };
    const response = await inject({ method: 'OPTIONS', url, headers });
    expect(response.statusCode).toBe(204);
    expect(response.headers['access-control-allow-origin']).toBe(EXTENSION);
  });
});
