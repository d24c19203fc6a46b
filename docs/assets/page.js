/* Small help on every page: the menu's switches by keyboard, the meaning of a word beside it, folds that open when a link
   leads there and on paper, links to copy, and a note where a review is overdue by the reader's clock. Without it all links
   still lead on. */
(function () {
  "use strict";
  document.querySelectorAll("[data-toggle]").forEach(function (button) {
    button.addEventListener("click", function () { document.getElementById(button.dataset.toggle).click(); });
  });

  /* A copy of the meaning from the end of the page, in the browser's own popover: Escape and a tap outside close it. */
  if (HTMLElement.prototype.showPopover) {
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a.term");
      var word = link && document.getElementById(link.hash.slice(1));
      if (!word || !word.nextElementSibling) return;
      event.preventDefault();
      var old = document.querySelector(".explained");
      if (old) old.remove();
      var box = document.createElement("div");
      box.className = "explained";
      box.popover = "auto";
      box.append(word.nextElementSibling.textContent);
      link.after(box);
      box.showPopover();
      var at = link.getClientRects()[0], edge = document.documentElement.clientWidth - box.offsetWidth - 8;
      box.style.left = Math.max(8, Math.min(at.left, edge)) + scrollX + "px";
      var below = at.bottom + 6, above = at.top - box.offsetHeight - 6;
      box.style.top = (below + box.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY + "px";
    });
  }

  document.querySelectorAll("[data-next-review]").forEach(function (place) {
    if (new Date(place.dataset.nextReview + "T23:59:59") < new Date()) place.querySelector(".overdue").hidden = false;
  });

  /* A button beside a link copies its address. */
  document.querySelectorAll("button.copy").forEach(function (button) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.previousElementSibling.href).then(function () { button.nextElementSibling.hidden = false; });
    });
  });

  /* A link to a fold, or to what stands in folds, opens them. */
  function unfold() {
    var place = document.getElementById(unescape(location.hash.slice(1)));
    for (var fold = place; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
    if (place && place.closest("details")) place.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();

  /* Folds of a page are printed open, and then closed again; all of the one file's would be too much paper. */
  var closed = [];
  addEventListener("beforeprint", function () {
    document.querySelectorAll(".md-content details:not([open])").forEach(function (fold) { closed.push(fold); fold.open = true; });
  });
  addEventListener("afterprint", function () { closed.splice(0).forEach(function (fold) { fold.open = false; }); });
})();
