// Presses, by pointer or Enter: they open and close, answer, and follow links without a page load.
"use strict";

((app) => {
  const { byId, setProps } = app;

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

  // -- links inside the app change the address alone; the page follows from it
  // What the last one was: an entry of the list, to which closing the card leads back; by keys, when the focus
  // goes to the card.
  const last = { inList: false, byKeys: false };
  const follow = (event) => {
    const link = event.target.closest("a[href^='/']");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href);
    if (link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    last.byKeys = event.detail === 0 && link.matches(".entry");
    last.inList = link.matches(".entry") || (last.inList && byId("card").contains(link));
    const { pathname, search } = window.location;
    if (to.pathname !== pathname || to.search !== search) setProps("address", { pathname: to.pathname, search: to.search });
  };

  const pressed = (event) => {
    const button = event.target.closest("button");
    const { opens, closes, dismisses, more } = button ? button.dataset : {};
    if (opens) open(opens);
    else if (closes) close(closes);
    else if (dismisses) button.closest(`.${dismisses}`).remove();
    else if (more !== undefined) app.form.showRest(button);
    else if (button && button.dataset.seen) app.form.answer(button.dataset);
    else if (button && button.dataset.season) app.form.step(button.dataset.season);
    else if (event.target.matches("dialog[open]")) event.target.close();
    else follow(event);
  };
  app.presses = { pressed, open, close, last };
})(window.app);
