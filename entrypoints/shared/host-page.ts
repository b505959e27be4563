/** The page that holds the conversation: out of sight in Chrome, a window of its own in Firefox. */
export const HOST_PAGE = import.meta.env.FIREFOX ? 'window.html' : 'offscreen.html';
