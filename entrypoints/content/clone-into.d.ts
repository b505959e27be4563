/** Firefox: copies a value into a page's world. */
declare const cloneInto: undefined | (<T>(value: T, world: Window) => T);
