import type { PageSettings } from './messages.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';

/** What pages of a site are to know of the settings. */
export function pageSettings(settings: Settings, site: Site | null): PageSettings {
  const { cardSelector: card, buttonSelector: button, opensPanel, approvals } = settings;
  const own = approvals.filter((approval) => approval.site === site);
  return {
    selectors: { card, button },
    opensPanel,
    approved: own.map(({ agentId }) => agentId),
  };
}
