import { type ReadonlySignal, effect, signal } from '@preact/signals';
import { backendFailure } from '../../core/backend-answer.ts';
import type { BackendAnswer } from '../shared/backend.ts';
import { type UsageDoors, createUsageView } from './usage-view.ts';

/** What the form needs from the outside. */
export interface AccessDoors extends UsageDoors {
  readonly keepToken: (backendUrl: string, token: string) => Promise<void>;
  readonly forgetToken: () => Promise<void>;
  readonly pairWithCode: (backendUrl: string, code: string) => Promise<BackendAnswer<string>>;
}

/** The form for what a backend wants to see. */
export type AccessForm = ReturnType<typeof createAccessForm>;

/** What the form for the backend's access token shows and does. */
export function createAccessForm(backendUrl: ReadonlySignal<string>, doors: AccessDoors) {
  const { look, ...view } = createUsageView(doors);
  const code = signal('');
  const token = signal('');

  async function keep(url: string, secret: string): Promise<void> {
    await doors.keepToken(url, secret);
    code.value = '';
    token.value = '';
    await look(backendUrl.value);
  }

  effect(() => void look(backendUrl.value));

  return {
    ...view,
    code,
    token,
    look: () => look(backendUrl.value),
    /** Has the backend give a token for the code that was typed. */
    async pair(): Promise<void> {
      const url = backendUrl.value;
      const typed = code.value.trim();
      if (typed === '') return;
      const answer = await doors.pairWithCode(url, typed);
      if (answer.ok) await keep(url, answer.value);
      else view.trouble.value = backendFailure(answer.trouble);
    },
    /** Keeps the token that was typed. */
    async save(): Promise<void> {
      const typed = token.value.trim();
      if (typed !== '') await keep(backendUrl.value, typed);
    },
    async forget(): Promise<void> {
      await doors.forgetToken();
      await look(backendUrl.value);
    },
  };
}
