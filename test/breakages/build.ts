import type { Breakage } from './breakage.ts';

const BUILT = [{ built: 'test/extension/build.test.ts' }];

/** Breakages of the manifest, and of what the build makes of our code. */
export const BUILD: readonly Breakage[] = [
  {
    id: 'build-scripts-from-anywhere',
    file: 'wxt.config.ts',
    find: `"script-src 'self'",`,
    replace: `"script-src 'self' 'wasm-unsafe-eval'",`,
    sentence: 'Extension pages run code that is not in the package.',
    tests: BUILT,
  },
  {
    id: 'build-sockets-to-anywhere',
    file: 'wxt.config.ts',
    find: '...ELEVENLABS_HOSTS.map((host) => `wss://${host}`),',
    replace: "...ELEVENLABS_HOSTS.slice(0, 1).map(() => 'wss:'),",
    sentence: 'An extension page that was taken over sends the microphone anywhere.',
    tests: BUILT,
  },
  {
    id: 'build-forms-to-anywhere',
    file: 'wxt.config.ts',
    find: `"form-action 'none'",`,
    replace: `"form-action 'self' https:",`,
    sentence: 'What an agent writes could send a form away.',
    tests: BUILT,
  },
  {
    id: 'build-reads-every-tab',
    file: 'wxt.config.ts',
    find: "const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage'];",
    replace: "const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage', 'tabs'];",
    sentence: 'The installation asks for leave to read the browsing history.',
    tests: BUILT,
  },
  {
    id: 'build-every-site-at-once',
    file: 'wxt.config.ts',
    find: "    optional_host_permissions: ['http://*/*', 'https://*/*'],",
    replace: "    host_permissions: ['http://*/*', 'https://*/*'],",
    sentence: 'The installation asks for all sites at once.',
    tests: BUILT,
  },
  {
    id: 'build-private-windows',
    file: 'wxt.config.ts',
    find: "incognito: 'not_allowed',",
    replace: "incognito: 'spanning',",
    sentence: 'The extension sees pages in private windows.',
    tests: BUILT,
  },
  {
    id: 'build-pages-see-the-panel',
    file: 'wxt.config.ts',
    find: "const PICKER = { resources: ['picker.html'],",
    replace: "const PICKER = { resources: ['picker.html', 'panel.html'],",
    sentence: 'A page frames the panel, and has the person click in it unawares.',
    tests: BUILT,
  },
  {
    id: 'build-extension-betrayed',
    file: 'wxt.config.ts',
    find: 'use_dynamic_url: true',
    replace: 'use_dynamic_url: false',
    sentence: 'Any page finds out by one address that the extension is installed.',
    tests: BUILT,
  },
  {
    id: 'build-remote-sound-code',
    file: 'wxt.config.ts',
    find: "['/WebRTCConnection.js', fileOf('entrypoints/shared/conversation/no-webrtc.ts')],",
    replace: "['/WebRTC.js', fileOf('entrypoints/shared/conversation/no-webrtc.ts')],",
    sentence: 'The package carries 150 kB that it never uses, and that a store refuses.',
    tests: BUILT,
  },
  {
    id: 'build-extension-announced',
    file: 'wxt.config.ts',
    find: "if (['content', 'face', 'marks', 'roots'].includes(entry.name))",
    replace: "if (['face', 'marks', 'roots'].includes(entry.name))",
    sentence: 'The script that finds cards is built as one that announces itself to each page.',
    tests: [
      { built: 'test/extension/build.test.ts' },
      { chromium: 'test/e2e/cards.spec.ts', title: 'the whole way goes by keyboard' },
    ],
  },
  {
    id: 'build-shortcut-unnamed',
    file: 'wxt.config.ts',
    find: "  'toggle-conversation': { description",
    replace: "  'toggle-conversations': { description",
    sentence: 'The key that starts and ends a conversation does nothing.',
    tests: [
      { built: 'test/extension/build.test.ts' },
      {
        chromium: 'test/e2e/shortcuts.spec.ts',
        title:
          'a selection is talked about with an agent that was allowed; keys start, mute, hush and end a conversation, and panic lets go of everything',
      },
    ],
  },
];
