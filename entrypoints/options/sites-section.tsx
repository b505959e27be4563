import type { ReadonlySignal } from '@preact/signals';
import { EVERYWHERE, type Place, placeName } from '../../core/enabled.ts';
import type { Policy } from '../../core/policy.ts';
import { type Site, siteName } from '../../core/site.ts';
import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { AddPlace } from './add-place.tsx';
import { Approvals } from './approvals.tsx';
import type { ApprovalsList } from './approvals-list.ts';
import { Locked } from './locked.tsx';
import { Section } from './section.tsx';
import { type SitesList, placeLabel } from './sites-list.ts';

interface Props {
  readonly list: SitesList;
  /** Sites on which voice is off, although a place means them. */
  readonly left: ReadonlySignal<readonly Site[]>;
  /** Places that the browser's own settings took away. */
  readonly revoked: ReadonlySignal<readonly Place[]>;
  readonly approvals: ApprovalsList;
  readonly policy: ReadonlySignal<Policy>;
}

/** Where voice is on, and what agents may do there without asking. */
export function SitesSection({ list, left, revoked, approvals, policy }: Props) {
  const removed = list.removed.value;
  return (
    <Section id="sites" about={t('options_sites_about')}>
      <Locked policy={policy.value} names={['sites']}>
        <Places places={list.sites.value} onRemove={(place) => void list.remove(place)} />
        <AddPlace list={list} />
      </Locked>
      <Notice kind="plain">
        {removed && (
          <div class="row" key={removed}>
            <p>{t('options_site_removed', [nameOf(removed)])}</p>
            <Button kind="quiet" buttonRef={focusWhenShown} onClick={() => void list.undo(removed)}>
              {t('options_undo')}
            </Button>
          </div>
        )}
      </Notice>
      {list.failed.value && <Notice kind="problem">{t('change_failed')}</Notice>}
      <Revoked places={revoked.value} onAllow={(place) => void list.undo(place)} />
      <LeftOut sites={left.value} onInclude={(site) => void list.include(site)} />
      <hr />
      <Approvals list={approvals} />
    </Section>
  );
}

/** A place in words. */
function nameOf(place: Place): string {
  return place === EVERYWHERE ? t('options_everywhere') : placeName(place);
}

interface PlacesProps {
  readonly places: readonly Place[];
  readonly onRemove: (place: Place) => void;
}

function Places({ places, onRemove }: PlacesProps) {
  if (places.length === 0) return <p class="muted">{t('options_sites_none')}</p>;
  const label = (place: Place) =>
    place === EVERYWHERE ? t('options_everywhere') : placeLabel(place, places);
  return (
    <ul class="plain-list ruled" aria-label={t('options_sites')}>
      {places.map((place) => (
        <li class="row apart whole" key={place}>
          <bdi>{label(place)}</bdi>
          <Button label={t('options_remove', [label(place)])} onClick={() => onRemove(place)}>
            {t('options_remove_short')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface RevokedProps {
  readonly places: readonly Place[];
  readonly onAllow: (place: Place) => void;
}

/** Says where the browser's own settings switched voice off. */
function Revoked({ places, onAllow }: RevokedProps) {
  if (places.length === 0) return null;
  return (
    <Notice kind="problem">
      {places.map((place) => (
        <div class="row" key={place}>
          <p>{t('options_site_revoked', [nameOf(place)])}</p>
          <Button
            label={t('options_site_allow_again', [nameOf(place)])}
            onClick={() => onAllow(place)}
          >
            {t('options_site_allow_again_short')}
          </Button>
        </div>
      ))}
    </Notice>
  );
}

interface LeftOutProps {
  readonly sites: readonly Site[];
  readonly onInclude: (site: Site) => void;
}

function LeftOut({ sites, onInclude }: LeftOutProps) {
  if (sites.length === 0) return null;
  return (
    <div class="stack">
      <p id="left-out-label">{t('options_sites_left_out')}</p>
      <ul class="plain-list ruled" aria-labelledby="left-out-label">
        {sites.map((site) => (
          <li class="row apart whole" key={site}>
            <bdi>{siteName(site)}</bdi>
            <Button
              label={t('options_site_include', [siteName(site)])}
              onClick={() => onInclude(site)}
            >
              {t('options_site_include_short')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
