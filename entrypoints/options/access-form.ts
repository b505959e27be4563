import { type ReadonlySignal, effect, signal } from '@preact/signals';
import { backendFailure } from '../../core/backend-answer.ts';
import type { BackendAnswer } from '../shared/backend.ts';
import { type UsageDoors, createUsageView } from './usage-view.ts';

/** What the form needs from the outside. */
export interface AccessDoors extends UsageDoors {
  readonly keepToken: (backendUrl: string, token: string) => Promise<void>;
  readonly forgetToken: () => Promise<void>;
  /** Asks the person to let the backend see a token; must be called in a click's own task. */
  readonly askConsent: () => Promise<boolean>;
  readonly pairWithCode: (backendUrl: string, code: string) => Promise<BackendAnswer<string>>;
}

/** The form for what a backend wants to see. */
export type AccessForm = ReturnType<typeof createAccessForm>;

/** What the form for the backend's access token shows and does. */
export function createAccessForm(backendUrl: ReadonlySignal<string>, doors: AccessDoors) {
  const { look, ...view } = createUsageView(doors);
  const code = signal('');
  const token = signal('');
  /** Whether the person would not let the backend see a token. */
  const refused = signal(false);

  async function isAllowed(): Promise<boolean> {
    const has = await doors.askConsent();
    refused.value = !has;
    return has;
  }

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
    refused,
    look: () => look(backendUrl.value),
    /** Has the backend give a token for the code that was typed. */
    async pair(): Promise<void> {
      const url = backendUrl.value;
      const typed = code.value.trim();
      if (typed === '' || !(await isAllowed())) return;
      const answer = await doors.pairWithCode(url, typed);
      if (answer.ok) await keep(url, answer.value);
      else view.trouble.value = backendFailure(answer.trouble);
    },
    /** Keeps the token that was typed. */
    async save(): Promise<void> {
      const typed = token.value.trim();
      const url = backendUrl.value;
      if (typed !== '' && (await isAllowed())) await keep(url, typed);
    },
    async forget(): Promise<void> {
      await doors.forgetToken();
      await look(backendUrl.value);
    },
  };
}
