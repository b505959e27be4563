import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../core/settings.ts';
import { createApprovalsList } from '../../../entrypoints/options/approvals-list.ts';

const ECHO: Approval = { site: 'https://b.example', agentId: 'echo', name: 'Echo', at: 1 };
const OTHER: Approval = { site: 'https://a.example', agentId: 'other', name: null, at: 2 };

function approvals() {
  const stored = signal<readonly Approval[]>([ECHO, OTHER]);
  const store = async (change: { approvals: Approval[] }) => {
    stored.value = change.approvals;
  };
  return { stored, list: createApprovalsList(stored, store) };
}

describe('the list of approvals', () => {
  it('goes by site', () => {
    expect(approvals().list.approvals.value).toEqual([OTHER, ECHO]);
  });

  it('revokes one and leaves the others, and brings it back', async () => {
    const { stored, list } = approvals();
    await list.revoke(ECHO);
    expect(stored.value).toEqual([OTHER]);
    expect(list.revoked.value).toEqual(ECHO);
    await list.undo(ECHO);
    expect(stored.value).toEqual([OTHER, ECHO]);
    expect(list.revoked.value).toBeNull();
  });

  it('offers no undo for what was allowed anew meanwhile', async () => {
    const { stored, list } = approvals();
    await list.revoke(ECHO);
    stored.value = [OTHER, { ...ECHO, at: 9 }];
    expect(list.revoked.value).toBeNull();
  });
});
