import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/core/**/*.test.ts', 'test/scripts/**/*.test.ts', 'test/*.test.ts'],
        },
      },
      { test: { name: 'server', include: ['test/server/**/*.test.ts'] } },
      {
        plugins: [await WxtVitest()],
        test: { name: 'extension', include: ['test/extension/**/*.test.ts'] },
      },
    ],
  },
});
