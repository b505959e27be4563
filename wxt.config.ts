import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { ELEVENLABS_HOSTS } from './core/signed-url.ts';
import { FIREFOX_ID, MANIFEST_KEY } from './core/extension.ts';
import { LOOPBACK } from './core/url.ts';

/** What extension pages may connect to: any backend over https, ElevenLabs' sockets, and this computer. */
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
  // Only what is web-accessible can be framed by a page at all, and that is the picker.
  'frame-ancestors http: https:',
  `connect-src ${CONNECT}`,
].join('; ');

/** A file of the project, by its path here. */
function fileOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** The SDK without what an extension cannot use: its web audio (remote code), WebRTC (150 kB), and sending files. */
function websocketOnlySdk() {
  const inSdk = /@11labs[/\\]client[/\\]dist/;
  const standIns = [
    ['/WebRTCConnection.js', fileOf('entrypoints/shared/conversation/no-webrtc.ts')],
    ['/uploadFile.js', fileOf('entrypoints/shared/conversation/no-upload.ts')],
  ] as const;
  return {
    name: 'voice-cards:websocket-only-sdk',
    enforce: 'pre' as const,
    resolveId(id: string, importer?: string) {
      if (!inSdk.test(importer ?? '')) return null;
      return standIns.find(([file]) => id.endsWith(file))?.[1] ?? null;
    },
  };
}

/** Preact without its one way to set HTML: no page of ours uses it, and Mozilla's linter warns of it. */
function noInnerHtml() {
  const assignment = /\(\w+\.innerHTML=\w+\.__html\)/;
  return {
    name: 'voice-cards:no-inner-html',
    transform(code: string, id: string) {
      if (!/preact[/\\]dist[/\\]preact\./.test(id)) return null;
      if (!assignment.test(code)) throw new Error('Preact sets HTML in another way than before.');
      return { code: code.replace(assignment, '0'), map: null };
    },
  };
}

/** The Markdown reader's `document().write()`, which Mozilla's linter takes for the page's own, by another name. */
function noDocumentWrite() {
  const call = 'parse(options).document().write(';
  return {
    name: 'voice-cards:no-document-write',
    transform(code: string, id: string) {
      if (!/mdast-util-from-markdown[/\\]lib[/\\]index\.js/.test(id)) return null;
      if (!code.includes(call))
        throw new Error('The Markdown reader writes in another way than before.');
      const quiet = "Reflect.get(parse(options).document(), 'write')(";
      return { code: code.replace(call, quiet), map: null };
    },
  };
}

/** Messages without what their library can do and is not asked to: the page that converses is counted in bytes. */
function tightMessages() {
  const unused = [/\bconfig\??\.logger\?\./g, /\bconfig\.verifyMessageData\?\./g];
  return {
    name: 'voice-cards:tight-messages',
    transform(code: string, id: string) {
      if (!/@webext-core[/\\]messaging[/\\]dist[/\\]generic/.test(id)) return null;
      if (unused.some((part) => code.search(part) === -1))
        throw new Error('The messages do in another way what we leave out.');
      const tight = unused.reduce((rest, part) => rest.replace(part, 'undefined?.'), code);
      return { code: tight, map: null };
    },
  };
}

/** Scripts in pages without WXT's way to log how they failed, by which a build says nothing; what is thrown is seen as it is. */
function tightScripts() {
  const logged = /const result = \(\(\) => \{[^]*\}\)\(\);/;
  return {
    name: 'voice-cards:tight-scripts',
    transform(code: string, id: string) {
      if (!id.includes('wxt-unlisted-script-entrypoint')) return null;
      if (!logged.test(code)) throw new Error('WXT begins scripts in another way than before.');
      const plain = 'initPlugins();\nconst result = definition.main();';
      return { code: code.replace(logged, plain), map: null };
    },
  };
}

/** The style sheet that goes into pages, without what it says to us alone: its bytes are counted. */
function tightStyles() {
  return {
    name: 'voice-cards:tight-styles',
    transform(code: string, id: string) {
      if (!/face[/\\]style\.ts/.test(id)) return null;
      const tight = code
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s*([{};,]|\s)\s*/g, '$1')
        .replace(/: /g, ':')
        .replace(/='([a-z]+)'/g, '=$1')
        .replaceAll(';}', '}');
      return { code: tight, map: null };
    },
  };
}

