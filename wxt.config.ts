import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { ELEVENLABS_HOSTS } from './core/signed-url.ts';
import { MANIFEST_KEY } from './core/extension.ts';

const LOOPBACK = ['localhost', '127.0.0.1'];

/** Where extension pages may connect to: any https backend, ElevenLabs' sockets, this computer. */
const CONNECT = [
  "'self'",
  'https:',
  ...ELEVENLABS_HOSTS.map((host) => `wss://${host}`),
  ...LOOPBACK.flatMap((host) => [`http://${host}:*`, `ws://${host}:*`]),
].join(' ');

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  `connect-src ${CONNECT}`,
].join('; ');

/** The SDK without what an extension cannot use: its web audio (remote code) and WebRTC (150 kB). */
function websocketOnlySdk() {
  const inSdk = /@11labs[/\\]client[/\\]dist/;
  const noWebRtc = fileURLToPath(
    new URL('entrypoints/shared/conversation/no-webrtc.ts', import.meta.url),
  );
  return {
    name: 'voice-cards:websocket-only-sdk',
    enforce: 'pre' as const,
    resolveId(id: string, importer?: string) {
      const isWebRtc = id.endsWith('/WebRTCConnection.js') && inSdk.test(importer ?? '');
      return isWebRtc ? noWebRtc : null;
    },
  };
}

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    key: MANIFEST_KEY,
    minimum_chrome_version: '124',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      ...(browser === 'chrome' ? ['offscreen'] : []),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
  }),
  vite: () => ({
    plugins: [websocketOnlySdk()],
    resolve: {
      alias: [
        {
          find: /^@11labs\/client$/,
          replacement: fileURLToPath(
            new URL('node_modules/@11labs/client/dist/index.js', import.meta.url),
          ),
        },
      ],
    },
    build: { modulePreload: false },
  }),
  hooks: {
    // WXT's content script wrapper announces the extension's id to the page; ours says nothing.
    'entrypoints:found': (_wxt, found) => {
      for (const entry of found) if (entry.name === 'content') entry.type = 'unlisted-script';
    },
  },
});
