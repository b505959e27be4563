/** What a person may ask of the conversation that runs, from any of the extension's own surfaces. */
export type Command =
  | { readonly do: 'mute'; readonly muted: boolean }
  /** From 0 to 1. */
  | { readonly do: 'volume'; readonly volume: number }
  /** An empty id is the system's default. */
  | { readonly do: 'use'; readonly device: 'input' | 'output'; readonly id: string }
  | { readonly do: 'stop speaking' }
  | { readonly do: 'write'; readonly text: string }
  /** Something is being typed: the agent waits. */
  | { readonly do: 'typing' }
  | { readonly do: 'like'; readonly eventId: number; readonly liked: boolean | null }
  | { readonly do: 'continue by voice' };