const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage'];

/** Keys that are free in Chrome and in Firefox; on a Mac, Alt and Shift type letters of their own. */
function keys(letter: string) {
  return { suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` } };
}

const COMMANDS = {
  'toggle-conversation': { description: '__MSG_command_toggle__', ...keys('V') },
  mute: { description: '__MSG_command_mute__', ...keys('M') },
  'stop-speaking': { description: '__MSG_command_stop_speaking__', ...keys('H') },
  panic: { description: '__MSG_command_panic__', ...keys('Q') },
  // Without keys: a browser accepts four suggestions and no more.
  'push-to-talk': { description: '__MSG_command_push_to_talk__' },
  mark: { description: '__MSG_command_mark__' },
};

/** The page in which elements are picked: it is shown in a frame on whatever page a person marks. */
const PICKER = { resources: ['picker.html'], matches: ['http://*/*', 'https://*/*'] };

const CHROME = {
  key: MANIFEST_KEY,
  minimum_chrome_version: '124',
  permissions: [...PERMISSIONS, 'offscreen', 'sidePanel'],
  side_panel: { default_path: 'panel.html' },
  storage: { managed_schema: 'policy.json' },
  // At an address that is another one each time the browser starts, so that no page can tell who is here.
  web_accessible_resources: [{ ...PICKER, use_dynamic_url: true }],
};

const FIREFOX = {
  sidebar_action: {
    default_title: '__MSG_extension_name__',
    default_panel: 'panel.html',
    // Nobody asked for it: the conversation comes with a window of its own.
    open_at_install: false,
  },
  web_accessible_resources: [PICKER],
  browser_specific_settings: {
    gecko: {
      id: FIREFOX_ID,
      // The first in which both desktop and Android ask for consent to what follows.
      strict_min_version: '142.0',
      data_collection_permissions: {
        // A voice and what is said with it; and, to the backend, which card on the page was clicked.
        required: ['personallyIdentifyingInfo', 'personalCommunications', 'websiteContent'],
        // Asked for where an access token is kept: it, and the site on which one starts, go to its backend.
        optional: ['authenticationInfo', 'browsingActivity'],
      },
    },
  },
};

/** What a build needs, with the steps to it in README; nothing else gets into the sources archive. */
const SOURCES = [
  'LICENSE',
  'README.md',
  'assets/public/**',
  'core/**',
  'entrypoints/**',
  'locales/**',
  'package*.json',
  'tsconfig.json',
  'tsconfig.strict.json',
  'wxt.config.ts',
];

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: PERMISSIONS,
    commands: COMMANDS,
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    incognito: 'not_allowed',
    // Said in full: Firefox's own default would turn ws: into wss:, on this computer too.
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox' ? FIREFOX : CHROME),
  }),
  vite: () => ({
    plugins: [
      websocketOnlySdk(),
      noInnerHtml(),
      noDocumentWrite(),
      tightMessages(),
      tightScripts(),
      tightStyles(),
    ],
    resolve: {
      alias: [
        {
          find: /^@11labs\/client$/,
          replacement: fileOf('node_modules/@11labs/client/dist/index.js'),
        },
        // Its own way for browsers is to set HTML, of which Mozilla's linter warns.
        {
          find: 'decode-named-character-reference',
          replacement: fileOf('entrypoints/shared/panel/character-reference.ts'),
        },
      ],
    },
    build: { modulePreload: false },
  }),
  zip: { includeSources: SOURCES },
  hooks: {
    // What a shell says there for other programs would change the build.
    'build:before': (wxt) => {
      process.env['NODE_ENV'] = wxt.config.mode;
    },
    // WXT's content script wrapper announces the extension's id to the page; ours says nothing.
    'entrypoints:found': (_wxt, found) => {
      for (const entry of found)
        if (['content', 'face', 'marks', 'roots'].includes(entry.name))
          entry.type = 'unlisted-script';
    },
    // WXT leaves the page that only the other browser has out of the sources, and the script beside it in; without its
    // page that would be built as a script for pages. The add-on is packed by now, so nothing else is changed by this.
    'zip:extension:done': (wxt) => {
      wxt.hooks.hook('entrypoints:resolved', (_wxt, resolved) => {
        for (const entry of resolved) entry.skipped = false;
      });
    },
  },
});
