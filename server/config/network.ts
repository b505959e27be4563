import { isIP } from 'node:net';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { EXTENSION_ID } from '../../core/extension.ts';
import { isLoopback } from '../../core/url.ts';
import { type Get, type Mistake, list, shown } from './reading.ts';
import type { Setting } from './settings.ts';

/** Where the backend is reached, and by whom. */
export interface Network {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Names by which others reach it, with the port where that is not the scheme's own. */
  readonly publicHosts: readonly string[];
  /** Addresses, or ranges of them, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Certificate and key, as PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly extensionOrigins: readonly string[];
}

/** Whether anybody but this computer may reach it: directly, or by a proxy under a name of its own. */
export function isPublic({ host, publicHosts }: Network): boolean {
  return !isLoopback(host) || publicHosts.length > 0;
}

/** Every Firefox's extension: there each installation has an origin of its own. */
export const ANY_MOZILLA = 'moz-extension://*';

/** The extension's own origin, which its pinned manifest key settles. */
const OWN_EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;
const EXTENSION_ORIGIN =
  /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\*))$/;
const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Reads it, with every mistake in it. */
export function readNetwork(get: Get, mistake: Mistake): Network {
  const network: Network = {
    host: readHost(get, mistake),
    port: readPort(get, mistake),
    publicHosts: readPublicHosts(get, mistake),
    trustedProxies: readProxies(get, mistake),
    tls: readTls(get, mistake),
    extensionOrigins: readOrigins(get, mistake),
  };
  if (isPublic(network)) checkPublic(network, mistake);
  return network;
}

function checkPublic({ publicHosts, trustedProxies, tls }: Network, mistake: Mistake): void {
  if (publicHosts.length === 0) {
    mistake('PUBLIC_HOSTS', 'must name the backend as others do: HOST lets them reach it.');
  }
  if (tls === null && trustedProxies.length === 0) {
    const why = 'tokens and addresses of conversations must not be readable on the way';
    mistake('TLS_CERT_FILE', `and TLS_KEY_FILE, or TRUSTED_PROXIES, must be set: ${why}.`);
  }
}

function readHost(get: Get, mistake: Mistake): string {
  const host = get('HOST') ?? '127.0.0.1';
  if (!isLoopback(host) && isIP(host) === 0) {
    mistake('HOST', 'must be localhost or an IP address of this computer; 0.0.0.0 is all of them.');
  }
  return host;
}

function readPort(get: Get, mistake: Mistake): number {
  const text = get('PORT') ?? '8787';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) mistake('PORT', 'must be a number from 0 to 65535; 0 means any free port.');
  return port;
}

function readPublicHosts(get: Get, mistake: Mistake): readonly string[] {
  const hosts = list(get('PUBLIC_HOSTS')).map((host) => host.toLowerCase());
  for (const host of hosts) {
    const [name = '', port = '443', ...more] = host.split(':');
    if (HOST_NAME.test(name) && /^\d{1,5}$/.test(port) && more.length === 0) continue;
    mistake('PUBLIC_HOSTS', `has ${shown(host)}, which is not a name such as voice.example.com.`);
  }
  return hosts;
}

function readProxies(get: Get, mistake: Mistake): readonly string[] {
  const proxies = list(get('TRUSTED_PROXIES'));
  for (const proxy of proxies) {
    const [address = '', bits = '0', ...more] = proxy.split('/');
    if (isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && more.length === 0) continue;
    mistake(
      'TRUSTED_PROXIES',
      `has ${shown(proxy)}, which is no address such as 10.0.0.7 or 10.0.0.0/8.`,
    );
  }
  return proxies;
}

function readTls(get: Get, mistake: Mistake): Network['tls'] {
  const cert = readPem(get, mistake, 'TLS_CERT_FILE');
  const key = readPem(get, mistake, 'TLS_KEY_FILE');
  if (cert === undefined && key === undefined) return null;
  if (cert !== undefined && key !== undefined) {
    if (cert !== '' && key !== '' && !isPair(cert, key)) {
      mistake('TLS_KEY_FILE', 'is not the key of the certificate in TLS_CERT_FILE.');
    }
    return { cert, key };
  }
  mistake(cert === undefined ? 'TLS_CERT_FILE' : 'TLS_KEY_FILE', 'is missing.');
  return null;
}

function isPair(cert: string, key: string): boolean {
  try {
    createSecureContext({ cert, key });
    return true;
  } catch {
    return false;
  }
}

/** The text of a PEM file; empty where a mistake was noted, undefined where none is named. */
function readPem(get: Get, mistake: Mistake, name: Setting): string | undefined {
  const path = get(name);
  if (path === undefined) return undefined;
  try {
    const text = readFileSync(path, 'utf8');
    if (text.includes('-----BEGIN ')) return text;
    mistake(name, 'names a file that is not PEM.');
    return '';
  } catch {
    mistake(name, 'names a file that cannot be read.');
    return '';
  }
}

function readOrigins(get: Get, mistake: Mistake): readonly string[] {
  const origins = list(get('EXTENSION_ORIGINS') ?? OWN_EXTENSION_ORIGIN);
  for (const origin of origins.filter((each) => !EXTENSION_ORIGIN.test(each))) {
    const shape = `chrome-extension://<32 letters a to p>, moz-extension://<uuid> or ${ANY_MOZILLA}`;
    mistake('EXTENSION_ORIGINS', `has ${shown(origin)}, which is not ${shape}.`);
  }
  return origins;
}
