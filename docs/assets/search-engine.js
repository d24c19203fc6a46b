/* The engine behind the theme's search box. Its stand-in fetches it when the index is there, not before.
   Names that lead to a page (old names, spellings, abbreviations) come with the index and are never shown. */
(function () {
  "use strict";

  /* Words that carry a question and not its subject. They count a little, so that they never empty a result. */
  var SMALL = (" a about after all am an and any are as at be been before but by can could did do does for from get had has have how i if in is it" +
    " its me my no not of on or our should so than that the their them then there these they this to was we were what when where" +
    " which who why will with would you your much many long ").split(" ").reduce(function (s, w) { s[w] = 1; return s; }, {});

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']s\b/g, "").replace(/[’']/g, "");
  }
  function words(text) { return fold(text).match(/[a-z0-9]+/g) || []; }
  function bare(html) { return html.replace(/<[^>]*>/g, " "); }
  function text(html) { return bare(html).replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">"); }

  /* Forms that no ending tells. */
  var FORMS = { came: "come", went: "go", gone: "go", took: "take", taken: "take", gave: "give", given: "give", found: "find",
    made: "make", felt: "feel", grew: "grow", grown: "grow", ate: "eat", kept: "keep", lay: "lie", lies: "lie", lying: "lie",
    dying: "die", died: "die", dies: "die", wrote: "write", written: "write", children: "child", better: "good", worse: "bad",
    metastases: "metastasis", biopsies: "biopsy", operated: "operation", operate: "operation", operations: "operation",
    surgeries: "surgery", surgical: "surgery", removal: "remove", spreading: "spread", bled: "bleed", began: "begin" };

  /* The common stem of the forms of a word: tumors, treated, treating, recurrences. */
  function stem(word) {
    word = FORMS[word] || word;
    if (word.length < 4) return word;
    var w = word.replace(/(sses|ies|ied)$/, function (e) { return e === "sses" ? "ss" : "y"; });
    if (w === word) w = w.replace(/(ing|ed|es|s|e|ly)$/, function (e, _, at) { return at < 3 || (e === "s" && /[su]s$/.test(w)) ? e : ""; });
    return w.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  }

  /* Damerau-Levenshtein distance of two words (optimal string alignment), given up above `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], row = [], next, i, j, low;
    for (j = 0; j <= b.length; j++) row[j] = j;
    for (i = 1; i <= a.length; i++) {
      next = [i]; low = i;
      for (j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
        low = Math.min(low, next[j]);
      }
      if (low > most) return most + 1;
      before = row; row = next;
    }
    return row[b.length];
  }

  var FIELDS = { names: 9, title: 8, head: 6, text: 2.4 };

  function Engine(data) {
    var engine = this;
    this.pages = {}; this.order = []; this.terms = {}; this.stems = {};
    this.helpers = data.docs.filter(function (doc) { return doc.help; });
    data.docs.forEach(function (doc) { engine.add(doc); });
    this.count = this.order.length;
    this.average = this.order.reduce(function (n, p) { return n + p.length; }, 0) / (this.count || 1);
    Object.keys(this.terms).forEach(function (t) { var s = stem(t); (engine.stems[s] = engine.stems[s] || []).push(t); });
  }

  Engine.prototype.add = function (doc) {
    var url = doc.location.split("#")[0], page = this.pages[url];
    if (!page) { page = this.pages[url] = { url: url, doc: null, sections: [], at: this.order.length, length: 0, names: [], title: [], entries: {}, boost: 1 }; this.order.push(page); }
    var section = { doc: doc, at: page.sections.length };
    page.sections.push(section);
    function said(name) { return words(name).join(" "); }
    if (url === doc.location) {
      page.doc = doc; page.boost = doc.boost || 1;
      page.names = (doc.names || []).concat(bare(doc.title)).map(said);
      page.title = words(bare(doc.title)).filter(function (w) { return SMALL[w] !== 1; });
    } else (doc.names || []).forEach(function (name) { page.entries[said(name)] = 1; });
    this.count_(page, section, url === doc.location ? "title" : "head", bare(doc.title));
    this.count_(page, section, "text", bare(doc.text));
    if (doc.names) this.count_(page, section, "names", doc.names.join(" | "));
  };

  Engine.prototype.count_ = function (page, section, field, content) {
    var terms = this.terms;
    words(content).forEach(function (word) {
      var term = Object.prototype.hasOwnProperty.call(terms, word) ? terms[word] : (terms[word] = {});
      var hit = term[page.at] = term[page.at] || { names: 0, title: 0, head: 0, text: 0, sections: {} };
      hit[field]++;
      hit.sections[section.at] = (hit.sections[section.at] || 0) + (field === "text" ? 1 : 4);
      if (field === "text") page.length++;
    });
  };

  /* The known words that a typed word may mean, each with how sure that is. */
  Engine.prototype.meant = function (word, last) {
    var known = Object.keys(this.terms), found = {}, own = stem(word), exact = this.terms[word];
    function offer(term, sure) { if (sure && !(found[term] >= sure)) found[term] = sure; }
    if (exact) offer(word, 1);
    (this.stems[own] || []).forEach(function (t) { offer(t, 0.95); });
    if (SMALL[word] === 1) return found;
    known.forEach(function (term) {
      if (word.length > 2 && term.length > word.length && term.indexOf(word) === 0) offer(term, (exact ? (last ? 0.2 : 0) : last ? 0.85 : 0.6) * Math.max(0.6, word.length / term.length));
      else if (term.length > 4 && word.indexOf(term) === 0) offer(term, 0.6 * term.length / word.length);
    });
    if (word.length < 5 || Math.max.apply(null, [0].concat(Object.keys(found).map(function (t) { return found[t]; }))) > 0.55) return found;
    return this.near(word, found);
  };

  /* How telling a known word is: rare words more than common ones. */
  Engine.prototype.rare = function (term) {
    return Math.log(1 + this.count / (0.5 + Object.keys(this.terms[term] || {}).length));
  };

  Engine.prototype.near = function (word, found) {
    var most = word.length > 7 ? 2 : 1, best = most + 1, near = [];
    Object.keys(this.terms).forEach(function (term) {
      if (term.length < 4) return;
      var far = distance(word, term, most);
      if (word.length > 5 && far > 1 && term.length > word.length) far = Math.min(far, distance(word, term.slice(0, word.length), 1) + 0.5);
      if (far < best) { best = far; near = []; }
      if (far === best && far <= most) near.push(term);
    });
    near.forEach(function (term) { found[term] = Math.max(found[term] || 0, 0.8 - 0.2 * best); });
    return found;
  };

  Engine.prototype.rank = function (query) {
    var engine = this, typed = words(query), telling = typed.filter(function (w) { return SMALL[w] !== 1; });
    var all = telling.length ? telling : typed, scores = {}, sure = {}, together = {}, near = {}, whole = 0, whole2 = typed.join(" ");
    typed.forEach(function (word, i) {
      var meant = engine.meant(word, i === typed.length - 1 && !/\s$/.test(query)), weight = SMALL[word] === 1 && telling.length ? 0.06 : 1, best = {}, spread = {};
      Object.keys(meant).forEach(function (term) {
        var pages = engine.terms[term], idf = engine.rare(term);
        Object.keys(pages).forEach(function (at) {
          var hit = pages[at], page = engine.order[at], tf = hit.text / (hit.text + 0.6 + 0.9 * page.length / engine.average);
          var field = FIELDS.text * 2.4 * tf + FIELDS.names * Math.min(1, hit.names && 0.7 + 0.1 * hit.names) + FIELDS.title * Math.min(1, hit.title) + FIELDS.head * Math.min(1, hit.head);
          var value = weight * meant[term] * Math.pow(idf, 1.6) * field;
          if (value > (best[at] || 0)) best[at] = value;
          spread[at] = Math.max(spread[at] || 0, meant[term]);
          if (weight === 1) Object.keys(hit.sections).forEach(function (section) {
            var place = at + " " + section, byWord = together[place] = together[place] || {};
            byWord[i] = Math.max(byWord[i] || 0, rare * meant[term]);
          });
        });
      });
      var surest = Object.keys(meant).sort(function (a, b) { return meant[b] - meant[a]; })[0];
      var rare = surest ? engine.rare(surest) : 1;
      if (weight === 1) whole += rare;
      Object.keys(meant).forEach(function (term) { sure[term] = Math.max(sure[term] || 0, meant[term]); });
      Object.keys(best).forEach(function (at) {
        var s = scores[at] = scores[at] || { value: 0, covered: 0 };
        s.value += best[at];
        if (weight === 1) s.covered += rare * (0.5 + spread[at] / 2);
      });
    });
    Object.keys(together).forEach(function (place) {
      var at = place.split(" ")[0], words = together[place];
      near[at] = Math.max(near[at] || 0, Object.keys(words).reduce(function (sum, i) { return sum + words[i]; }, 0));
    });
    return Object.keys(scores).map(function (at) {
      var page = engine.order[at], s = scores[at], share = whole ? s.covered / whole : 1, close = whole ? (near[at] || 0) / whole : 1, value = s.value * page.boost * (0.15 + share * share) * (0.25 + close * close);
      var said = page.title.filter(function (w) { return sure[w] > 0.5; }), named = 0;
      function weigh(list) { return list.reduce(function (sum, w) { return sum + engine.rare(w); }, 0); }
      if (said.length) named = Math.min(said.length / page.title.length, weigh(said) / weigh(page.title));
      value *= 1 + 0.5 * named * named;
      if (page.entries[whole2]) value += 400;
      page.names.forEach(function (name) {
        if (name === whole2) value += 1000;
        else if (all.length && name === all.join(" ")) value += 600;
        else if ((" " + whole2 + " ").indexOf(" " + name + " ") >= 0 && name.length > 3) value += 12 + 6 * name.split(" ").length;
      });
      return { page: page, value: value };
    }).sort(function (a, b) { return b.value - a.value || a.page.at - b.page.at; });
  };

  /* The text with the meant words marked, beginning near the first of them. */
  function marked(html, terms) {
    return html.replace(/[^<>]+(?=<|$)/g, function (run) {
      return run.replace(/[A-Za-z0-9\u00c0-\u024f]+/g, function (word) { return terms[fold(word)] ? "<mark>" + word + "</mark>" : word; });
    });
  }

  Engine.prototype.search = function (query) {
    var engine = this, typed = words(query), terms = {};
    if (!typed.length) return { items: [] };
    var ranked = this.rank(query).filter(function (r, _, list) { return r.value > list[0].value * 0.04; }).slice(0, 20);
    typed.forEach(function (word, i) {
      if (SMALL[word] === 1 && typed.length > 1) return;
      Object.keys(engine.meant(word, i === typed.length - 1)).forEach(function (t) { terms[t] = 1; });
    });
    if (!ranked.length) return { items: this.nothing(query) };
    return { items: ranked.map(function (r) { return engine.item(r, terms); }) };
  };

  Engine.prototype.item = function (ranked, terms) {
    var engine = this, page = ranked.page, hits = {};
    Object.keys(terms).forEach(function (term) {
      var hit = (engine.terms[term] || {})[page.at];
      if (hit) Object.keys(hit.sections).forEach(function (at) { hits[at] = (hits[at] || 0) + 1 + Math.min(hit.sections[at], 4) / 5; });
    });
    function drawn(doc, score) {
      return { location: doc.location, title: marked(doc.title, terms), text: marked(doc.text, terms), score: score, terms: {} };
    }
    var sections = page.sections.filter(function (s) { return s.doc !== page.doc && hits[s.at]; })
      .sort(function (a, b) { return hits[b.at] - hits[a.at] || a.at - b.at; }).slice(0, 4);
    var top = page.doc || page.sections[0].doc;
    return [drawn(top, ranked.value)].concat(sections.map(function (s, i) { return drawn(s.doc, ranked.value * (i ? 0.5 / (i + 1) : 0.99)); }));
  };

  /* What to offer where no word is known: the nearest word, and the pages that help to go on. */
  Engine.prototype.nothing = function (query) {
    var engine = this, near = {};
    words(query).forEach(function (word) {
      var best = 4, found = "";
      Object.keys(engine.terms).forEach(function (term) { var far = term.length > 3 ? distance(word, term, 3) : 9; if (far < best) { best = far; found = term; } });
      if (found) near[found] = 1;
    });
    var guess = Object.keys(near).join(" ");
    return this.helpers.map(function (helper) {
      var text = helper.help.text + (guess ? " " + helper.help.guess + " <mark>" + guess + "</mark>" : "");
      return [{ location: helper.location, title: helper.title, text: "<p>" + text + "</p>", score: 1, terms: {} }];
    });
  };

  if (typeof module === "object") module.exports = Engine; else window.SearchEngine = Engine;
})();
