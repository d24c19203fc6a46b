/* Stands in for the worker behind the theme's search box, hosted and from a folder alike.

   The box talks to a worker: it sends the index (type 0) and each query (type 2), and draws the
   answers (type 3). This script answers in the worker's place, so that a page from a USB stick,
   where browsers forbid workers, finds the same as a page from a server. Index and engine are
   asked for when the reader turns to the box, not before. */
(function () {
  "use strict";
  var engineAt = document.currentScript.src.replace(/[^/]*$/, "search-engine.js");

  function Stand() { this.heard = []; this.engine = null; }
  Stand.prototype.addEventListener = function (type, listener) { if (type === "message") this.heard.push(listener); };
  Stand.prototype.removeEventListener = function (type, listener) { this.heard = this.heard.filter(function (l) { return l !== listener; }); };
  Stand.prototype.terminate = function () { this.heard = []; };
  Stand.prototype.say = function (answer) {
    var stand = this;
    setTimeout(function () { stand.heard.forEach(function (listener) { listener({ data: answer }); }); }, 0);
  };
  Stand.prototype.postMessage = function (message) {
    var stand = this;
    if (message.type === 2) this.say({ type: 3, data: this.engine ? this.engine.search(message.data) : { items: [] } });
    if (message.type !== 0) return;
    var script = document.createElement("script");
    script.src = engineAt;
    script.onload = function () { stand.engine = new window.SearchEngine(message.data); stand.say({ type: 1 }); };
    document.head.appendChild(script);
  };

  var RealWorker = window.Worker;
  window.Worker = function (url) {
    return /\/workers\/search/.test(url) ? new Stand() : new RealWorker(url);
  };

  /* Hold the request for the index until the reader turns to the box. */
  var open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.open = function (method, url) { this.held = /search_index\.json/.test(url); return open.apply(this, arguments); };
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
