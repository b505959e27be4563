/** Drawn on a square of 24, in lines of the text's own colour. */
const PATHS = {
  microphone:
    'M12 3.5a2.8 2.8 0 0 1 2.8 2.8v5a2.8 2.8 0 0 1-5.6 0v-5A2.8 2.8 0 0 1 12 3.5M5.8 11a6.2 6.2 0 0 0 12.4 0M12 17.2v3.3',
  muted:
    'M9.2 9.4v1.9a2.8 2.8 0 0 0 4.3 2.4M14.8 10.6V6.3a2.8 2.8 0 0 0-5.4-1M5.8 11a6.2 6.2 0 0 0 9.7 5.1M18.2 11a6 6 0 0 1-.7 2.8M12 17.2v3.3M4 4l16 16',
  hold: 'M8 12V6.6a1.5 1.5 0 0 1 3 0V11m0-.6V5a1.5 1.5 0 0 1 3 0v5.6m0 .2V7a1.5 1.5 0 0 1 3 0v7.4a5.8 5.8 0 0 1-5.8 5.8c-2.6 0-3.9-1-5.2-3.2L4 13.6a1.5 1.5 0 0 1 2.5-1.6L8 14',
  stop: 'M7.5 7.5h9v9h-9z',
  devices:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M8.5 14.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4',
  volume:
    'M4 9.8v4.4h3.2l4.3 3.6V6.2L7.2 9.8zM15 9.2a4 4 0 0 1 0 5.6M17.6 6.6a7.6 7.6 0 0 1 0 10.8',
  end: 'M4 15.6c-.6-2.2 0-3.5 1.5-4.5A12 12 0 0 1 12 9.2a12 12 0 0 1 6.5 1.9c1.5 1 2.1 2.3 1.5 4.5-.2.6-.7.9-1.3.8l-2.5-.5c-.6-.1-1-.6-1-1.2v-1.5a11 11 0 0 0-6.4 0v1.5c0 .6-.4 1.1-1 1.2l-2.5.5c-.6.1-1.1-.2-1.3-.8z',
  copy: 'M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1',
  save: 'M12 4.5v10m-4-4l4 4 4-4M5 18.5h14',
  good: 'M7.5 10.5v8.5H4.5v-8.5zm0 0L11 4.5c1.6 0 2.4 1 2 2.6l-.6 2.6h5c1.3 0 2.1 1 1.8 2.2l-1.2 5.4a2.2 2.2 0 0 1-2.1 1.7H7.5',
  poor: 'M7.5 13.5V5H4.5v8.5zm0 0L11 19.5c1.6 0 2.4-1 2-2.6l-.6-2.6h5c1.3 0 2.1-1 1.8-2.2L18 6.7a2.2 2.2 0 0 0-2.1-1.7H7.5',
  down: 'M12 5v13m-5-5l5 5 5-5',
  send: 'M12 19V5.5m-5.5 5.5L12 5.5l5.5 5.5',
  remove: 'M5 7h14M10 7V4.8h4V7M7 7l.8 12.2h8.4L17 7',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

interface Props {
  readonly name: IconName;
}

/** An icon, for the eye alone: what it stands on has a name of its own. */
export function Icon({ name }: Props) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
