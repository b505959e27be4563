// Preloaded with `node --import`: nothing in this process can connect to another machine, and whoever tries fails it.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const loopback = new net.BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** @param {string} host */
function isLoopback(host) {
  if (host === 'localhost') return true;
  const family = net.isIP(host);
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/** @param {string} host */
function refuse(host) {
  const line = `Refused: this process tried to reach ${host}; only loopback is allowed.`;
  // The list that run.js reads when all its children are gone, worker threads' attempts included.
  const { LOOPBACK_ATTEMPTS } = process.env;
  if (LOOPBACK_ATTEMPTS) appendFileSync(LOOPBACK_ATTEMPTS, `${host}\n`);
  process.on('exit', () => {
    process.stderr.write(`${line}\n`);
    process.exitCode = 1;
  });
  return Object.assign(new Error(line), { code: 'ENOTLOOPBACK' });
}

/**
 * The host that arguments of `socket.connect` name, if they name one; sockets in the file system have none.
 * @param {any[]} args
 */
function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first.path ? undefined : first.host;
  return typeof second === 'string' ? second : undefined;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = /** @type {typeof connect} */ (
  /** @this {net.Socket} @param {any[]} args */
  function (...args) {
    const host = hostOf(args);
    if (host !== undefined && !isLoopback(host)) throw refuse(host);
    return Reflect.apply(connect, this, args);
  }
);

const { lookup } = dns;
const lookupPromise = dns.promises.lookup;
Object.assign(dns, {
  /** @param {string} host @param {any[]} rest */
  lookup(host, ...rest) {
    if (isLoopback(host)) return Reflect.apply(lookup, dns, [host, ...rest]);
    const error = refuse(host);
    process.nextTick(() => rest.at(-1)(error));
  },
});
Object.assign(dns.promises, {
  /** @param {string} host @param {any[]} rest */
  async lookup(host, ...rest) {
    if (!isLoopback(host)) throw refuse(host);
    return Reflect.apply(lookupPromise, dns.promises, [host, ...rest]);
  },
});
syncBuiltinESMExports();
