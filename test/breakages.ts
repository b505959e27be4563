import { BACKGROUND } from './breakages/background.ts';
import type { Breakage } from './breakages/breakage.ts';
import { BUDGETS } from './breakages/budgets.ts';
import { BUILD } from './breakages/build.ts';
import { CONTENT } from './breakages/content.ts';
import { CORE } from './breakages/core.ts';
import { FACE } from './breakages/face.ts';
import { FIREFOX } from './breakages/firefox.ts';
import { HOST } from './breakages/host.ts';
import { MARKS } from './breakages/marks.ts';
import { PAGES } from './breakages/pages.ts';
import { PANEL } from './breakages/panel.ts';
import { SERVER } from './breakages/server.ts';
import { SIGHT } from './breakages/sight.ts';
import { SOUND } from './breakages/sound.ts';
import { STARTS } from './breakages/starts.ts';

/*
 * Ways in which the product can break, by area; `npm run test:breakages` shows which test notices each.
 *
 * To add one, after mending a fault or when a test is moved:
 * 1. Describe it in test/breakages/<area>.ts: one file, a text that occurs in it once, and its replacement.
 *    The broken code should compile, and should be a mistake that somebody could make.
 * 2. Write the sentence: what goes wrong, and for whom.
 * 3. Name the tests that should fail, the cheapest first, and run `npm run test:breakages -- <id>`.
 *    Where nothing fails, write a test that does. An entry is changed with its code, and never removed for a test.
 */
export const BREAKAGES = {
  core: CORE,
  background: BACKGROUND,
  starts: STARTS,
  host: HOST,
  sound: SOUND,
  content: CONTENT,
  sight: SIGHT,
  face: FACE,
  marks: MARKS,
  panel: PANEL,
  pages: PAGES,
  firefox: FIREFOX,
  server: SERVER,
  budgets: BUDGETS,
  build: BUILD,
} as const satisfies Readonly<Record<string, readonly Breakage[]>>;
