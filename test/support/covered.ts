import { card } from '../e2e/stage.ts';

/** By what a trick is seen through where the browser does not tell what can be seen. */
type Catch = 'the styles around it' | 'what lies at the point';

/** A card that a person clicks without seeing it. */
interface Covered {
  readonly trick: string;
  readonly caughtBy: Catch;
  readonly html: string;
}

/** A page, with its covered cards in their order. */
export interface CoveredPage {
  readonly tricks: readonly Omit<Covered, 'html'>[];
  readonly html: string;
}

const VEIL = 'position:absolute;inset:0;background:#fff;pointer-events:none;z-index:9';
const POPOVER =
  'position:absolute;inset:auto;left:0;margin:0;border:0;width:100%;height:90px;background:#fff;pointer-events:none';

/** Each leaves the click its way to the button. */
const SECTIONS: readonly Covered[] = [
  byStyle('an invisible card', 'opacity:.01'),
  byStyle('a filter', 'filter:opacity(1%)'),
  {
    trick: 'a popover that lets clicks through',
    caughtBy: 'what lies at the point',
    html: `<section>${card()}</section><div popover="manual" id="prize" style="${POPOVER}">Win!</div>
      <script>
        prize.style.top = prize.previousElementSibling.getBoundingClientRect().top + 'px';
        prize.showPopover();
      </script>`,
  },
  {
    trick: 'a layer that lets clicks through',
    caughtBy: 'what lies at the point',
    html: `<section>${card()}<div style="${VEIL}">Win!</div></section>`,
  },
  byStyle('a clipped button', 'clip-path:inset(0 calc(100% - 60px) 0 0)'),
  byStyle('a shrunken card', 'scale:.5;transform-origin:0 0;font-size:40px'),
  byStyle('a mask', 'mask-image:linear-gradient(#0001,#0001)'),
  byStyle('a blend', 'mix-blend-mode:screen'),
];

const LAYOUT = `<style>
  body { margin: 0 } section { position: relative; height: 90px } p { margin: 0 }
  .voice-mic-btn { font: inherit; min-height: 20px }
</style>`;

/** The ten tricks by which a page has a person click what they do not see. */
export const COVERED: readonly CoveredPage[] = [
  { tricks: SECTIONS, html: LAYOUT + SECTIONS.map(({ html }) => html).join('') },
  ofAll('an invisible body', 'body { opacity: .01 }'),
  ofAll('an invisible document', 'html { opacity: .01 }'),
];

function byStyle(trick: string, style: string): Covered {
  const html = `<section style="${style}">${card()}</section>`;
  return { trick, caughtBy: 'the styles around it', html };
}

function ofAll(trick: string, css: string): CoveredPage {
  const html = `${LAYOUT}<style>${css}</style><section>${card()}</section>`;
  return { tricks: [{ trick, caughtBy: 'the styles around it' }], html };
}
