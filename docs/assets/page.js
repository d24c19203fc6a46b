/* Small help on every page: the menu's switches by keyboard, meanings by touch and Escape, and a
   word where a review is overdue by the reader's clock. Without it all links still lead on. */
(function () {
  "use strict";
  document.querySelectorAll("[data-toggle]").forEach(function (button) {
    button.addEventListener("click", function () { document.getElementById(button.dataset.toggle).click(); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll(".term:hover, .term:focus-within").forEach(function (term) { term.classList.add("shut"); });
    }
  });
  document.querySelectorAll(".term").forEach(function (term) {
    function open() { term.classList.remove("shut"); }
    term.addEventListener("mouseleave", open);
    term.addEventListener("focusout", open);
  });

  /* The first tap shows the meaning, the second follows the link. */
  var shown = null;
  document.addEventListener("pointerup", function (event) {
    var link = event.pointerType === "touch" && event.target.closest(".term > a");
    if (link && link !== shown) { link.dataset.tapped = "1"; }
    shown = link || null;
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest(".term > a");
    if (link && link.dataset.tapped) { delete link.dataset.tapped; event.preventDefault(); link.focus(); }
  });

  document.querySelectorAll("[data-next-review]").forEach(function (place) {
    if (new Date(place.dataset.nextReview + "T23:59:59") < new Date()) place.querySelector(".overdue").hidden = false;
  });
})();
