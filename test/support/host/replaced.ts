const originals: (() => void)[] = [];

/** Replaces some of an object's properties, until `putBack` is called. */
export function replace(target: object, changes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(changes)) {
    const before = Object.getOwnPropertyDescriptor(target, name);
    originals.push(() => {
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    });
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

/** Puts back all that was replaced: other files' tests run in this process, too. */
export function putBack(): void {
  for (const restore of originals.splice(0).toReversed()) restore();
}
