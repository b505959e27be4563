import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A certificate that signs itself, until the test is over. */
export function certificate(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const key = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    keyFile,
  ];
  const made = ['-x509', ...key, '-out', certFile, '-days', '1', '-subj', `/CN=${name}`];
  const { status, stderr } = spawnSync('openssl', [
    'req',
    ...made,
    '-addext',
    `subjectAltName=DNS:${name}`,
  ]);
  if (status !== 0) throw new Error(`openssl: ${stderr.toString()}`);
  return { certFile, keyFile, cert: readFileSync(certFile, 'utf8') };
}
