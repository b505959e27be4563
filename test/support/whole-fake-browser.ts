import { afterAll } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Loaded before each file of tests of the extension. Many files share a process and the one fake browser in it: what a
// file has put into it is taken out again, and what it has replaced is put back.

const whole = copyOf(fakeBrowser);
const parts = Object.values(whole)
  .filter(isPart)
  .map((part) => ({ part, whole: copyOf(part) }));

afterAll(() => {
  putBack(fakeBrowser, whole);
  for (const each of parts) putBack(each.part, each.whole);
});

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function copyOf(object: object): Record<string, unknown> {
  return { ...object };
}

function putBack(object: object, was: Record<string, unknown>): void {
  for (const name of Object.keys(object)) if (!(name in was)) Reflect.deleteProperty(object, name);
  Object.assign(object, was);
}
