import { type ReadonlySignal, signal } from '@preact/signals';
import { type BackendUrlFault, backendUrlFault, normalBackendUrl } from '../../core/backend-url.ts';
import { type FetchAgents, createBackendTest } from './backend-test.ts';
import { createDraft } from './draft.ts';

/** What the form needs from the outside. */
export interface BackendDoors {
  /** Asks the person to let the extension read this origin; must be called in a click's own task. */
  readonly askPermission: (pattern: string) => Promise<boolean>;
  readonly store: (backendUrl: string) => Promise<void>;
  readonly fetchAgents: FetchAgents;
}

/** The form for the backend's address. */
export type BackendForm = ReturnType<typeof createBackendForm>;

/** What the form for the backend's address shows and does. */
export function createBackendForm(saved: ReadonlySignal<string>, doors: BackendDoors) {
  const draft = createDraft(saved);
  const fault = signal<BackendUrlFault | null>(null);
  /** Whether what is shown has just been stored. */
  const hasSaved = signal(false);
  const { check, refused, forget, run } = createBackendTest(doors.fetchAgents);

  function read(): URL | null {
    const address = URL.parse(draft.value.value.trim());
    fault.value = backendUrlFault(address);
    if (fault.value === null) return address;
    forget();
    return null;
  }

  return {
    value: draft.value,
    fault,
    check,
    refused,
    hasSaved,
    type(value: string): void {
      draft.type(value);
      fault.value = null;
      hasSaved.value = false;
      forget();
    },
    /** Tests what is typed without storing it. */
    async test(): Promise<void> {
      const address = read();
      if (address !== null) await run(address, doors.askPermission(originPattern(address)));
    },
    /** Stores what is typed, if it will do, and tests it. */
    async save(): Promise<void> {
      const address = read();
      if (address === null) return;
      const asked = doors.askPermission(originPattern(address));
      const typed = draft.value.value;
      await doors.store(normalBackendUrl(address));
      draft.stored(typed);
      hasSaved.value = true;
      await run(address, asked);
    },
  };
}

/** The match pattern for a backend's origin; patterns know no port. */
function originPattern({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}
