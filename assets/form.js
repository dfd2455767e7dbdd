// The form: the page's controls, whose query is what the reader asks for.
"use strict";

((app) => {
  const { byId, setProps } = app;

  let turn = 0;
  const send = (query, more) => {
    app.report.wait();
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

  // -- sliders count months; an end of the overview's at its limit means no end
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
  const showRest = (button) => button.closest("fieldset").classList.add("open");

  const changed = ({ target }) => {
    if (target.id === "shortcuts") app.keys.allow(target.checked);
    if (target.dataset.column) app.table.column(target);
    if (target.name === "seen") return watch(target);
    if (target.dataset.end) slid(target);
    // A month that is typed is one once it lies between the first and the last.
    if (target.type === "month" && !target.checkValidity()) return;
    if (target.name || target.dataset.end || target.dataset.month) ask();
  };
  // One that was left out of their reach is asked for too: the answer says so, and writes the month it shows.
  const left = ({ target }) => {
    if (target.type !== "month") return;
    if (target.validity.rangeOverflow || target.validity.rangeUnderflow) ask();
  };
  let typing = 0;
  const typed = ({ target }) => {
    if (target.classList.contains("finder")) find(target);
    if (target.dataset.end) keepApart(target);
    if (target.dataset.month) byId(target.dataset.month).value = monthOf(Number(target.value));
    if (target.name !== "q") return;
    clearTimeout(typing);
    typing = setTimeout(ask, 250);
  };
  app.form = { answer, step, find, showRest, changed, left, typed };
})(window.app);
