import type { Page } from '../../support/chromium.js';
import type { Marks } from './texts.js';

/** Beside which letters that run from the right something stands on the wrong side: the texts around them. */
const turned = `(() => {
  const fromRight = /[\\u0590-\\u08ff]/, unseen = /[\\s\\u200b-\\u200f\\u2060-\\u2069\\ufeff]/;
  const blockOf = (node) => { let at = node.parentElement; while (at && getComputedStyle(at).display === 'inline') at = at.parentElement; return at; };
  const rectOf = (node, at) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getClientRects()[0]; };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = blockOf(node);
    if (last && last.block !== block) last = undefined;
    for (let at = 0; at < node.data.length; at += 1) {
      const letter = node.data[at];
      if (unseen.test(letter)) continue;
      if (last && !fromRight.test(letter)) {
        const [a, b] = [rectOf(last.node, last.at), rectOf(node, at)];
        if (a && b && Math.abs(a.top - b.top) < a.height / 2 && b.left < a.left)
          found.push(last.node.data.slice(Math.max(0, last.at - 30), last.at + 1) + ' | ' + node.data.slice(at, at + 30));
      }
      last = fromRight.test(letter) ? { node, at, block } : undefined;
    }
  }
  return found;
})()`;

/** What was made of a text that should be read. */
const made = `[...document.querySelectorAll('img, svg[onload], [onerror], script:not([src]), a[href^="javascript:"]')].map(({ outerHTML }) => outerHTML.slice(0, 120))
  .concat(document.title.includes('hacket') ? ['the title'] : [])`;

/** How far the page goes beyond its window, and what goes furthest. */
const beyond = `(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const parts = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest('.table-frame'));
  const [widest] = parts.filter((one) => !parts.some((other) => other !== one && one.contains(other)));
  return [(root.scrollWidth - root.clientWidth) + ' px: ' + (widest ? widest.tagName + '.' + widest.className + ' in ' + widest.parentElement.className + ' ' + widest.textContent.slice(0, 60) : '')];
})()`;

const shown = `document.body.innerText + ' ' + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join(' ')`;

/** What is wrong with how a page shows such texts, at each width, and which of them it shows whole. */
export async function lookAt(page: Page, marks: Marks, widths: readonly number[]) {
  const wrong: string[] = [];
  let whole: readonly string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const [what, asked] of Object.entries({ made, turned, beyond })) {
      for (const one of await page.evaluate<string[]>(asked)) wrong.push(`${width} wide, ${what}: ${one}`);
    }
    ({ whole } = marks.whollyIn(await page.evaluate<string>(shown)));
  }
  return { wrong, whole };
}
