// What runs inside Firefox with all of its rights; each function travels there as its source and may use nothing else.

interface Question {
  readonly hidden: boolean;
  /** The button that says yes. */
  readonly button: HTMLElement;
  /** The button that says no. */
  readonly secondaryButton: HTMLElement;
  readonly textContent: string | null;
}

interface Tab {
  readonly linkedBrowser: { readonly currentURI: { readonly spec: string } };
}

interface BrowserWindow {
  readonly document: { querySelector(selector: string): Question | null };
  readonly PopupNotifications: { readonly panel: { readonly state: string } };
  readonly gBrowser: {
    readonly tabs: readonly Tab[];
    selectedTab: Tab;
    removeTab(tab: Tab, how: { animate: boolean; skipPermitUnload: boolean }): void;
  };
  readonly SidebarController: { show(id: string): Promise<void>; hide(): void };
  addEventListener(type: string, heard: () => void): void;
  close(): void;
}

interface Granted {
  readonly permissions: string[];
  readonly origins: string[];
  readonly data_collection: string[];
}

interface Extension {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Any but `running` is asleep, or about to be. */
  readonly backgroundState: string;
  terminateBackground(how: { disableResetIdleForTest: boolean }): Promise<void>;
}

declare const Services: {
  wm: { getEnumerator(type: string): Iterable<BrowserWindow> };
  perms: {
    ALLOW_ACTION: number;
    addFromPrincipal(principal: object, type: string, action: number): void;
    removeFromPrincipal(principal: object, type: string): void;
  };
  scriptSecurityManager: { createContentPrincipalFromOrigin(origin: string): object };
  qms: { clearStoragesForPrincipal(principal: object): { callback: () => void } };
};
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: Extension; readonly mozExtensionHostname: string };
};
declare const ChromeUtils: {
  importESModule(address: 'resource://gre/modules/ExtensionPermissions.sys.mjs'): {
    ExtensionPermissions: {
      get(id: string): Promise<Granted>;
      remove(id: string, less: Granted, from: object): Promise<void>;
    };
  };
  importESModule(address: 'resource:///modules/webrtcUI.sys.mjs'): {
    webrtcUI: { showMicrophoneIndicator: boolean };
  };
  importESModule(address: 'resource://gre/modules/AddonManager.sys.mjs'): {
    AddonManager: { getAddonByID(id: string): Promise<{ uninstall(): Promise<void> }> };
  };
  importESModule(address: 'resource://gre/modules/Extension.sys.mjs'): {
    Management: {
      once(
        event: 'cleanupAfterUninstall',
        heard: (event: string, id: string, tasks: { promise: Promise<unknown> }[]) => void,
      ): void;
    };
  };
};

/** Takes permissions away from an extension, as Firefox's page about add-ons does. */
export async function revoke(extensionId: string, less: Granted): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await ExtensionPermissions.remove(extensionId, less, extension);
}

/** Takes everything away from an extension that a person has granted it since it was installed. */
export async function revokeAll(extensionId: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  const { permissions, origins, data_collection } = await ExtensionPermissions.get(extensionId);
  // Copies: these are the very lists that things are removed from.
  const all = {
    permissions: [...permissions],
    origins: [...origins],
    data_collection: [...data_collection],
  };
  await ExtensionPermissions.remove(extensionId, all, extension);
}

/** Lets an origin use the microphone, as Firefox's own question does, or leaves that to the question again. */
export function setMicrophone(origin: string, isGranted: boolean): void {
  const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin);
  const { perms } = Services;
  if (isGranted) perms.addFromPrincipal(principal, 'microphone', perms.ALLOW_ACTION);
  else perms.removeFromPrincipal(principal, 'microphone');
}

/** Takes an extension away, with all that it has stored and been granted; resolves when that is done. */
export async function uninstall(extensionId: string, origin: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
  const cleaning = new Promise<{ promise: Promise<unknown> }[]>((resolve) => {
    Management.once('cleanupAfterUninstall', (_event, _id, tasks) => resolve(tasks));
  });
  const addon = await AddonManager.getAddonByID(extensionId);
  await addon.uninstall();
  await Promise.all((await cleaning).map(({ promise }) => promise));
  // Nobody is told when its stores are cleared; but one clearing comes after the other.
  const { scriptSecurityManager, qms } = Services;
  for (const user of ['', '^userContextId=4294967295']) {
    const principal = scriptSecurityManager.createContentPrincipalFromOrigin(origin + user);
    await new Promise<void>((resolve) => {
      qms.clearStoragesForPrincipal(principal).callback = resolve;
    });
  }
}

/** Closes the sidebar, and every tab and window but the very first tab and those of the first window at an address. */
export async function closeTheRest(kept: string): Promise<void> {
  const [first, ...others] = Services.wm.getEnumerator('navigator:browser');
  first?.SidebarController.hide();
  const closed = others.map((other) => {
    const gone = new Promise<void>((resolve) => other.addEventListener('unload', resolve));
    other.close();
    return gone;
  });
  for (const tab of [...(first?.gBrowser.tabs ?? [])].slice(1)) {
    if (tab.linkedBrowser.currentURI.spec === kept) continue;
    first?.gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
  }
  await Promise.all(closed);
}

/** Brings the very first tab to the front, so that no other is on the screen. */
export function showTheFirst(): void {
  const [{ gBrowser } = { gBrowser: null }] = Services.wm.getEnumerator('navigator:browser');
  const [first = null] = gBrowser?.tabs ?? [];
  if (gBrowser && first) gBrowser.selectedTab = first;
}

/** Where an extension's pages are. */
export function originOf(extensionId: string): string {
  return `moz-extension://${WebExtensionPolicy.getByID(extensionId).mozExtensionHostname}`;
}

/** What Firefox complains of in an extension's manifest. */
export function complaints(extensionId: string): string[] {
  const { errors, warnings } = WebExtensionPolicy.getByID(extensionId).extension;
  return [...errors, ...warnings];
}

/** Opens an extension's page in the sidebar of the first window. */
export async function showSidebar(extensionId: string): Promise<void> {
  const [first] = Services.wm.getEnumerator('navigator:browser');
  const widget = extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  await first?.SidebarController.show(`${widget}-sidebar-action`);
}

/** Puts an extension's background to sleep, as Firefox does with one that is idle; gives its state by then. */
export async function putToSleep(extensionId: string): Promise<string> {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await extension.terminateBackground({ disableResetIdleForTest: true });
  return extension.backgroundState;
}

/**
 * What the question for an extension's permission says; null while there is none.
 * @param press which of its buttons to press, if any
 */
export function permissionQuestion(press: 'button' | 'secondaryButton' | null): string | null {
  for (const { document, PopupNotifications } of Services.wm.getEnumerator('navigator:browser')) {
    const question = document.querySelector('#addon-webext-permissions-notification');
    if (!question || question.hidden || PopupNotifications.panel.state !== 'open') continue;
    if (press) question[press].click();
    return question.textContent;
  }
  return null;
}

/** Whether Firefox's own light says that a microphone is in use. */
export function isMicrophoneOn(): boolean {
  const { webrtcUI } = ChromeUtils.importESModule('resource:///modules/webrtcUI.sys.mjs');
  return webrtcUI.showMicrophoneIndicator;
}
