import type { ComponentChildren } from 'preact';
import type { Policy } from '../../core/policy.ts';
import type { Settings } from '../../core/settings.ts';
import { t } from '../shared/text.ts';

interface Props {
  readonly policy: Policy;
  /** The settings that are shown inside. */
  readonly names: readonly (keyof Settings)[];
  readonly children: ComponentChildren;
}

/** Settings that can be changed here, unless the organisation has locked one of them. */
export function Locked({ policy, names, children }: Props) {
  const isLocked = names.some((name) => policy.locked.includes(name));
  return (
    <fieldset class="plain-fieldset" disabled={isLocked}>
      {isLocked && <p class="tag locked">{t('options_locked')}</p>}
      {children}
    </fieldset>
  );
}
