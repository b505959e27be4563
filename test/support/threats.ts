import { AGENT_THREATS } from './threats/agent.ts';
import { BACKEND_THREATS } from './threats/backend.ts';
import { EXTENSION_THREATS } from './threats/extension.ts';
import { PAGE_THREATS } from './threats/page.ts';
import { SUPPLY_THREATS } from './threats/supply.ts';
import type { Threat } from './threats/threat.ts';

/** Whatever somebody may do who means ill, and the tests that would fail if nothing stopped it, by its id. */
export const THREATS: Readonly<Record<string, Threat>> = {
  ...PAGE_THREATS,
  ...EXTENSION_THREATS,
  ...AGENT_THREATS,
  ...BACKEND_THREATS,
  ...SUPPLY_THREATS,
};

const HEAD = `# Threats

Who may mean ill: the page and what it frames, a renderer that was taken over, another extension, the network, the
backend, the agent and what it was told, who gives a file away, and who makes the packages we are built from. What
they are after: the microphone, the owner's minutes, the key, the token, what was said, and which sites a person visits.

Each threat has what stops it, and the tests that fail where that is gone. This page is written from
\`test/support/threats.ts\` by \`npx vitest run test/threats.test.ts -u\`; a threat without a test, and a test that does
not exist, fail in \`npm test\`.
`;

/** The page about them, in Markdown. */
export function threatsPage(): string {
  const ids = Object.keys(THREATS).toSorted();
  return [HEAD, ...ids.map(sectionOf)].join('\n');
}

function sectionOf(id: string): string {
  const { attack, stops, tests } = THREATS[id] ?? { attack: '', stops: '', tests: {} };
  const files = Object.entries(tests).map(
    ([file, titles]) =>
      `- \`test/${file}\`\n${titles.map((title) => `  - ${plain(title)}\n`).join('')}`,
  );
  return `## ${id}: ${attack}\n\n${stops}\n\n${files.join('')}`;
}

/** A title as it is written in code, in Markdown. */
function plain(title: string): string {
  return title.replace(/^`|`$/g, '').replace(/[*_<>[\]]/g, '\\$&');
}
