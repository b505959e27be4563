import { expect, test } from 'vitest';
import { EXTENSION_ID, MANIFEST_KEY } from '../../core/extension.ts';
import { extensionIdOf } from '../../scripts/extension-id.js';

test("the extension's id is the one that its manifest key gives", () => {
  expect(extensionIdOf(MANIFEST_KEY)).toBe(EXTENSION_ID);
});
