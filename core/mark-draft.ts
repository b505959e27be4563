import { isAgentId } from './agent-id.ts';
import { type Anchor, type Corner, MARK_LIMITS, type Mark, type Scope } from './mark.ts';
import { isWithin, pageOf, patternsFor } from './mark-scope.ts';
import { siteOf } from './site.ts';
import type { Address } from './url.ts';

/** What a person may say of a mark. */
export interface MarkDraft {
  readonly agentId: string;
  readonly label: string;
  readonly kind: Scope['kind'];
  /** For a part of the site: a path with `*` for anything. */
  readonly pattern: string;
  readonly corner: Corner;
}

/** What is missing, or cannot be so, by what it is about. */
export interface DraftFaults {
  readonly agentId?: 'empty' | 'unreadable';
  readonly label?: 'empty';
  readonly pattern?: 'slash' | 'elsewhere';
}

/** What is proposed for an element of this name at an address, or what was said of a mark before. */
export function draftFor(address: Address, name: string, mark: Mark | null): MarkDraft {
  const pattern = patternFor(address);
  if (mark === null) {
    const label = name.slice(0, MARK_LIMITS.label);
    return { agentId: '', label, kind: 'page', pattern, corner: 'top-end' };
  }
  const { agentId, label, scope, corner } = mark;
  const own = scope.kind === 'path' ? scope.pattern : pattern;
  return { agentId, label, kind: scope.kind, pattern: own, corner };
}

/** Where a draft holds, when it is made at an address; null where nothing can be marked. */
export function scopeOf({ kind, pattern }: MarkDraft, address: Address): Scope | null {
  const site = siteOf(address);
  if (site === null) return null;
  if (kind === 'site') return { kind, site };
  return kind === 'page' ? { kind, site, path: pageOf(address) } : { kind, site, pattern };
}

/** What stands in the way of keeping a draft; nothing where it can be kept. */
export function faultsOf(draft: MarkDraft, address: Address): DraftFaults {
  const { agentId, label } = draft;
  const pattern = draft.kind === 'path' ? patternFault(draft, address) : undefined;
  return {
    ...(!isAgentId(agentId) && { agentId: agentId === '' ? 'empty' : 'unreadable' }),
    ...(label.trim() === '' && { label: 'empty' }),
    ...(pattern && { pattern }),
  };
}

/** The mark that a draft makes of an element. */
export function markOf(
  draft: MarkDraft,
  scope: Scope,
  anchor: Anchor,
  { id, at, before }: { readonly id: string; readonly at: number; readonly before: Mark | null },
): Mark {
  const { agentId, corner } = draft;
  const label = draft.label.trim().slice(0, MARK_LIMITS.label);
  const said = { agentId, label, corner, scope, anchor };
  return before ? { ...before, ...said, isOn: true } : { ...said, id, at, isOn: true };
}

function patternFor(address: Address): string {
  return patternsFor(address)[0] ?? `${address.pathname}*`;
}

function patternFault(draft: MarkDraft, address: Address): DraftFaults['pattern'] {
  if (!draft.pattern.startsWith('/')) return 'slash';
  const scope = scopeOf(draft, address);
  return scope && isWithin(scope, address) ? undefined : 'elsewhere';
}
