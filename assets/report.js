// The report: what only the browser knows, the page's width, the stage's height, the colour scheme, the pointer.
"use strict";

((app) => {
  const { byId, setProps, wide } = app;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let reported = "";
  let path; // of the page that is painted
  let height = 0;
  let asked = false; // whether a control has asked and no answer has come: a report now would overtake it

  const report = () => {
    const stage = byId("stage");
    if (!stage) return;
    if (asked) return soon();
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
  const soon = () => {
    clearTimeout(settling);
    settling = setTimeout(report, reported ? 120 : 0);
  };

  const wait = () => { asked = true; };
  const answered = (of) => {
    asked = false;
    path = of;
  };
  const start = () => {
    new ResizeObserver(soon).observe(byId("stage"));
    window.addEventListener("resize", soon);
    system.addEventListener("change", report);
    report();
  };
  app.report = { start, wait, answered };
})(window.app);
