// What runs inside Firefox with all of its rights; each function travels there as its source and may use nothing else.

/**
 * @typedef {object} Question
 * @property {boolean} hidden
 * @property {HTMLElement} button the one that says yes
 * @property {HTMLElement} secondaryButton the one that says no
 * @property {(selector: string) => HTMLElement | null} querySelector
 */

/**
 * @typedef {object} BrowserWindow
 * @property {{ querySelector: (selector: string) => Question | null }} document
 * @property {{ panel: { state: string } }} PopupNotifications
 */

/**
 * Grants match patterns to an extension, as its own question would.
 * @param {string} extensionId
 * @param {string[]} origins
 * @returns {Promise<void>}
 */
export async function grantOrigins(extensionId, origins) {
  const { ExtensionPermissions } = Reflect.get(globalThis, 'ChromeUtils').importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = Reflect.get(globalThis, 'WebExtensionPolicy').getByID(extensionId);
  await ExtensionPermissions.add(extensionId, { permissions: [], origins }, extension);
}

/**
 * What the question for the microphone says, in whatever window it stands; null while there is none.
 * @param {'button' | 'secondaryButton'} [press] which of its buttons to press, if any
 * @returns {string | null}
 */
export function microphoneQuestion(press) {
  /** @type {Iterable<BrowserWindow>} */
  const windows = Reflect.get(globalThis, 'Services').wm.getEnumerator('navigator:browser');
  for (const { document, PopupNotifications } of windows) {
    const question = document.querySelector('#webRTC-shareDevices-notification');
    // Every window has the element; where it asks nothing, it is hidden.
    if (!question || question.hidden || PopupNotifications.panel.state !== 'open') continue;
    if (press) question[press].click();
    return question.querySelector('.popup-notification-description')?.textContent ?? '';
  }
  return null;
}
