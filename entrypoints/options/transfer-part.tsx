import type { Settings } from '../../core/settings.ts';
import type { SettingChange } from '../../core/settings-file.ts';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Switch } from '../shared/ui/switch.tsx';
import { Part } from './section.tsx';
import type { Transfer } from './transfer.ts';

interface Props {
  readonly transfer: Transfer;
}

/** Takes all settings along as a file, and shows what one would change before it does. */
export function TransferPart({ transfer }: Props) {
  const fault = transfer.fault.value;
  return (
    <Part title={t('options_transfer')}>
      <p class="hint">{t('options_transfer_about')}</p>
      <div class="row">
        <Button onClick={transfer.exportAll}>{t('options_export')}</Button>
        <label class="button plain file">
          {t('options_import')}
          <input
            type="file"
            accept="application/json,.json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // The same file may be chosen again after it was mended.
              void file?.text().then(transfer.open);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {fault && <Notice kind="problem">{t(`options_import_${FAULTS[fault]}`)}</Notice>}
      <Difference transfer={transfer} />
      <Notice kind="good">{transfer.isDone.value && <p>{t('options_import_done')}</p>}</Notice>
    </Part>
  );
}

const FAULTS = {
  'too large': 'too_large',
  'not JSON': 'not_json',
  'not settings': 'not_settings',
  newer: 'newer',
  unreadable: 'unreadable',
} as const;

function Difference({ transfer }: Props) {
  const changes = transfer.changes.value;
  const backend = transfer.otherBackend.value;
  if (changes === null) return null;
  return (
    <div class="stack" role="group" aria-labelledby="difference-title">
      <h4 id="difference-title">{t('options_import_title')}</h4>
      {backend !== null && (
        <Switch
          label={t('options_import_backend', [backend])}
          hint={t('options_import_backend_hint')}
          on={transfer.takesBackend.value}
          onChange={(on) => (transfer.takesBackend.value = on)}
        />
      )}
      {changes.length === 0 ? (
        <p>{t('options_import_same')}</p>
      ) : (
        <dl class="facts">
          {changes.map((change) => (
            <Change key={change.name} change={change} />
          ))}
        </dl>
      )}
      <div class="row">
        {changes.length > 0 && (
          <Button kind="primary" onClick={() => void transfer.apply()}>
            {t('options_import_apply')}
          </Button>
        )}
        <Button onClick={transfer.cancel}>{t('options_cancel')}</Button>
      </div>
    </div>
  );
}

interface ChangeProps {
  readonly change: SettingChange;
}

function Change({ change: { name, before, after } }: ChangeProps) {
  return (
    <>
      <dt>{t(`setting_${name}`)}</dt>
      <dd>
        <del>{told(before)}</del> <ins>{told(after)}</ins>
      </dd>
    </>
  );
}

/** A value in words. */
function told(value: Settings[keyof Settings]): string {
  if (typeof value === 'boolean') return t(value ? 'setting_on' : 'setting_off');
  if (Array.isArray(value)) return value.map(entry).join(', ') || t('setting_none');
  if (typeof value === 'object') return Object.keys(value).join(', ') || t('setting_none');
  return String(value) || t('setting_none');
}

function entry(value: Settings['sites'][number] | Settings['approvals'][number]): string {
  return typeof value === 'string' ? value : `${value.name ?? value.agentId} (${value.site})`;
}
