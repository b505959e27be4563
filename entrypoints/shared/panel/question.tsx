import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Question as Asked } from '../../../core/question.ts';
import { siteName } from '../../../core/site.ts';
import type { Wish } from '../../../core/wish.ts';
import { t } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { whereName } from '../ui/where.ts';
import type { Asking } from './asking.ts';

interface Props {
  readonly asked: Asked;
  readonly asking: Asking;
  /** The host of the backend, through which one comes to the agent. */
  readonly backend: string;
}

/** Asks whether a site may start a conversation; stands in front of everything else. */
export function Question({ asked, asking, backend }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => holdFocus(dialog.current), [asked.id]);
  const { name, wish, because } = asked;
  const rests = !asking.isReady.value;
  return (
    <div
      class="question"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      tabIndex={-1}
      ref={dialog}
      onKeyDown={({ key }) => key === 'Escape' && asking.answer('no')}
    >
      <h2 id={`${id}-title`} dir="auto">
        {titleOf(wish, name ?? wish.agentId)}
      </h2>
      <div class="stack" id={`${id}-about`}>
        {!asked.canBeLasting && <p class="doubt">{t('question_sandboxed', [whereName(wish)])}</p>}
        {because === 'doubtful click' && <p class="doubt">{t('question_doubtful')}</p>}
        {asked.isUnlisted && <p class="doubt">{t('question_unlisted', [wish.agentId])}</p>}
        <p>{t(wish.mode === 'text' ? 'question_text_goes' : 'question_audio_goes', [backend])}</p>
        <p class="hint">{t('question_page')}</p>
      </div>
      <div class="answers">
        <Button kind="primary" disabled={rests} onClick={() => asking.answer('once')}>
          {t('question_once')}
        </Button>
        {asked.canBeLasting && (
          <Button disabled={rests} onClick={() => asking.answer('always')}>
            {wish.within === undefined
              ? t('question_always')
              : t('question_always_within', [whereName(wish)])}
          </Button>
        )}
        <Button disabled={rests} onClick={() => asking.answer('no')}>
          {t('question_no')}
        </Button>
      </div>
    </div>
  );
}

function titleOf(wish: Wish, agent: string): string {
  const { site, within } = wish;
  if (within === undefined) return t('question_title', [whereName(wish), agent]);
  return t('question_title_within', [whereName({ site }), siteName(within), agent]);
}

/** Takes the keyboard's place, and gives it back in the end. */
function holdFocus(dialog: HTMLElement | null): () => void {
  const before = document.activeElement;
  // On none of its buttons: a key may be on its way down.
  dialog?.focus();
  return () => {
    // What it was on can be used again only when the dialog is gone.
    queueMicrotask(() => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    });
  };
}
