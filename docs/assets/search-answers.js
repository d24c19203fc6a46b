/* What the search box answers. MiniSearch ranks and a stemmer joins the forms of a word, both in vendor/;
   here is only what is put in, and how an answer looks. All words come with the index. */
(function () {
  "use strict";
  var LONGEST = 12, SHOWN = 20, SNIPPET = 220, PHRASE = 3, COVER = 2, FOCUS = 2, HEAD = 0.8, SOFT = 0.2, SLOT = 1, BOOST = { page: 2, heading: 2, asked: 2 };

  /* The words of a text, as they are told apart: without case, accents, ligatures, apostrophes. */
  function words(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060'’‘ʼ`´]/g, "").match(/[\p{L}\p{N}]+/gu) || [];
  }
  /* The words of a text, and each compound as one word, too: low-grade is also found as lowgrade. */
  function indexed(text) {
    return text.split(/\s+/).reduce(function (all, part) {
      var found = words(part);
      return all.concat(found, found.length > 1 && found.length < 4 ? found.join("") : []);
    }, []);
  }
  /* The last part of a page's address. */
  function part(page) { return page.split("/").slice(-2)[0]; }
  function escaped(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }

  function Answers(index) {
    var answers = this, small = new Set(index.config.small.split(" ")), columns = Object.keys(index.docs);
    this.docs = index.docs.location.map(function (_, at) { return Object.fromEntries(columns.map(function (key) { return [key, index.docs[key][at]]; })); });
    this.docs.forEach(function (doc) { doc.text = doc.text.replace(/\t(\d+)/g, function (_, number) { return index.config.often[number]; }); });
    this.config = index.config;
    Object.setPrototypeOf(index.config.slots, null);
    same = Object.create(null);   // without what each object has: "constructor" is a word, too
    stems = new Map();
    Object.keys(index.config.same).forEach(function (word) { same[porter2Stemmer(word)] = porter2Stemmer(index.config.same[word]); });
    this.soft = new Set(index.config.soft.split(" ").map(stem));   // words that tell little
    this.slots = Object.entries(index.config.slots).map(function (slot) { return { place: "--" + slot[0], asked: slot[1].map(function (phrase) { return words(phrase).map(stem); }) }; });
    this.isSmall = function (word) { return small.has(word); };
    this.known = new Set();
    this.whole = new Set();   // those of them that are no compounds
    this.stems = new Set();
    this.named = new Map();   // each name and phrase, as stems, with the sections that it leads to
    var heads = Object.create(null);
    this.docs.forEach(function (doc, at) {
      doc.id = at;
      doc.page = doc.location.split("#")[0];
      if (doc.page === doc.location) heads[doc.page] = doc;
    });
    this.heads = heads;
    this.literal = new Set();
    this.about = new Map();   // each name of a page, as stems, with the last part of the address
    var own = Object.create(null);   // and of each such part, the page
    Object.keys(heads).forEach(function (page) { own[part(page)] = heads[page]; });
    function subject(doc) { return own[doc.location.split("--")[1]] || heads[doc.page] || doc; }
    function settings(fields) {
      return { fields: fields, tokenize: indexed, processTerm: function (word) { return small.has(word) ? null : answers.learn(word); }, storeFields: ["at", "long"] };
    }
    this.sections = new MiniSearch(settings(["page", "heading", "asked", "text"]));
    this.phrases = new MiniSearch(settings(["phrase"]));
    var phrases = [];
    this.docs.forEach(function (doc) {
      var head = heads[doc.page] || doc;
      (doc.names || []).concat(doc.asked || [], doc.words || []).forEach(function (phrase, i, all) {
        answers.literal.add(words(phrase).map(stem).join(" "));
        var key = answers.key(words(phrase));
        answers.named.set(key, (answers.named.get(key) || []).concat(doc.id));
        if (i < all.length - (doc.words || []).length) phrases.push({ id: phrases.length, at: doc.id, phrase: phrase, long: answers.key(words(phrase)).split(" ").length });
      });
      if (doc === head) (doc.names || []).concat(doc.title, doc.asked || []).forEach(function (name) { answers.about.set(answers.key(words(name)), part(doc.page)); });
      var key = answers.key(words(doc === head ? doc.title : ""));
      if (key) answers.named.set(key, [doc.id].concat(answers.named.get(key) || []));
    });
    this.docs.forEach(function (doc) { words([doc.text].concat(doc.names || [], doc.words || []).join(" ")).forEach(function (word) { answers.whole.add(word); }); });
    this.sections.addAll(this.docs.map(function (doc) {
      var head = subject(doc);
      return { id: doc.id, at: doc.id, page: [head.title].concat(head.names || []).join(" "), heading: doc === head ? "" : [doc.under || "", doc.title].join(" "), asked: (doc.asked || []).concat(index.config.slots[doc.location.split("--")[1]] || []).join(" \n"), text: doc.text };
    }));
    this.phrases.addAll(phrases);
    this.spelled = new MiniSearch({ fields: ["word"], idField: "word", tokenize: function (word) { return [word]; }, processTerm: function (word) { return word; } });
    this.spelled.addAll(Array.from(this.known, function (word) { return { word: word }; }));
  }

  var stems, same;   // same: stems of one word that is spelled in two ways
  function stem(word) {
    var found = stems.get(word);
    if (found === undefined) stems.set(word, found = same[porter2Stemmer(word)] || porter2Stemmer(word));
    return found;
  }
  /* The stem of a word of the index, which is known from then on. */
  Answers.prototype.learn = function (word) { this.known.add(word); this.stems.add(stem(word)); return stem(word); };
  Answers.prototype.has = function (word) { return this.stems.has(stem(word)); };
  /* What a phrase is known by: its stems without small words, or also without those that tell little. */
  Answers.prototype.key = function (list, firm) {
    var answers = this, telling = list.filter(function (word) { return !answers.isSmall(word) && !(firm && answers.soft.has(stem(word))); });
    return (telling.length ? telling : list).map(stem).join(" ");
  };

  function inParts(list) { list.parts = true; return list; }
  /* The known words that a typed word may stand for: itself, with two letters swapped, two known words run
     together, its beginning, the nearest. */
  Answers.prototype.meant = function (word) {
    var answers = this, cut;
    if (this.has(word)) return [word];
    for (cut = 1; cut < word.length - 1; cut++) {
      var swapped = word.slice(0, cut) + word[cut + 1] + word[cut] + word.slice(cut + 2);
      if (this.has(swapped)) return [swapped];
    }
    var found = word.length > 2 ? this.near(word, { prefix: true }) : [];
    for (var far = 1; !found.length && far < 4 && word.length >= [0, 5, 7, 12][far]; far++) found = this.near(word, { fuzzy: far });
    var apart = !found.length && this.apart(word);
    if (apart) return inParts(apart);
    for (cut = 4; !found.length && cut <= word.length - 4; cut++) {
      var parts = [word.slice(0, cut), word.slice(cut)].map(function (half) { return answers.has(half) ? half : (answers.near(half, { fuzzy: 1 })[0] || {}).id; });
      if (parts[0] && parts[1] && parts.some(function (half) { return word.includes(half); })) return inParts(parts);
    }
    var best = found.length ? found[0].score : 0;
    return found.filter(function (hit) { return hit.score > 0.8 * best; }).map(function (hit) { return hit.id; });
  };

  /* The known and small words that are run together in a word, the longest first. */
  Answers.prototype.apart = function (word) {
    for (var cut = word.length; cut > 0; cut--) {
      var first = word.slice(0, cut), rest = word.slice(cut);
      if (!(this.isSmall(first) || (this.has(first) && (cut > 2 || /^\d+$/.test(first))))) continue;
      rest = rest && this.apart(rest);
      if (rest !== null) return [first].concat(rest || []);
    }
    return null;
  };

  /* Known words that are spelled like a word. Where more than a fifth of it is wrong, its first letter must be right. */
  Answers.prototype.near = function (word, options) {
    return this.spelled.search(word, options).filter(function (hit) { return !(options.fuzzy > word.length / 5) || hit.id[0] === word[0]; }).slice(0, 4);
  };

  /* The pages that a query names, by the longest names in it. */
  Answers.prototype.subjects = function (list) {
    var found = new Set(), answers = this;
    found.rest = false;
    for (var i = 0, end; i < list.length; i = Math.max(end, i + 1)) {
      for (end = Math.min(list.length, i + 5); end > i; end--) {
        var name = this.about.get(this.key(list.slice(i, end)));
        if (name) { found.add(name); break; }
      }
      if (end === i) found.rest = true;
    }
    return found;
  };

  /* Whether words are the parts of one: a known word, or one where most parts stand nowhere. */
  Answers.prototype.oneWord = function (list) {
    var answers = this, word = list.join(""), strange = list.filter(function (part) { return !answers.isSmall(part) && !answers.has(part); }).length;
    if (list.length === 2 && this.whole.has(word)) return true;
    return strange > 0 && word.length > 5 && (this.known.has(word) || (2 * strange >= list.length && list.every(function (part) { return part.length < 6; }) && this.near(word, { fuzzy: 1 }).length > 0));
  };

  /* The telling words of a query, each as the words that it may stand for. */
  Answers.prototype.read = function (query) {
    var answers = this, typed = words(query), joined = [];
    for (var i = 0, end; i < typed.length; i = end) {
      for (end = Math.min(i + 4, typed.length); end > i + 1 && !this.oneWord(typed.slice(i, end)); end--);
      joined.push(typed.slice(i, end).join(""));
    }
    var telling = joined.filter(function (word) { return !answers.isSmall(word); }).slice(0, LONGEST);
    var meant = telling.map(function (word) { return answers.meant(word); });
    var none = !meant.some(function (list) { return list.length; });
    this.unknown = telling.filter(function (_, i) { return !meant[i].length; });
    var near = none && telling.map(function (word) { return answers.near(word, { fuzzy: word.length < 5 ? 1 : 2 })[0]; }).filter(Boolean)[0];
    this.guess = near ? near.id : "";
    this.spelledOut = meant.flatMap(function (list, i) { return list.parts ? list : list[0] || telling[i]; });
    this.said = new Set(joined.concat(this.spelledOut).map(stem));
    return meant.flatMap(function (list) { return list.parts ? list.filter(function (word) { return !answers.isSmall(word); }).map(function (word) { return [word]; }) : list.length ? [list] : []; });
  };

  /* The sections that a query asks for by the name of their page and by what all such pages tell, with how many words. */
  Answers.prototype.told = function (subjects) {
    var answers = this, found = new Map();
    this.slots.forEach(function (slot) {
      var long = Math.max.apply(null, slot.asked.map(function (phrase) {
        return phrase.every(function (word) { return answers.said.has(word); }) ? phrase.reduce(function (sum, word) { return sum + (answers.isSmall(word) || answers.soft.has(word) ? 0.5 : 1); }, 0) : 0;
      }));
      if (long) subjects.forEach(function (subject) { found.set(subject + slot.place, long); });
    });
    return found;
  };

  /* Sections with how well each fits, best first. What counts is how much of the query a section knows, the
     telling words more; what people type word for word leads to its own section before all others. */
  Answers.prototype.rank = function (query) {
    var meant = this.read(query), docs = this.docs, answers = this, found = new Map(), told = new Map(), group = new Map(), common = meant.map(function () { return new Set(); });
    meant.forEach(function (list, i) { list.forEach(function (word) { group.set(stem(word), i); }); });
    var tree = { combineWith: "OR", queries: meant.map(function (list) { return { combineWith: "OR", queries: list }; }) };
    function groups(hit) { return new Set(hit.queryTerms.map(function (term) { return group.get(term); })); }
    function at(id) {
      if (!found.has(id)) found.set(id, { doc: docs[id], score: 0, near: 0, first: 0, covered: new Set() });
      return found.get(id);
    }
    if (meant.length) {
      var weigh = { boost: BOOST, boostTerm: function (term) { return answers.soft.has(term) ? SOFT : 1; } };
      this.sections.search(tree, weigh).forEach(function (hit) {
        var one = at(hit.at);
        one.score = hit.score;
        one.covered = groups(hit);
        one.covered.forEach(function (i) { common[i].add(hit.at); });
      });
      var telling = common.map(function (where, i) { return Math.log(1 + docs.length / (1 + where.size)) * (meant[i].every(function (word) { return answers.soft.has(stem(word)); }) ? SOFT : 1); });
      var subjects = this.subjects(this.spelledOut);
      told = this.told(subjects);
      var whole = telling.reduce(function (sum, t) { return sum + t; }, 0);
      var share = function (covered) { var sum = 0; covered.forEach(function (i) { sum += telling[i]; }); return sum / whole; };
      this.phrases.search(tree, weigh).forEach(function (hit) {
        var one = at(hit.at), covered = groups(hit);
        one.near = Math.max(one.near, hit.score * Math.pow(share(covered), 2) * covered.size / Math.max(covered.size, hit.long));
      });
      found.forEach(function (one) {
        if (told.size && one.doc.location === one.doc.page && subjects.has(part(one.doc.page))) one.near = 0;
        one.score = (one.score + PHRASE * one.near) * Math.pow(share(one.covered), COVER) * (subjects.has(part(one.doc.page)) ? FOCUS * (subjects.rest && one.doc.location === one.doc.page ? HEAD : 1) : 1) * (1 + SLOT * (told.get(one.doc.location.split("#")[1]) || 0));
      });
    }
    var exact = [words(query), this.spelledOut].reduce(function (ids, list) { return ids || answers.named.get(answers.key(list)) || answers.named.get(answers.key(list, true)); }, null) || [];
    if (told.size && this.docs.some(function (doc) { return told.has(doc.location.split("#")[1]); }) && !this.literal.has(words(query).map(stem).join(" "))) exact = exact.filter(function (id) { return docs[id].location !== docs[id].page; });
    exact.forEach(function (id, i) { at(id).first = exact.length - i; });
    var list = Array.from(found.values());
    list.sort(function (a, b) { return b.first - a.first || b.score - a.score || a.doc.id - b.doc.id; });
    return { list: list, terms: new Set(group.keys()) };
  };

  /* The sentence with most of the meant words and what follows it, with these words marked. */
  function snippet(text, terms) {
    var sentences = text.match(/[^.?!]+(?:[.?!]+(?!\s)[^.?!]*)*[.?!]*\s*/g) || [], best = 0, most = -1;
    sentences.forEach(function (sentence, i) {
      var count = new Set(indexed(sentence).map(stem).filter(function (stem) { return terms.has(stem); })).size;
      if (count > most) { most = count; best = i; }
    });
    var shown = sentences.slice(best).join("");
    if (shown.length > SNIPPET) shown = shown.slice(0, shown.lastIndexOf(" ", SNIPPET)) + " …";
    return marked((best ? "… " : "") + shown, terms);
  }
  function marked(text, terms) {
    return text.split(/(\s+|[-–/(),;:.])/).map(function (part) {
      var stems = words(part).map(stem);
      return stems.length && stems.every(function (stem) { return terms.has(stem); }) ? "<mark>" + escaped(part) + "</mark>" : escaped(part);
    }).join("");
  }

  /* One list for each page, best first: the theme draws the first as its title, and links it as we say. */
  Answers.prototype.search = function (query) {
    var ranked = this.rank(query), pages = new Map(), heads = this.heads;
    ranked.list.forEach(function (hit) {
      if (!pages.has(hit.doc.page)) pages.set(hit.doc.page, []);
      pages.get(hit.doc.page).push(hit);
    });
    return Array.from(pages.values()).slice(0, SHOWN).map(function (hits) {
      var top = Math.max(hits[0].score, hits[1] ? hits[1].score : 0), head = heads[hits[0].doc.page] || hits[0].doc;
      var drawn = hits.slice(0, 4).filter(function (hit, i) { return !i || (hit.doc !== head && hit.score > top / 3); }).map(function (hit, i) {
        var title = hit.doc.under ? hit.doc.under + ": " + hit.doc.title : hit.doc.title;
        return { location: hit.doc.location, title: marked(title, ranked.terms), text: "<p>" + snippet(hit.doc.text, ranked.terms) + "</p>", score: i ? top / 2 : top, terms: {} };
      });
      if (hits[0].doc !== head) drawn.push({ location: hits[0].doc.location, title: marked(head.title, ranked.terms), text: "", score: top, terms: {} });
      return drawn;
    });
  };

  if (typeof module === "object") module.exports = Answers; else window.SearchAnswers = Answers;
})();
