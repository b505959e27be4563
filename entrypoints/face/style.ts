/** How everything of ours looks on a page; logical sides, for pages that run from right to left. */
export const CSS = `
  :host {
    display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
    inline-size: 0 !important; block-size: 0 !important; overflow: visible !important; z-index: 2147483647 !important;
    color-scheme: light dark !important;
    --ink: light-dark(#1c1b2a, #f0f0f7); --paper: light-dark(#fff, #24233a); --line: light-dark(#0003, #fff3);
    --faint: light-dark(#0001, #fff2); --accent: light-dark(#0f766e, #2dd4bf); --on-accent: light-dark(#fff, #06231f);
    --stop: light-dark(#c62828, #ff8a80); --calm: light-dark(#5b5a6b, #b9b8cc);
  }
  /* Unseen as it is, it would count as a cover over the whole page. */
  :host::backdrop { display: none !important; }
  /* A shadow reaches as far as its offset and 1.5 times its blur: on a button nearby, it would count as a cover. */
  .own, .pill, .note, .tooltip {
    box-sizing: border-box; position: absolute; inset: 0 auto auto 0; inline-size: max-content;
    font: 14px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
    border: 1px solid var(--line); box-shadow: 0 0 0 1px light-dark(#fff8, #0006), 0 1px 4px #0006;
  }
  button { all: unset; box-sizing: border-box; cursor: pointer; -webkit-tap-highlight-color: transparent; }
  button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; box-shadow: 0 0 0 2px var(--paper); }
  svg { display: block; inline-size: 18px; block-size: 18px; fill: currentColor; }

  .own {
    display: grid; place-items: center; inline-size: 36px; block-size: 36px; border-radius: 50%;
    color: #fff; background: #0f766e; border-color: #fff;
  }
  .own:hover { background: #0b5d57; }
  .own[aria-busy='true'] { background: #5b5a6b; cursor: progress; }
  .own[aria-pressed='true'] { background: #c62828; }
  .own[data-state='error'] { background: #8a4b00; }

  .pill {
    display: flex; align-items: center; gap: 4px; padding: 4px; padding-inline-start: 14px; border-radius: 24px;
    min-block-size: 44px; max-inline-size: calc(100vw - 16px);
  }
  .pill :not(.word) { flex: none; }
  .word { display: grid; font-weight: 600; line-height: 1.2; margin-inline-end: 4px; }
  .word * { grid-area: 1 / 1; }
  .word i { visibility: hidden; font-style: normal; }
  .time { color: var(--calm); font-variant-numeric: tabular-nums; min-inline-size: 5ch; }
  .round, .cancel { display: grid; place-items: center; min-inline-size: 34px; block-size: 34px; border-radius: 17px; }
  .round:hover, .cancel:hover { background: var(--faint); }
  .panel svg { scale: var(--side) 1; }
  .cancel { padding-inline: 12px; border: 1px solid var(--line); }
  .end { color: light-dark(#fff, #2b0504); background: var(--stop); }
  .end:hover { background: light-dark(#a31515, #ffb4ad); }
  .meter { display: flex; align-items: center; gap: 2px; block-size: 18px; margin-inline-end: 8px; color: var(--calm); }
  .meter i { inline-size: 3px; block-size: 100%; border-radius: 2px; background: currentColor; transform: scaleY(.2); }
  .pill[data-state='listening'] .meter { color: var(--accent); }
  .pill[data-state='speaking'] .meter { color: light-dark(#6d28d9, #c4b5fd); }
  .pill[data-state='muted'] .meter { color: var(--stop); }

  .note { inline-size: 300px; max-inline-size: calc(100vw - 16px); padding: 12px 14px; border-radius: 12px; }
  .note p { margin: 0 0 10px; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
  .buttons button { padding: 5px 12px; border-radius: 8px; border: 1px solid var(--line); }
  .buttons button:hover { background: var(--faint); }
  .buttons .main, .buttons .main:hover { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }

  .tooltip {
    padding: 3px 9px; border-radius: 8px; font-size: 13px; max-inline-size: 240px;
    overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @media (prefers-reduced-motion: no-preference) {
    .pill:is([data-state='listening'], [data-state='speaking']) .meter i {
      transform: scaleY(calc(.2 + .8 * min(1, var(--level, 0) * var(--part)))); transition: transform .12s linear;
    }
    .meter i { --part: .6; } .meter i:nth-child(2n) { --part: 1.1; } .meter i:nth-child(3) { --part: 1.4; }
    .pill:is([data-state='asking'], [data-state='connecting'], [data-state='ending']) .meter i {
      animation: wait 1s ease-in-out infinite alternate; animation-delay: calc(-.2s * var(--nth, 0));
    }
    .meter i:nth-child(2) { --nth: 1; } .meter i:nth-child(3) { --nth: 2; } .meter i:nth-child(4) { --nth: 3; } .meter i:nth-child(5) { --nth: 4; }
    .own[aria-busy='true'] svg, .own[data-state='speaking'] svg { animation: breathe 1s ease-in-out infinite alternate; }
  }
  @media (forced-colors: active) {
    .own, .round, .cancel, .buttons button { border: 1px solid ButtonText; color: ButtonText; background: ButtonFace; }
    .meter i { background: CanvasText; }
    .own[aria-pressed='true'], .end { color: HighlightText; background: Highlight; forced-color-adjust: none; }
  }
  @keyframes wait { to { transform: scaleY(.7); } }
  @keyframes breathe { to { transform: scale(.8); } }
`;
