"""What a page looks like in a browser: how long it is, how large its words are, what is hidden or covered."""

from __future__ import annotations

# Screens of a phone, with folds as they come; the longest fold, those inside it closed; words that are small.
MEASURE = """() => {
  const screen = 844, folds = [...document.querySelectorAll('article details')];
  const out = {screens: document.documentElement.scrollHeight / screen, folds: [], small: [], wide: 0};
  out.wide = document.documentElement.scrollWidth - innerWidth;
  const was = folds.map(fold => fold.open);
  folds.forEach((fold, n) => {
    folds.forEach((other, m) => { other.open = was[m] && m !== n; });
    for (let up = fold; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    out.folds.push([fold.getBoundingClientRect().height / screen, fold.querySelector('summary').innerText]);
  });
  folds.forEach(fold => { fold.open = true; });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const on = node.parentElement, range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!node.data.trim() || box.width < 2 || on.closest('svg, .mark, .vh')) continue;
    if (!on.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue;
    if (parseFloat(getComputedStyle(on).fontSize) < 15.9) out.small.push(node.data.trim().slice(0, 40));
  }
  folds.forEach((fold, n) => { fold.open = was[n]; });
  return out;
}"""

# Blocks of running words that say something else with our styles than without them.
HIDDEN = """() => {
  document.querySelectorAll('details').forEach(fold => { fold.open = true; });
  const squeezed = text => text.replace(/[\\s\\u00ad]+/g, '');
  return [...document.querySelectorAll('article :is(p, li, dd, dt, td, h1, h2, h3, h4, legend, figcaption)')].filter(block => {
    if (!block.checkVisibility() || block.closest('[aria-hidden]')) return false;
    const copy = block.cloneNode(true);
    copy.querySelectorAll('svg, [aria-hidden], [hidden], ul, ol, script').forEach(part => part.remove());
    const shown = block.cloneNode(false);
    const said = [...block.querySelectorAll('svg, [aria-hidden], [hidden], ul, ol, script')];
    said.forEach(part => { part.style.display = 'none'; });
    const seen = squeezed(block.innerText);
    said.forEach(part => { part.style.display = ''; });
    return seen.toLowerCase() !== squeezed(copy.textContent).toLowerCase();
  }).map(block => block.textContent.trim().slice(0, 80));
}"""

# What has the focus and is not wholly below the header and in the window.
COVERED = """() => {
  const on = document.activeElement, head = document.querySelector('.md-header');
  if (!on || on === document.body || head.contains(on) || on.matches('.md-skip, [data-md-toggle]')) return '';
  const box = on.getClientRects()[0], under = head.getBoundingClientRect().bottom;
  if (!box || box.height > innerHeight - under) return '';
  return box.top < under - 1 || box.bottom > innerHeight + 1 ? `${on.outerHTML.slice(0, 90)} ${box.top}` : '';
}"""

# The outermost parts of the page's own text that hold words and are not shown, with every fold open: their first class, or their tag.
LEFT_OUT = """() => {
  document.querySelectorAll('article details').forEach(fold => { fold.open = true; });
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT), out = new Set();
  for (let node; (node = walker.nextNode());) {
    const on = node.parentElement, range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!node.data.trim() || on.closest('svg, script, noscript, [hidden], .vh')) continue;
    if (box.width > 1 && box.height > 1 && on.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue;
    let part = on;
    while (!part.parentElement.checkVisibility({visibilityProperty: true})) part = part.parentElement;
    out.add(part.classList[0] || part.tagName.toLowerCase());
  }
  return [...out].sort();
}"""
