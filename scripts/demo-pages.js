import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { ROOT } from './set-up.js';
import { portOf } from './tripwire.js';

/** @typedef {{ body: string, headers?: Record<string, string> }} Route */

const FOLDER = join(ROOT, 'assets', 'demo');
const FILES = ['/index.html', '/strict.html', '/style.css', '/late-card.js'];
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
/** @type {Record<string, Record<string, string>>} */
const HEADERS = { '/strict.html': { 'Content-Security-Policy': "default-src 'none'" } };

/**
 * Serves the demo pages on a free loopback port.
 * @param {Record<string, Route>} [routes] further pages by path, HTML unless their headers say otherwise
 * @returns {Promise<{ origin: string, port: number, close: () => void }>}
 */
export async function serveDemoPages(routes = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const route = routes[path] ?? (await readRoute(path === '/' ? '/index.html' : path));
    if (!route) return void response.writeHead(404).end('No such page.');
    const type = TYPES[extname(path)] ?? 'text/html';
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, ...route.headers });
    response.end(route.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {string} path
 * @returns {Promise<Route | undefined>}
 */
async function readRoute(path) {
  if (!FILES.includes(path)) return undefined;
  return { body: await readFile(join(FOLDER, path), 'utf8'), headers: HEADERS[path] ?? {} };
}
