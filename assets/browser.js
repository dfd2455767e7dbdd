// What only the browser knows or can do: its size and colour scheme, the form's query, links without a
// page load, painting an answer's HTML, dialogs, arrow keys. No state of the reader's view lives here.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const setProps = (id, props) => window.dash_clientside.set_props(id, props);
  const wide = window.matchMedia("(min-width: 1000px)");
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  // -- the report: window width, stage height, the system's colour scheme
  let reported = "";
  let path; // of the page that is painted
  let height = 0;
  let asked = false; // whether a control has asked and no answer has come: a report now would overtake it
  const report = () => {
    const stage = byId("stage");
    if (!stage) return;
    if (asked) return resized();
    // On narrow screens the page scrolls, and the stage is as high as what is in it; the timeline's picture
    // alone is as high as its stage.
    if (!wide.matches) height = window.innerHeight - 220;
    else if (!height || path === undefined || path === "/") height = stage.clientHeight;
    const data = {
      width: document.documentElement.clientWidth,
      height,
      tall: window.innerHeight,
      dark: system.matches,
      touch: window.matchMedia("(pointer: coarse)").matches,
    };
    const said = JSON.stringify(data);
    if (said !== reported) setProps("browser", { data });
    reported = said;
  };
  let settling = 0;
  const resized = () => {
    clearTimeout(settling);
    settling = setTimeout(report, reported ? 120 : 0);
  };

  // -- the controls are one form; its query is what the reader asks for
  let turn = 0;
  const send = (query, more) => {
    asked = true;
    setProps("form", { data: { query, turn: ++turn, ...more } });
  };
  const ask = (changes = {}, more = {}) => {
    const answers = new Map();
    for (const [name, value] of new FormData(byId("page"))) {
      if (value) answers.set(name, answers.has(name) ? `${answers.get(name)},${value}` : value);
    }
    for (const [name, value] of Object.entries(changes)) answers.set(name, value);
    send(new URLSearchParams([...answers]).toString(), more);
  };
  let typing = 0;
  const changed = ({ target }) => {
    if (target.id === "shortcuts") localStorage.setItem("shortcuts", target.checked ? "on" : "off");
    if (target.dataset.column) column(target);
    if (target.name === "seen") return watch(target);
    if (target.dataset.end) slid(target);
    // A month that is typed is one once it lies between the first and the last.
    if (target.type === "month" && !target.checkValidity()) return;
    if (target.name || target.dataset.end || target.dataset.month) ask();
  };

  // -- how far the reader has watched: this browser remembers it, and the address says it
  const watched = (seen) => setProps("memory", { data: { set: byId("seen").dataset.set, seen } });
  const step = (season) => ask({ seen: byId("seen").dataset.now }, { season: Number(season) });
  const watch = (choice) => {
    if (choice.value === "more") return step(choice.selectedOptions[0].dataset.season);
    watched(choice.value);
    ask();
  };
  const answer = ({ seen, address }) => {
    watched(seen);
    if (address === undefined) ask({ seen });
    else send(window.location.search.slice(1));
  };
  const typed = ({ target }) => {
    if (target.classList.contains("finder")) find(target);
    if (target.dataset.end) keepApart(target);
    if (target.dataset.month) byId(target.dataset.month).value = monthOf(Number(target.value));
    if (target.name !== "q") return;
    clearTimeout(typing);
    typing = setTimeout(ask, 250);
  };

  // -- the overview's sliders count months; an end at its limit means no end
  const monthOf = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  const slid = (slider) => {
    const upper = slider.dataset.end === "to";
    const open = slider.value === (upper ? slider.max : slider.min);
    const month = Number(slider.value) - (upper ? 1 : 0);
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    const whole = Number(slider.value) % 12 === 0;
    byId(slider.dataset.end).value = open ? "" : whole ? year : monthOf(month);
  };
  const keepApart = (slider) => {
    const from = Number(byId("slider-from").value);
    const to = Number(byId("slider-to").value);
    if (from < to) return;
    slider.value = slider.dataset.end === "to" ? from + 1 : to - 1;
  };

  // -- long facets: more of them, and a field that finds a value
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const find = (field) => {
    const wanted = fold(field.value.trim());
    const facet = field.closest("fieldset");
    facet.classList.toggle("finding", wanted !== "");
    for (const row of facet.querySelectorAll("label")) {
      row.classList.toggle("found", wanted !== "" && fold(row.textContent).includes(wanted));
    }
  };
  const more = (button) => button.closest("fieldset").classList.add("open");

  let fromList = false; // whether the card was opened in the list: then closing it leads back there
  let byKeys = false; // whether the keyboard chose the event: then the focus goes to its card
  // -- links inside the app change the address alone; the page follows from it
  const follow = (event) => {
    const link = event.target.closest("a[href^='/']");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href);
    if (link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    byKeys = event.detail === 0 && link.matches(".entry");
    fromList = link.matches(".entry") || (fromList && byId("card").contains(link));
    const { pathname, search } = window.location;
    if (to.pathname !== pathname || to.search !== search) setProps("address", { pathname: to.pathname, search: to.search });
  };

  // -- dialogs: the help, and on narrow screens the filters
  const open = (id) => {
    const panel = byId(id);
    if (panel.showModal) return panel.showModal();
    panel.classList.add("open");
    for (const other of panel.parentElement.children) other.inert = other !== panel;
    panel.querySelector("button").focus();
  };
  const close = (id) => {
    const panel = byId(id);
    if (panel.close) return panel.close();
    panel.classList.remove("open");
    for (const other of panel.parentElement.children) other.inert = false;
    document.querySelector(`[data-opens="${id}"]`).focus();
  };
  const press = (event) => {
    const button = event.target.closest("button");
    const { opens, closes, dismisses, more: hidden } = button ? button.dataset : {};
    if (opens) open(opens);
    else if (closes) close(closes);
    else if (dismisses) button.closest(`.${dismisses}`).remove();
    else if (hidden !== undefined) more(button);
    else if (button && button.dataset.seen) answer(button.dataset);
    else if (button && button.dataset.season) step(button.dataset.season);
    else if (event.target.matches("dialog[open]")) event.target.close();
    else follow(event);
  };

  // -- the table: its script is fetched when the first table is asked for
  let library;
  const fetched = (source) => {
    library ||= new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: source, onload: done, onerror: failed });
      document.head.append(script);
    });
    return library;
  };
  const kit = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  kit.EventLink = ({ data, value }) => window.React.createElement("a", { href: data.href }, value);
  let latest;
  const hidden = new Set();
  const table = async (asked) => {
    if (!asked && !latest) return;
    latest = asked;
    if (asked) {
      for (const column of asked.grid.props.columnDefs) column.hide = hidden.has(column.field);
      await fetched(asked.script);
    }
    if (asked === latest) setProps("table", { children: asked ? asked.grid : null });
  };
  const column = ({ dataset, checked }) => {
    if (checked) hidden.delete(dataset.column);
    else hidden.add(dataset.column);
    const columnDefs = latest.grid.props.columnDefs.map((each) => ({ ...each, hide: hidden.has(each.field) }));
    setProps("grid", { columnDefs });
  };

  // -- the list: the Tab key enters it once, arrows go along time
  const entries = () => [...document.querySelectorAll("#listing .entry")];
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const enter = (entry) => {
    for (const other of document.querySelectorAll("#listing .entry[tabindex='0']")) other.tabIndex = -1;
    entry.tabIndex = 0;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest" });
  };
  const walk = (event, entry) => {
    const all = entries();
    const at = all.indexOf(entry) + (steps[event.key] || 0);
    const to = { Home: all[0], End: all[all.length - 1] }[event.key] || all[Math.min(Math.max(at, 0), all.length - 1)];
    event.preventDefault();
    enter(to);
  };

  // -- keys that need no focus; a reader may switch off those that are characters
  const allowed = () => localStorage.getItem("shortcuts") !== "off";
  const characters = { "/": () => byId("q").focus(), "?": () => {
    open("help");
    byId("help-keys").scrollIntoView();
  } };

  // -- keys: from the chosen event to its neighbours, and away from it
  const keys = { ArrowLeft: ".card-foot .before", ArrowRight: ".card-foot .after", Escape: ".card .shut" };
  const key = (event) => {
    if (event.key === "Escape" && byId("filters").classList.contains("open")) return close("filters");
    const typing = event.target.closest("input:not([type='checkbox'], [type='radio']), select, textarea, [contenteditable]");
    if (!typing && characters[event.key] && allowed() && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      return characters[event.key]();
    }
    const item = event.target.closest("#listing .entry");
    const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (item && plain && (event.key in steps || event.key === "Home" || event.key === "End")) return walk(event, item);
    const wanted = keys[event.key];
    if (!wanted || event.target.closest("input, select, dialog")) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = document.querySelector(`#card ${wanted.replace(".card ", "")}`);
    if (!link) return;
    event.preventDefault();
    link.click();
  };

  // -- painting: change the page's HTML into the answer's, and keep focus, scroll and what is half typed
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
  const painted = {};
  // Another page begins at its top, for eyes and for ears.
  const turned = () => {
    window.scrollTo(0, 0);
    byId("stage").scrollTop = 0;
    byId("main").focus({ preventScroll: true });
  };
  const showChosen = () => {
    const entry = document.querySelector("#listing .entry[aria-current]");
    if (entry) entry.scrollIntoView({ block: "nearest" });
  };
  // What only this browser remembers stands in the page as it was left.
  const settings = () => {
    byId("shortcuts").checked = allowed();
    for (const box of document.querySelectorAll("[data-column]")) box.checked = !hidden.has(box.dataset.column);
  };
  const paint = (parts) => {
    if (!parts) return;
    asked = false;
    const focused = document.activeElement.id;
    const before = byId("page").className;
    const left = document.querySelector("#listing .entry[aria-current]");
    const inCard = byId("card").contains(document.activeElement) || document.activeElement === document.body;
    const back = fromList && inCard && left;
    for (const [id, html] of Object.entries(parts.html)) {
      if (painted[id] === html) continue;
      painted[id] = html;
      const source = document.createElement("template");
      source.innerHTML = html;
      fill(byId(id), source.content);
    }
    const arrives = parts.page.includes("with-card") && !before.includes("with-card");
    const leaves = !parts.page.includes("with-card") && before.includes("with-card");
    byId("page").className = parts.page;
    document.documentElement.dataset.scheme = parts.scheme;
    document.title = parts.title;
    document.querySelectorAll(".finder").forEach(find);
    // A row that moved has lost its focus on the way.
    if (focused && byId(focused) && document.activeElement.id !== focused) byId(focused).focus({ preventScroll: true });
    if ((arrives && !wide.matches) || (byKeys && byId("card-title"))) byId("card-title").focus();
    byKeys = false;
    if (leaves) fromList = false;
    if (path !== undefined && path !== parts.path) turned();
    else if (leaves && back && byId(left.id)) enter(byId(left.id));
    else if (/shows-list|with-list/.test(parts.page)) showChosen();
    path = parts.path;
    settings();
    table(parts.table);
  };

  const start = () => {
    const root = byId("page").parentElement;
    root.addEventListener("click", press);
    document.addEventListener("keydown", key);
    root.addEventListener("change", changed);
    root.addEventListener("input", typed);
    root.addEventListener("submit", (event) => event.preventDefault());
    new ResizeObserver(resized).observe(byId("stage"));
    window.addEventListener("resize", resized);
    system.addEventListener("change", report);
    report();
  };
  const arrival = new MutationObserver(() => {
    if (!byId("stage")) return;
    arrival.disconnect();
    start();
  });
  arrival.observe(document.documentElement, { childList: true, subtree: true });

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { page: { paint } });
})();
