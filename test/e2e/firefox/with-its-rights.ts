// What runs inside Firefox with all of its rights; each function travels there as its source and may use nothing else.

interface Question {
  readonly hidden: boolean;
  /** The button that says yes, and the one that says no. */
  readonly button: HTMLElement;
  readonly secondaryButton: HTMLElement;
  readonly textContent: string | null;
  querySelector(selector: string): HTMLElement | null;
}

interface BrowserWindow {
  readonly document: { querySelector(selector: string): Question | null };
  readonly PopupNotifications: { readonly panel: { readonly state: string } };
}

declare const Services: { wm: { getEnumerator(type: string): Iterable<BrowserWindow> } };
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } };
declare const ChromeUtils: {
  importESModule(address: 'resource://gre/modules/ExtensionPermissions.sys.mjs'): {
    ExtensionPermissions: {
      add(
        id: string,
        more: { permissions: string[]; origins: string[] },
        to: object,
      ): Promise<void>;
    };
  };
  importESModule(address: 'resource:///modules/webrtcUI.sys.mjs'): {
    webrtcUI: { showMicrophoneIndicator: boolean };
  };
};

/** Grants match patterns to an extension, as its own question would. */
export async function grantOrigins(extensionId: string, origins: string[]): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await ExtensionPermissions.add(extensionId, { permissions: [], origins }, extension);
}

/**
 * What the question for the microphone says, in whatever window it stands; null while there is none.
 * @param press which of its buttons to press, if any
 */
export function microphoneQuestion(press?: 'button' | 'secondaryButton'): string | null {
  for (const { document, PopupNotifications } of Services.wm.getEnumerator('navigator:browser')) {
    const question = document.querySelector('#webRTC-shareDevices-notification');
    // Every window has the element; where it asks nothing, it is hidden.
    if (!question || question.hidden || PopupNotifications.panel.state !== 'open') continue;
    if (press) question[press].click();
    return question.querySelector('.popup-notification-description')?.textContent ?? '';
  }
  return null;
}

/**
 * What the question for a site's permission says; null while there is none.
 * @param press whether to press its button that says yes
 */
export function siteQuestion(press: boolean): string | null {
  for (const { document, PopupNotifications } of Services.wm.getEnumerator('navigator:browser')) {
    const question = document.querySelector('#addon-webext-permissions-notification');
    if (!question || question.hidden || PopupNotifications.panel.state !== 'open') continue;
    if (press) question.button.click();
    return question.textContent;
  }
  return null;
}

/** Whether Firefox's own light says that a microphone is in use. */
export function isMicrophoneOn(): boolean {
  const { webrtcUI } = ChromeUtils.importESModule('resource:///modules/webrtcUI.sys.mjs');
  return webrtcUI.showMicrophoneIndicator;
}
