import type { UnwatchedBrowser } from '../../support/unwatched-browser.ts';

/** Has the conversation host be there, or not. */
export async function setHost(browser: UnwatchedBrowser, isOpen: boolean): Promise<void> {
  await browser.inWorker(async (wanted) => {
    if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument();
    if (!wanted) return;
    await chrome.offscreen.createDocument({
      url: 'offscreen.html',
      reasons: [chrome.offscreen.Reason.USER_MEDIA, chrome.offscreen.Reason.AUDIO_PLAYBACK],
      justification: 'As the extension itself opens it.',
    });
  }, isOpen);
}

/** Watches the host's open microphone; `released` gives when it was closed, in milliseconds since the epoch. */
export async function watchMicrophone({ devTools }: UnwatchedBrowser) {
  const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{}] });
  const isHost = ({ type, url }: { type: string; url: string }) =>
    type === 'background_page' && url.endsWith('/offscreen.html');
  const host = targetInfos.find(isHost);
  const attach = { targetId: host.targetId, flatten: true };
  const { sessionId } = await devTools.send('Target.attachToTarget', attach);
  const call = (method: string, params: object) => devTools.send(method, params, sessionId);
  const { result } = await call('Runtime.evaluate', { expression: 'MediaStreamTrack.prototype' });
  const { objects } = await call('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const watched = call('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: String(untilEnded),
    awaitPromise: true,
    returnByValue: true,
  });
  const released = watched.then(async ({ result: { value } }) => {
    await devTools.send('Target.detachFromTarget', { sessionId });
    return Number(value);
  });
  return { released };
}

/** Runs in the host, on all the tracks that there are. */
function untilEnded(this: readonly MediaStreamTrack[]): Promise<number> {
  const isInstance = (track: MediaStreamTrack) => !Object.hasOwn(track, 'constructor');
  const tracks = this.filter(isInstance);
  if (!tracks.some(({ readyState }) => readyState === 'live'))
    throw new Error('No microphone is open.');
  return new Promise((ended) => {
    const timer = setInterval(() => {
      if (tracks.some(({ readyState }) => readyState === 'live')) return;
      clearInterval(timer);
      ended(Date.now());
    }, 1);
  });
}
