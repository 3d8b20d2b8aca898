import { inspect, overflow, still } from './room.mjs';

/**
 * The pieces of text, and whether anything of each is cut off or not drawn. On paper nothing can be scrolled, and the bar of the page is
 * not wanted.
 */
async function pieces(page, { root = 'body', paper = false } = {}) {
  await still(page);
  const found = await page.evaluate(
    ([within, printed]) => {
      const spoken = '.unseen, .skip, script, style, noscript, dialog:not([open]), [aria-hidden="true"]';
      const folded = 'details:not([open]) > :not(summary)';
      const cuts = printed ? /hidden|clip|auto|scroll/ : /hidden|clip/;
      const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
      const all = [];
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim();
        const parent = walker.currentNode.parentElement;
        if (text === '' || parent.closest(`${spoken}, ${folded}, .not-printed`)) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const box = range.getBoundingClientRect();
        const drawn = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 0;
        let cut = false;
        for (let each = parent; drawn && each !== document.body; each = each.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(each);
          const edge = each.getBoundingClientRect();
          if (cuts.test(overflowY)) cut ||= box.bottom > edge.bottom + 3 || box.top < edge.top - 3;
          if (cuts.test(overflowX)) cut ||= box.right > edge.right + 3 || box.left < edge.left - 3;
        }
        all.push({ text: text.slice(0, 60), drawn, cut });
      }
      return all;
    },
    [root, paper],
  );
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return found;
}

const lost = (before, now) => {
  const drawn = now.filter((each) => each.drawn).map((each) => each.text);
  return before.filter((each) => each.drawn && !drawn.includes(each.text)).map((each) => `gone: ${each.text}`);
};
const cut = (now) => now.filter((each) => each.cut).map((each) => `cut off: ${each.text}`);

/** The page in the colours of the system: all that was to be read still is, and can be told from its ground. */
export async function inForcedColours({ page }, where) {
  const before = await pieces(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const now = await pieces(page);
  const wrong = [...lost(before, now), ...cut(now)].map((each) => `${where}, forced colours: ${each}`);
  wrong.push(...(await inspect(page, `${where}, forced colours`, { widths: [390, 1280] })));
  await page.emulateMedia({ forcedColors: null });
  return wrong;
}

/** The page on A4, whatever scrolls on the screen. */
export async function onPaper({ page }, where) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 794, height: 1123 });
  const screen = await pieces(page, { root: 'main' });
  await page.emulateMedia({ media: 'print' });
  const now = await pieces(page, { root: 'main', paper: true });
  const wrong = [...lost(screen, now), ...cut(now), ...(await overflow(page))];
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
  return wrong.map((each) => `${where}, printed: ${each}`);
}

/** What is not to be read without scrolling, which nobody does at a projector. */
export async function belowTheEdge({ page }, where) {
  return cut(await pieces(page, { root: 'main', paper: true })).map((each) => `${where}: ${each}`);
}

/** A laptop at 400 %: 1280 x 1024 points are 320 x 256 then. */
export const enlarged = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

/** All of it can be read, and what has the focus is not below something else. */
export async function enlargedPage({ page }, where) {
  const wrong = [...cut(await pieces(page)), ...(await overflow(page))];
  const controls = 'main :is(a[href], button, input, textarea, summary)';
  for (const control of await page.locator(controls).filter({ visible: true }).all()) {
    await control.focus();
    const over = await control.evaluate((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1));
      const same = at && (it.contains(at) || at.contains(it));
      return same ? '' : `${it.outerHTML.slice(0, 100)} lies below ${at?.outerHTML.slice(0, 100)}`;
    });
    if (over) wrong.push(over);
  }
  return wrong.map((each) => `${where}, 400 %: ${each}`);
}
