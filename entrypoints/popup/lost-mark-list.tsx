import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { State } from '../shared/ui/state.tsx';
import type { LostMark, LostMarks } from './lost-marks.ts';

interface Props {
  readonly marks: LostMarks;
}

/** Marks whose elements are not where they were, each with the places where they may be now. */
export function LostMarkList({ marks }: Props) {
  const lost = marks.lost.value;
  const replaced = marks.replaced.value;
  return (
    <>
      {lost.length > 0 && (
        <ul class="plain-list ruled" aria-label={t('popup_marks_lost')}>
          {lost.map((it) => (
            <Lost key={it.mark.id} lost={it} onChoose={(place) => void marks.choose(it, place)} />
          ))}
        </ul>
      )}
      <Notice kind="plain">
        {replaced && (
          <div class="row" key={replaced.id}>
            <p>{t('popup_mark_replaced', [replaced.label])}</p>
            <Button
              kind="quiet"
              buttonRef={focusWhenShown}
              onClick={() => void marks.undo(replaced)}
            >
              {t('options_undo')}
            </Button>
          </div>
        )}
      </Notice>
      {marks.failed.value && <Notice kind="problem">{t('change_failed')}</Notice>}
    </>
  );
}

interface LostProps {
  readonly lost: LostMark;
  readonly onChoose: (place: number) => void;
}

function Lost({ lost: { mark, seen }, onChoose }: LostProps) {
  // What holds on many pages need not be on each of them.
  const isElsewhere = seen.state === 'gone' && mark.scope.kind !== 'page';
  return (
    <li>
      <div class="row apart">
        <bdi class="card-name">{mark.label}</bdi>
        {isElsewhere ? (
          <State state="idle">{t('popup_mark_absent')}</State>
        ) : (
          <State state="error">{t('popup_mark_moved')}</State>
        )}
      </div>
      {!isElsewhere && (
        <p class="hint">{t(seen.places.length > 0 ? 'popup_mark_places' : 'popup_mark_nowhere')}</p>
      )}
      {seen.places.map((words, place) => (
        <Button label={t('popup_mark_place', [mark.label, words])} onClick={() => onChoose(place)}>
          <bdi>{words}</bdi>
        </Button>
      ))}
    </li>
  );
}
