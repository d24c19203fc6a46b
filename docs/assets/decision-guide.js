/* Extras of the decision guide: print the view that is shown, carry picked options to the comparison, share what is shown,
   and mark in the tree where the reader comes from. Without it the page is complete. */
(function () {
  "use strict";
  var views = document.querySelector(".views");
  if (!views) return;
  function shown() {
    var place = location.hash.length > 1 && document.getElementById(unescape(location.hash.slice(1)));
    return place && place.closest(".view"); // without one, a style shows the first, and in one file all
  }

  /* Firefox forgets on paper what is the target. */
  addEventListener("beforeprint", function () { if (shown()) shown().classList.add("printing"); });
  addEventListener("afterprint", function () { if (shown()) shown().classList.remove("printing"); });
  views.querySelectorAll("button.print").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { print(); });
  });
  views.querySelectorAll(".how-to-print").forEach(function (line) {
    if (line.closest(".result")) line.hidden = true;
  });

  views.addEventListener("change", function (event) {
    var view = event.target.closest(".result"), link = view && view.querySelector(".compare-link");
    if (!link || event.target.name !== "pick") return;
    var picked = Array.from(view.querySelectorAll("[name=pick]:checked"), function (box) { return box.value; });
    link.hash = picked.length ? "pick=" + Array.from(new Set(picked)).join("+") : "";
  });

  /* What is known besides is asked once for all results: it stands below them, and comes up to the one that is shown. */
  var narrowing = views.querySelector(".narrowing");
  function narrow() {
    var view = shown();
    if (narrowing && view && view.matches(".result") && !view.contains(narrowing)) view.querySelector(".given").after(narrowing);
  }
  narrow();
  addEventListener("popstate", narrow); // before the browser puts the page back where it was
  addEventListener("hashchange", narrow);

  /* The link that holds the answers is the address of what is shown. */
  var own = views.querySelector(".share .own");
  function address() {
    if (!own) return;
    own.hidden = false;
    own.querySelector("a").hash = location.hash;
    own.closest("details").open = false;
    own.querySelector("[role=status]").hidden = true;
  }
  address();
  addEventListener("hashchange", address);

  addEventListener("hashchange", function (event) {
    var from = new URL(event.oldURL).hash.slice(1);
    views.querySelectorAll("[data-node]").forEach(function (node) { node.classList.toggle("here", node.dataset.node === from); });
  });
})();
