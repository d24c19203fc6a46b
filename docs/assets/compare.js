/* Compare: what is picked stands in the fragment, so that a result can hand it over and Back brings it back. */
(function () {
  "use strict";
  var MOST = 4, form = document.querySelector(".picks form");
  if (!form) return;
  var boxes = Array.from(form.querySelectorAll("input"));
  function limit() {
    var full = boxes.filter(function (box) { return box.checked; }).length >= MOST;
    boxes.forEach(function (box) { box.disabled = full && !box.checked; });
  }
  function read() {
    var found = /pick=([\w+-]+)/.exec(location.hash);
    if (!found) return;
    var wanted = found[1].split("+").slice(0, MOST);
    boxes.forEach(function (box) { box.checked = wanted.includes(box.value); });
    form.parentNode.open = wanted.length < 2;
    limit();
  }
  function write() {
    var ids = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    history.replaceState(null, "", ids.length ? "#pick=" + ids.join("+") : location.pathname + location.search);
    limit();
  }
  form.addEventListener("change", write);
  form.addEventListener("reset", function () { setTimeout(write); });
  addEventListener("hashchange", read);
  read();
})();
