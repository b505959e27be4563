import type { PageSettings } from './messages.ts';
import type { Settings } from './settings.ts';
import { type Whereabouts, isFor } from './whereabouts.ts';

/** What a document is to know of the settings. */
export function pageSettings(settings: Settings, where: Whereabouts): PageSettings {
  const { cardSelector: card, buttonSelector: button, opensPanel, approvals } = settings;
  // Where nobody can tell who wrote it, every start is asked about.
  const own = where.isOpaque ? [] : approvals.filter((approval) => isFor(approval, where));
  return {
    selectors: { card, button },
    opensPanel,
    approved: own.map(({ agentId }) => agentId),
  };
}
