const SVG = 'http://www.w3.org/2000/svg';

const CAPSULE = 'M12 15a4 4 0 0 0 4-4V6a4 4 0 0 0-8 0v5a4 4 0 0 0 4 4Z';
const STAND =
  'M19 11a1 1 0 1 0-2 0 5 5 0 0 1-10 0 1 1 0 1 0-2 0 7 7 0 0 0 6 6.9V21a1 1 0 1 0 2 0v-3.1A7 7 0 0 0 19 11Z';

/** Drawings on a grid of 24. */
const DRAWINGS = {
  microphone: CAPSULE + STAND,
  muted: `${CAPSULE}${STAND}M3.3 4.7a1 1 0 0 1 1.4-1.4l16 16a1 1 0 0 1-1.4 1.4Z`,
  panel:
    'M5 4a3 3 0 0 0-3 3v10a3 3 0 0 0 3 3h14a3 3 0 0 0 3-3V7a3 3 0 0 0-3-3Zm0 2h8v12H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1Z',
  end: 'M8 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z',
} as const;

/** What can be drawn. */
export type Icon = keyof typeof DRAWINGS;

/** An icon; decorative, its button carries the words. */
export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', DRAWINGS[name]);
  svg.append(path);
  return svg;
}
