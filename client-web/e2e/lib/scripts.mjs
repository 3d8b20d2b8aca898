// Entries in several scripts, and whether a page shows them the right way round.

/** Of each kind one that ends with something that has no direction of its own: there it shows which one the line has. */
export const entries = {
  german: 'Bänke fürs Gässchen: „größer & schöner“ (Maß 2×)!',
  arabic: 'مقاعد 12 قرب محطة Bahnhof للجميع!',
  hebrew: 'ספסל חדש ליד ה-Rathaus, קו 7?',
  emoji: '👩🏽‍🔧 Werkstatt für die 👨‍👩‍👧‍👦 – 👍🏿!',
};
export const items = Object.values(entries);

/**
 * Where the texts are to be seen on the page, and what is wrong there: a line whose first character does not stand where its script begins
 * or whose last one not where it ends, a field or an element that runs in the other direction.
 */
export function readings(page, texts) {
  return page.evaluate((wanted) => {
    const rightToLeft = (text) => /^[^\p{L}]*[\u0590-\u08ff]/u.test(text);
    const found = [];
    const wrong = [];
    const runs = (element) => {
      const { direction, unicodeBidi } = getComputedStyle(element);
      return unicodeBidi === 'plaintext' ? 'by its text' : direction;
    };
    const look = (element, text, where) => {
      found.push(text);
      const should = rightToLeft(text) ? 'rtl' : 'ltr';
      if (![should, 'by its text'].includes(runs(element))) wrong.push(`runs ${runs(element)}: "${text}" in ${where}`);
    };
    const inOrder = (node, text) => {
      const from = node.data.indexOf(text);
      const signs = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];
      const boxes = signs.map(({ index, segment }) => {
        const range = document.createRange();
        range.setStart(node, from + index);
        range.setEnd(node, from + index + segment.length);
        return range.getBoundingClientRect();
      });
      const middle = ({ top, bottom }) => (top + bottom) / 2;
      // Of one line; a space at its end has no width.
      const line = (of) =>
        boxes.filter((each) => each.width > 0 && Math.abs(middle(each) - middle(of)) < of.height / 2);
      const [first, last] = [boxes[0], boxes.at(-1)];
      return rightToLeft(text)
        ? line(first).every((each) => each.right <= first.right + 1) &&
            line(last).every((each) => each.left >= last.left - 1)
        : line(first).every((each) => each.left >= first.left - 1) &&
            line(last).every((each) => each.right <= last.right + 1);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const spoken =
        '.unseen, script, style, dialog:not([open]), details:not([open]) > :not(summary), svg, option, textarea';
      if (parent.closest(spoken) || !parent.checkVisibility()) continue;
      for (const text of wanted.filter((each) => node.data.includes(each))) {
        const where = parent.outerHTML.slice(0, 160);
        found.push(text);
        const alone = node.data.trim() === text;
        if (alone) look(parent, text, where);
        // Amid other words it has to be set apart from them, or it takes their direction.
        const before = node.data[node.data.indexOf(text) - 1];
        if (before !== '\u2068' && !alone && !/^\p{P}/u.test(before ?? ' ')) continue;
        if (!inOrder(node, text)) wrong.push(`not in order: "${text}" in ${where}`);
      }
    }
    for (const field of document.querySelectorAll('textarea, input:not([type]), input[type="text"]'))
      for (const text of wanted.filter((each) => field.value === each))
        look(field, text, field.outerHTML.slice(0, 160));
    return { found: [...new Set(found)], wrong: [...new Set(wrong)] };
  }, texts);
}
