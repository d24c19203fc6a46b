/* Stands in for the worker behind the theme's search box, hosted and from a folder alike.

   The box talks to a worker: it sends the index (type 0) and each query (type 2), and draws the
   answers (type 3). This script answers in the worker's place, so that a page from a USB stick,
   where browsers forbid workers, finds the same as a page from a server. Index and engine are
   asked for when the reader turns to the box, not before. */
(function () {
  "use strict";
  var PARTS = ["vendor/minisearch.min.js", "vendor/porter2-stemmer.min.js", "search-answers.js"];
  var here = document.currentScript.src, mark = new URL(here).search; /* what a hosted page adds to name its edition */

  function Stand() { this.heard = []; this.answers = null; }
  Stand.prototype.addEventListener = function (type, listener) { if (type === "message") this.heard.push(listener); };
  Stand.prototype.removeEventListener = function (type, listener) { this.heard = this.heard.filter(function (l) { return l !== listener; }); };
  Stand.prototype.terminate = function () { this.heard = []; };
  Stand.prototype.say = function (answer, then) {
    var stand = this;
    setTimeout(function () {
      stand.heard.forEach(function (listener) { listener({ data: answer }); });
      if (then) then();
    }, 0);
  };
  Stand.prototype.postMessage = function (message) {
    var stand = this;
    if (message.type === 0) load(PARTS.slice(), function () { stand.answers = new window.SearchAnswers(message.data); stand.say({ type: 1 }); });
    if (message.type !== 2) return;
    var items = this.answers ? this.answers.search(message.data) : [];
    this.say({ type: 3, data: { items: items } }, function () { if (stand.answers && message.data.trim()) helpOn(stand.answers, items.length); });
  };

  function load(parts, done) {
    if (!parts.length) return done();
    var script = document.createElement("script");
    script.src = new URL(parts.shift() + mark, here);
    script.onload = function () { load(parts, done); };
    document.head.appendChild(script);
  }

  /* In the place of the theme's count: which words are not known; where none is, the nearest one and the pages that lead on. */
  function helpOn(answers, found) {
    var list = document.querySelector(".md-search-result__list"), config = answers.config;
    if (!list) return;
    list.previousElementSibling.textContent = !found ? config.nothing : answers.unknown.length ? config.unknown + " " + answers.unknown.join(", ") : "";
    if (!found && answers.guess) offer(list, config.guess + " " + answers.guess, new URL("?q=" + encodeURIComponent(answers.guess), location));
    var base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
    if (!found) config.help.forEach(function (page) { offer(list, page[1], new URL(page[0] || ".", base)); });
  }
  /* One more line of the list, drawn as the theme draws its own. */
  function offer(list, words, href) {
    var link = ["li", "a", "article", "h1"].reduce(function (parent, tag) {
      var made = document.createElement(tag);
      made.className = { li: "md-search-result__item", a: "md-search-result__link", article: "md-search-result__article md-typeset" }[tag] || "";
      return parent.appendChild(made);
    }, list);
    link.textContent = words;
    link.closest("a").href = href;
  }

  /* The theme listens to keys; what is pasted, spoken, dropped or put back comes without any. */
  function asked(box) { box.dispatchEvent(new Event("keyup")); }
  document.addEventListener("input", function (event) { if (event.target.name === "query") asked(event.target); });
  document.addEventListener("reset", function (event) { setTimeout(function () { var box = event.target.elements.query; if (box) asked(box); }); });

  var RealWorker = window.Worker;
  window.Worker = function (url) {
    return /\/workers\/search/.test(url) ? new Stand() : new RealWorker(url);
  };

  /* Hold the request for the index until the reader turns to the box. */
  var open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.open = function (method, url) {
    this.held = /search_index\.json/.test(url);
    return open.apply(this, this.held ? [method, url + mark].concat([].slice.call(arguments, 2)) : arguments);
  };
  XMLHttpRequest.prototype.send = function (body) {
    var request = this;
    if (!this.held) return send.call(request, body);
    function go() {
      document.removeEventListener("focusin", turned); document.removeEventListener("change", turned);
      send.call(request, body);
    }
    function turned(event) { if (/^(__search|query)$/.test(event.target.id || event.target.name)) go(); }
    document.addEventListener("focusin", turned);
    document.addEventListener("change", turned);
    if (/[?&]q=/.test(location.search) || document.activeElement && document.activeElement.name === "query") go();
  };
})();
