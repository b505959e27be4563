import type { Approval } from '../../core/settings.ts';
import { dates } from '../shared/figures.ts';
import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { whereName } from '../shared/ui/where.ts';
import { type ApprovalsList, agentLabel } from './approvals-list.ts';
import { Part } from './section.tsx';

interface Props {
  readonly list: ApprovalsList;
}

/** The agents that may start on a site without asking, each with a way to take that back. */
export function Approvals({ list }: Props) {
  const approvals = list.approvals.value;
  const revoked = list.revoked.value;
  return (
    <Part title={t('options_approvals')}>
      {approvals.length === 0 ? (
        <p class="muted">{t('options_approvals_none')}</p>
      ) : (
        <ul class="plain-list ruled" aria-label={t('options_approvals')}>
          {approvals.map((approval) => (
            <Allowed
              key={keyOf(approval)}
              approval={approval}
              onRevoke={() => void list.revoke(approval)}
            />
          ))}
        </ul>
      )}
      <Notice kind="plain">
        {revoked && (
          <div class="row" key={keyOf(revoked)}>
            <p>{t('options_approval_revoked', [agentLabel(revoked), whereName(revoked)])}</p>
            <Button kind="quiet" buttonRef={focusWhenShown} onClick={() => void list.undo(revoked)}>
              {t('options_undo')}
            </Button>
          </div>
        )}
      </Notice>
    </Part>
  );
}

function keyOf({ site, within = '', agentId }: Approval): string {
  return `${site} ${within} ${agentId}`;
}

interface AllowedProps {
  readonly approval: Approval;
  readonly onRevoke: () => void;
}

function Allowed({ approval, onRevoke }: AllowedProps) {
  const site = whereName(approval);
  const date = dates({ dateStyle: 'medium' }).format(approval.at);
  return (
    <li class="row apart whole">
      <div>
        <bdi class="strong">{agentLabel(approval)}</bdi>
        <p class="hint">{t('options_approval_where', [site, date])}</p>
      </div>
      <Button label={t('options_revoke', [agentLabel(approval), site])} onClick={onRevoke}>
        {t('options_revoke_short')}
      </Button>
    </li>
  );
}
