// The start: when Dash has put the page there, listen to it.
"use strict";

((app) => {
  const { byId } = app;
  const start = () => {
    const root = byId("page").parentElement;
    root.addEventListener("click", app.presses.pressed);
    document.addEventListener("keydown", app.keys.pressed);
    root.addEventListener("change", app.form.changed);
    root.addEventListener("focusout", app.form.left);
    root.addEventListener("input", app.form.typed);
    root.addEventListener("submit", (event) => event.preventDefault());
    app.report.start();
  };
  const arrival = new MutationObserver(() => {
    if (!byId("stage")) return;
    arrival.disconnect();
    start();
  });
  arrival.observe(document.documentElement, { childList: true, subtree: true });
})(window.app);
