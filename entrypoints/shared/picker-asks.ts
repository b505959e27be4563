/**
 * Whether the picker can ask for a site itself. Where a page frames a page of ours, Firefox leaves that one
 * little more than a content script has, and no permissions: voice must be on there before one picks.
 */
export const PICKER_ASKS = !import.meta.env.FIREFOX;
