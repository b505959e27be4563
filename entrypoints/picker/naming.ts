import type { Candidate } from '../../core/aim.ts';
import { t } from '../shared/text.ts';

/** Roles that have a word of their own; any other element is called by its tag. */
const KINDS = [
  'article',
  'button',
  'cell',
  'dialog',
  'form',
  'heading',
  'img',
  'link',
  'list',
  'listitem',
  'main',
  'navigation',
  'region',
  'row',
  'table',
  'textbox',
] as const;

type Kind = (typeof KINDS)[number];

/** What an element is and what it is called, as `Link “Prices”`. */
export function nameOf({ role, tag, name }: Candidate): string {
  const kind = isKind(role) ? t(`picker_kind_${role}`) : `<${tag}>`;
  return name === '' ? kind : t('picker_named', [kind, name]);
}

/** How large it is, as `120 × 40`. */
export function sizeOf({ box: { width, height } }: Candidate): string {
  return t('picker_size', [String(Math.round(width)), String(Math.round(height))]);
}

function isKind(role: string): role is Kind {
  return KINDS.some((kind) => kind === role);
}
