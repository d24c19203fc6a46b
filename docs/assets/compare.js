/* Narrow the comparison to what the endings name for the reader's answers. Only hides and shows. */
(function () {
  "use strict";
  var form = document.querySelector("form.filter");
  if (!form) return;
  var cards = [].slice.call(document.querySelectorAll("article.compared"));
  var shown = form.querySelector(".shown");
  function families(card) { return [card.querySelector("h2").id].concat((card.dataset.members || "").split(" ")); }
  function show() {
    var lists = [].map.call(form.querySelectorAll("select"), function (s) { return s.value; })
      .filter(function (v) { return v !== "*"; }).map(function (v) { return v.split(" "); });
    cards.forEach(function (card) {
      card.hidden = !lists.every(function (list) {
        return families(card).some(function (id) { return id && list.indexOf(id) >= 0; });
      });
    });
    var left = cards.filter(function (card) { return !card.hidden; }).length;
    shown.textContent = shown.dataset.words.replace("{n}", left).replace("{m}", cards.length);
  }
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  show();
})();
