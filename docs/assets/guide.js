/* One question at a time, on the elements that the page has without this script.
   It hides, shows, and lists the reader's own answers. The state is the fragment alone:
   "#~first.no" holds the answers in order. Nothing is stored and nothing is sent. */
(function () {
  "use strict";
  var box = document.querySelector(".given");
  if (!box) return;
  var list = box.querySelector("ol"), how = box.querySelector(".progress");
  var restart = box.querySelector(".restart"), print = box.querySelector(".print");
  var parts = {}, edges = {}, first = null;

  document.querySelectorAll("section.step, section.outcome").forEach(function (section) {
    var heading = section.querySelector("h2");
    heading.tabIndex = -1;
    parts[heading.id] = { section: section, heading: heading };
    if (!section.classList.contains("step")) return;
    first = first || heading.id;
    edges[heading.id] = [].map.call(section.querySelectorAll(".answers a"), function (link) {
      return { link: link, answer: link.dataset.answer, target: link.hash.slice(1), words: link.textContent };
    });
  });

  /* The answers that lead from a step to an id, or null. */
  function wayTo(id, from) {
    if (from === id) return [];
    var found = null;
    (edges[from] || []).some(function (edge) {
      var rest = wayTo(id, edge.target);
      found = rest && [edge.answer].concat(rest);
      return found;
    });
    return found;
  }

  /* What a fragment names. One that is written wrongly names nothing. */
  function named(hash) {
    try { return decodeURIComponent(hash.slice(1)); } catch (error) { return ""; }
  }

  /* Whether a fragment belongs to the guide: in one file with other pages, most do not. */
  function concerns(hash) {
    var id = named(hash), place = id && id[0] !== "~" && document.getElementById(id);
    return id[0] === "~" || place && place.closest("section.step, section.outcome");
  }

  function answersOf(hash) {
    var id = named(hash);
    if (id[0] === "~") return id.slice(1).split(".").filter(Boolean);
    var inside = id && !parts[id] && document.getElementById(id);
    var owner = inside && inside.closest("section.step, section.outcome");
    return wayTo(owner ? owner.querySelector("h2").id : id, first) || [];
  }

  function longest(id) {
    return edges[id] ? 1 + Math.max.apply(null, edges[id].map(function (e) { return longest(e.target); })) : 0;
  }

  function given(answers) {
    var at = first, steps = [];
    answers.every(function (answer) {
      var edge = (edges[at] || []).filter(function (e) { return e.answer === answer; })[0];
      if (edge) { steps.push({ id: at, edge: edge, before: steps.map(function (s) { return s.edge.answer; }) }); at = edge.target; }
      return edge;
    });
    return { at: at, steps: steps };
  }

  function line(step) {
    var item = document.createElement("li"), question = document.createElement("span");
    var answer = document.createElement("strong"), change = document.createElement("a");
    question.textContent = parts[step.id].heading.textContent + " ";
    answer.textContent = step.edge.words + " ";
    change.textContent = box.dataset.change;
    change.href = "#~" + step.before.join(".");
    change.setAttribute("aria-label", box.dataset.change + ": " + parts[step.id].heading.textContent);
    item.append(question, answer, change);
    return item;
  }

  function show(moved) {
    var state = given(answersOf(location.hash)), here = parts[state.at];
    var said = state.steps.map(function (s) { return s.edge.answer; });
    Object.keys(parts).forEach(function (id) { parts[id].section.hidden = id !== state.at; });
    (edges[state.at] || []).forEach(function (edge) { edge.link.href = "#~" + said.concat(edge.answer).join("."); });
    list.replaceChildren.apply(list, state.steps.map(line));
    list.hidden = restart.hidden = print.hidden = !said.length;
    var more = longest(state.at);
    how.textContent = (more ? box.dataset.question : box.dataset.ending)
      .replace("{n}", said.length + 1).replace("{m}", more - 1);
    box.hidden = false;
    if (moved) { here.heading.focus({ preventScroll: true }); box.scrollIntoView(); }
  }

  document.documentElement.classList.add("guided");
  print.addEventListener("click", function () { window.print(); });
  window.addEventListener("hashchange", function () { if (!location.hash || concerns(location.hash)) show(!!location.hash); });
  show(!!concerns(location.hash));
})();
