import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { Approval, Settings } from '../../core/settings.ts';
import { siteName } from '../../core/site.ts';
import { isFor } from '../../core/whereabouts.ts';

/** Stores the approvals that are left. */
export type StoreApprovals = (change: Pick<Settings, 'approvals'>) => Promise<void>;

/** The list of agents that may start without asking. */
export type ApprovalsList = ReturnType<typeof createApprovalsList>;

/** What the list of approvals shows and does. */
export function createApprovalsList(
  stored: ReadonlySignal<readonly Approval[]>,
  store: StoreApprovals,
) {
  /** The one revoked last, for as long as that can be undone. */
  const revoked = signal<Approval | null>(null);
  const others = (approval: Approval) => stored.value.filter((other) => !isSame(other, approval));
  return {
    approvals: computed(() => stored.value.toSorted(bySite)),
    /** Unless it was given anew meanwhile. */
    revoked: computed(() => {
      const last = revoked.value;
      return last && stored.value.some((other) => isSame(other, last)) ? null : last;
    }),
    async revoke(approval: Approval): Promise<void> {
      await store({ approvals: others(approval) });
      revoked.value = approval;
    },
    async undo(approval: Approval): Promise<void> {
      await store({ approvals: [...others(approval), approval] });
      revoked.value = null;
    },
  };
}

/** What to call the agent: its name, or its id where the backend's catalogue has none. */
export function agentLabel({ name, agentId }: Approval): string {
  return name ?? agentId;
}

function isSame(one: Approval, other: Approval): boolean {
  return isFor(one, other) && one.agentId === other.agentId;
}

function bySite(a: Approval, b: Approval): number {
  return (
    siteName(a.site).localeCompare(siteName(b.site)) ||
    a.site.localeCompare(b.site) ||
    (a.within ?? '').localeCompare(b.within ?? '') ||
    agentLabel(a).localeCompare(agentLabel(b))
  );
}
