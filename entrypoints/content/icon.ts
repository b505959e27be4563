const SVG = 'http://www.w3.org/2000/svg';

/** A microphone: capsule, holder and stand, on a grid of 24. */
const MICROPHONE =
  'M12 15a4 4 0 0 0 4-4V6a4 4 0 0 0-8 0v5a4 4 0 0 0 4 4Zm7-4a1 1 0 1 0-2 0 5 5 0 0 1-10 0 1 1 0 1 0-2 0 7 7 0 0 0 6 6.9V21a1 1 0 1 0 2 0v-3.1A7 7 0 0 0 19 11Z';

/** The microphone icon; decorative, its button carries the words. */
export function microphoneIcon(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', MICROPHONE);
  svg.append(path);
  return svg;
}
