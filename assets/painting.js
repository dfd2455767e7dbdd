// Painting: change the page's HTML into the answer's, and keep focus, scroll and what is half typed.
"use strict";

((app) => {
  const { byId, wide } = app;

  // -- one element into another
  const kept = new Set(["open", "inert"]);
  const attributes = (old, wanted) => {
    for (const { name } of [...old.attributes]) {
      if (!wanted.hasAttribute(name) && !kept.has(name)) old.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) {
      if (name === "class" && old.tagName === "FIELDSET") continue;
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    if (old.tagName === "INPUT") {
      old.checked = wanted.hasAttribute("checked");
      const busy = old === document.activeElement && (old.name === "q" || old.type === "month" || old.classList.contains("finder"));
      if (!busy && !old.classList.contains("finder")) old.value = wanted.getAttribute("value") || "";
    }
  };
  // A node's twin is the one with its id; a node without an id is the same as the next one of its kind.
  const fill = (place, source) => {
    const byItsId = new Map([...place.childNodes].filter((node) => node.id).map((node) => [node.id, node]));
    let at = place.firstChild;
    for (const wanted of [...source.childNodes]) {
      const alike = at && !at.id && at.nodeName === wanted.nodeName ? at : undefined;
      const twin = wanted.id ? byItsId.get(wanted.id) : alike;
      if (twin && twin === at) at = at.nextSibling;
      else place.insertBefore(twin || wanted, at);
      if (twin) morph(twin, wanted);
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
    if (place.tagName === "SELECT") place.value = (place.querySelector("[selected]") || place.options[0]).value;
  };
  const morph = (old, wanted) => {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== wanted.data) old.data = wanted.data;
      return;
    }
    attributes(old, wanted);
    fill(old, wanted);
  };

  // -- an answer onto the page
  const painted = {};
  const places = (html) => {
    for (const [id, text] of Object.entries(html)) {
      if (painted[id] === text) continue;
      painted[id] = text;
      const source = document.createElement("template");
      source.innerHTML = text;
      fill(byId(id), source.content);
    }
  };
  // What only this browser remembers stands in the page as it was left.
  const settings = () => {
    byId("shortcuts").checked = app.keys.allowed();
    for (const box of document.querySelectorAll("[data-column]")) box.checked = app.table.shows(box.dataset.column);
    document.querySelectorAll(".finder").forEach(app.form.find);
  };
  // Another page begins at its top, for eyes and for ears.
  const turned = () => {
    window.scrollTo(0, 0);
    byId("stage").scrollTop = 0;
    byId("main").focus({ preventScroll: true });
  };
  // Back and Forward lead to where the reader stood: a picture that is drawn only then makes room later.
  const stood = new Map();
  let at;
  let returning = false;
  window.addEventListener("popstate", () => { returning = true; });
  const leave = () => {
    if (at) stood.set(at, [byId("stage").scrollTop, window.scrollY]);
  };
  const settle = () => {
    const [inStage, onPage] = stood.get(window.location.href);
    byId("stage").scrollTop = inStage;
    window.scrollTo(0, onPage);
  };
  const arrive = () => {
    if (!returning || !stood.has(window.location.href)) return turned();
    settle();
    setTimeout(settle, 300);
  };
  const chosen = () => document.querySelector("#listing .entry[aria-current]");

  // What pointing at a mark said belongs to the picture before; it would be said again beside the new one.
  const silence = () => {
    for (const drag of document.querySelectorAll(".picture .nsewdrag")) drag.dispatchEvent(new MouseEvent("mouseout"));
  };

  const withCard = () => byId("page").classList.contains("with-card");

  // -- where the reader was, and where the answer leads eyes and focus
  let path;
  const standing = () => ({
    focused: document.activeElement.id,
    card: withCard(),
    entry: chosen(),
    inCard: byId("card").contains(document.activeElement) || document.activeElement === document.body,
  });
  const lead = (was, parts) => {
    const { last } = app.presses;
    const leaves = was.card && !withCard();
    const back = leaves && last.inList && was.inCard && was.entry && byId(was.entry.id);
    // A row that moved has lost its focus on the way.
    const moved = was.focused && document.activeElement.id !== was.focused && byId(was.focused);
    if (moved) moved.focus({ preventScroll: true });
    if ((withCard() && !was.card && !wide.matches) || (last.byKeys && byId("card-title"))) byId("card-title").focus();
    last.byKeys = false;
    if (leaves) last.inList = false;
    if (path !== undefined && path !== parts.path) arrive();
    else if (back) app.keys.enter(back);
    else if (/shows-list|with-list/.test(parts.page) && chosen()) chosen().scrollIntoView({ block: "nearest" });
    path = parts.path;
    at = window.location.href;
    returning = false;
  };
  const paint = (parts) => {
    if (!parts) return;
    app.report.answered(parts.path);
    leave();
    const was = standing();
    silence();
    places(parts.html);
    byId("page").className = parts.page;
    document.documentElement.dataset.scheme = parts.scheme;
    document.title = parts.title;
    settings();
    lead(was, parts);
    app.table.show(parts.table);
  };
  window.dash_clientside = Object.assign(window.dash_clientside || {}, { page: { paint } });
})(window.app);
