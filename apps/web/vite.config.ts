import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:3000';

// `npx vite apps/web` serves the pages while they are worked on, beside a program that runs on port 3000.
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    sourcemap: false,
    // Libraries mark their files for a server that renders; there is none here.
    rolldownOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/open', '/session', '/sign-in', '/health', '/openapi.json'].map((path) => [path, api]),
    ),
  },
});
