import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['unit', 'protocol', 'worker'].map((name) => ({
      test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node' },
    })),
  },
});
