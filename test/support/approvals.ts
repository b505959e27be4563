import type { Approval } from '../../core/settings.ts';

/** Agents that the person has allowed on sites for good, as settings store them. */
export function approvals(sites: readonly string[], agents: readonly string[]): Approval[] {
  return sites.flatMap((site) => agents.map((agentId) => ({ site, agentId, name: null, at: 0 })));
}
