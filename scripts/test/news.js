/**
 * What a runner tells of its tests while it runs: how many more there are, or that one has ended.
 * @typedef {{ more: number } | Ended} News
 * @typedef {{ test: string, ms: number, hasFailed: boolean }} Ended
 */

/** A character that nothing else prints. It begins news, which the end of a line ends. */
const MARK = '\u001e';

/**
 * Tells the process that started this runner.
 * @param {News} news
 */
export function tell(news) {
  process.stdout.write(`${MARK}${JSON.stringify(news)}\n`);
}

/**
 * Returns a function that takes what a runner prints, piece by piece, and parts the news from the rest.
 * @param {(news: News) => void} onNews
 * @param {(text: string) => void} onText
 */
export function newsReader(onNews, onText) {
  let begun = '';
  return (/** @type {string} */ piece) => {
    const [text = '', ...all] = (begun + piece).split(MARK);
    onText(text);
    begun = '';
    for (const [i, each] of all.entries()) {
      const end = each.indexOf('\n');
      if (end === -1 && i === all.length - 1) {
        begun = MARK + each;
        return;
      }
      const news = parse(each.slice(0, end));
      if (news) onNews(news);
      onText(news ? each.slice(end + 1) : each);
    }
  };
}

/**
 * @param {string} line
 * @returns {News | null} null where it is none, as when a test prints any character there is
 */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
