// Keys: along the list, from the chosen event to its neighbours and away from it, to the search and the help.
"use strict";

((app) => {
  const { byId } = app;
  const bare = (event) => !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

  // -- the list: the Tab key enters it once, arrows go along time
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const enter = (entry) => {
    for (const other of document.querySelectorAll("#listing .entry[tabindex='0']")) other.tabIndex = -1;
    entry.tabIndex = 0;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest" });
  };
  const walk = (event, entry) => {
    const all = [...document.querySelectorAll("#listing .entry")];
    const at = all.indexOf(entry) + (steps[event.key] || 0);
    const to = { Home: all[0], End: all[all.length - 1] }[event.key] || all[Math.min(Math.max(at, 0), all.length - 1)];
    event.preventDefault();
    enter(to);
  };

  // -- keys that need no focus; a reader may switch off those that are characters
  const allowed = () => localStorage.getItem("shortcuts") !== "off";
  const allow = (yes) => localStorage.setItem("shortcuts", yes ? "on" : "off");
  const characters = { "/": () => byId("q").focus(), "?": () => {
    app.presses.open("help");
    byId("help-keys").scrollIntoView();
  } };
  const fields = "input:not([type='checkbox'], [type='radio']), select, textarea, [contenteditable]";
  const character = (event) => {
    const free = !event.target.closest(fields) && !document.querySelector("dialog[open]");
    const chord = event.ctrlKey || event.metaKey || event.altKey; // shift makes a "?"
    return free && !chord && allowed() && characters[event.key];
  };

  const links = { ArrowLeft: ".card-foot .before", ArrowRight: ".card-foot .after", Escape: ".shut" };
  const pressed = (event) => {
    if (event.key === "Escape" && byId("filters").classList.contains("open")) return app.presses.close("filters");
    const act = character(event);
    if (act) {
      event.preventDefault();
      return act();
    }
    if (!bare(event)) return;
    const entry = event.target.closest("#listing .entry");
    if (entry && (event.key in steps || event.key === "Home" || event.key === "End")) return walk(event, entry);
    const wanted = links[event.key];
    if (!wanted || event.target.closest("input, select, dialog")) return;
    const link = document.querySelector(`#card ${wanted}`);
    if (!link) return;
    event.preventDefault();
    link.click();
  };
  app.keys = { pressed, enter, allowed, allow };
})(window.app);
