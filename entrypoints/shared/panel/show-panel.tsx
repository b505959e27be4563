import { effect } from '@preact/signals';
import { t } from '../text.ts';
import { goMend } from '../ui/go-mend.ts';
import { showPage } from '../ui/page.tsx';
import type { View } from './doors.ts';
import { type HostDoors, pageDoors } from './page-doors.ts';
import { Panel } from './panel.tsx';
import { createPanelModel } from './panel-model.ts';

interface Options {
  readonly view: View;
  readonly host: HostDoors;
  /** What there is to know about this page, where it is more than a view. */
  readonly note?: string;
  /** Called when the question that was there is answered, here or elsewhere. */
  readonly answered?: () => void;
}

/** Shows the panel in this page for as long as the page lives. */
export async function showPanel({ view, host, note, answered }: Options): Promise<void> {
  const doors = await pageDoors(view, host);
  const model = createPanelModel(doors, new AbortController().signal);
  whileSeen((isSeen) => view.wantVitals(isSeen));
  navigator.mediaDevices.addEventListener('devicechange', () => void model.sound.refresh());
  // Whoever comes back may have been to mend the backend.
  window.addEventListener('focus', () => void model.agents.refresh());
  let wasAsked = false;
  effect(() => {
    const isAsked = doors.question.value !== null;
    if (wasAsked && !isAsked) answered?.();
    wasAsked = isAsked;
  });
  showPage(
    t('panel_title'),
    <Panel model={model} onMend={(where) => void goMend(where)} {...(note && { note })} />,
  );
}

/** Tells whether anybody can see this page, at once and whenever that changes. */
function whileSeen(tell: (isSeen: boolean) => void): void {
  const look = () => tell(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', look);
  look();
}
