// What runs inside Firefox with all of its rights; each function travels there as its source and may use nothing else.

interface Question {
  readonly hidden: boolean;
  readonly button: HTMLElement;
  readonly textContent: string | null;
}

interface BrowserWindow {
  readonly document: { querySelector(selector: string): Question | null };
  readonly PopupNotifications: { readonly panel: { readonly state: string } };
}

declare const Services: { wm: { getEnumerator(type: string): Iterable<BrowserWindow> } };
declare const ChromeUtils: {
  importESModule(address: 'resource:///modules/webrtcUI.sys.mjs'): {
    webrtcUI: { showMicrophoneIndicator: boolean };
  };
};

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
