import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { name: 'laws', include: ['test/laws/**/*.test.ts'] } },
      { test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'] } },
      { test: { name: 'worker', include: ['test/worker/**/*.test.ts'] } },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'] } },
      {
        test: {
          name: 'vscode',
          include: ['test/vscode/page/**/*.test.ts'],
          globalSetup: 'test/vscode/harness/environment.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
