/** Firefox's sidebar, which the types of Chrome's interfaces do not know. */
declare namespace chrome.sidebarAction {
  /** Only in the very task of a person's click or key press. */
  function open(): Promise<void>;
}
