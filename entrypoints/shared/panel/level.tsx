import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { barsOf, eased, isStill, loudness } from './levels.ts';

interface Props {
  /** From 0 to 255, low to high. */
  readonly levels: ReadonlySignal<readonly number[]>;
  readonly side: 'user' | 'agent';
}

/** The width of a bar and of the gap beside it, in CSS pixels. */
const BAR = 3;
const GAP = 3;

/** The sound of one side, drawn; moves only while it changes, and is one plain bar where motion is not wanted. */
export function Level({ levels, side }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<readonly number[]>([]);
  const frame = useRef(0);
  useSignalEffect(() => {
    const { value: target } = levels;
    cancelAnimationFrame(frame.current);
    const element = canvas.current;
    if (element === null) return;
    const isPlain = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const paint = isPlain
      ? plainly(element, loudness(target))
      : () => {
          const bars = barsOf(target, Math.floor(element.clientWidth / (BAR + GAP)));
          shown.current = eased(shown.current, bars);
          drawBars(element, shown.current);
          if (!isStill(shown.current, bars)) frame.current = requestAnimationFrame(paint);
        };
    frame.current = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame.current);
  });
  return <canvas class={`level ${side}`} aria-hidden="true" ref={canvas} />;
}

function plainly(canvas: HTMLCanvasElement, level: number): () => void {
  return () => {
    const pen = cleared(canvas);
    const { clientWidth, clientHeight } = canvas;
    pen?.fillRect(0, clientHeight / 2 - 2, Math.max(4, clientWidth * level), 4);
  };
}

function drawBars(canvas: HTMLCanvasElement, bars: readonly number[]): void {
  const pen = cleared(canvas);
  if (pen === null) return;
  const { clientHeight } = canvas;
  pen.beginPath();
  bars.forEach((level, i) => {
    const height = BAR + (level / 255) * (clientHeight - BAR);
    pen.roundRect(i * (BAR + GAP), (clientHeight - height) / 2, BAR, height, BAR / 2);
  });
  pen.fill();
}

/** A pen in the colour of the element, on a sheet as sharp as the screen. */
function cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { clientWidth, clientHeight } = canvas;
  const scale = devicePixelRatio;
  const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const pen = canvas.getContext('2d');
  pen?.setTransform(scale, 0, 0, scale, 0, 0);
  pen?.clearRect(0, 0, clientWidth, clientHeight);
  if (pen) pen.fillStyle = getComputedStyle(canvas).color;
  return pen;
}
