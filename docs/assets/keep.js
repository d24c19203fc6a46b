/* Keep the guide on this phone, and take it away again. The page holds all words; this shows those of the state that it is in. */
(function () {
  "use strict";
  const place = document.querySelector(".on-phone"), workers = navigator.serviceWorker;
  if (!workers) return;
  const scope = new URL("../", document.currentScript.src).href, ours = place.dataset.ours + " " + scope + " ";
  const [keep, remove] = place.querySelectorAll("button");

  function show(state) {
    place.hidden = false;
    place.querySelectorAll("[data-in]").forEach((part) => { part.hidden = !part.dataset.in.split(" ").includes(state); });
  }
  async function registered() {
    const found = await workers.getRegistration(scope);
    return found && found.scope === scope ? found : null; /* another application may stand above */
  }
  async function forget() {
    const found = await registered();
    if (found) await found.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  /* A worker is activated when all is stored, and given up when not. */
  async function watch(worker) {
    show("storing");
    while (!["activated", "redundant"].includes(worker.state)) await new Promise((changed) => { worker.onstatechange = changed; });
    const done = worker.state === "activated" && (await caches.keys()).some((name) => name.startsWith(ours));
    if (!done) await forget();
    show(done ? "in" : "failed");
  }
  const latest = (found) => found.installing || found.waiting || found.active;

  keep.addEventListener("click", async () => {
    show("storing");
    try {
      await watch(latest(await workers.register(scope + "worker.js")));
      navigator.storage?.persist?.(); /* ask the browser not to clear it by itself; some have no such store to ask */
    } catch (error) { await forget(); show("failed"); }
  });
  remove.addEventListener("click", async () => { await forget(); show("out"); keep.focus(); });

  registered().then((found) => {
    if (!found) return forget().then(() => show("out"));
    return found.active ? show("in") : watch(latest(found));
  });
})();
