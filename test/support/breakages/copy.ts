import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Folders in node_modules that tools write to: sharing one would let two checkouts disturb each other. */
const CACHES = ['.cache', '.vite', '.vite-temp', '.vitest-cache'];

/**
 * Copies a checkout into a temporary folder: what git knows or would add, the packages, and WXT's types.
 * @returns the path of the copy
 */
export function copyCheckout(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'breakages-'));
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  // A file that was deleted and not committed is still listed.
  for (const path of listed.split('\0').filter((it) => it && existsSync(join(root, it)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(join(root, path), join(copy, path));
  }
  linkFolder(join(root, 'node_modules'), join(copy, 'node_modules'), CACHES);
  cpSync(join(root, '.wxt'), join(copy, '.wxt'), { recursive: true });
  return copy;
}

/** Copies a folder by hard links, which takes a second where copying takes minutes. */
function linkFolder(from: string, to: string, without: readonly string[] = []): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (without.includes(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else link(source, target);
  }
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // The temporary folder may be on another disk.
    copyFileSync(source, target);
  }
}
