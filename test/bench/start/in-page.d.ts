/** Calls that the page is connected: see STOPWATCH in pages.ts. */
declare const connected: () => void;
