// What the scripts beside this one share: `app`, which each gives its noun to. Dash loads them by their names, this
// one first; none calls another before the page is there. No state of the reader's view lives in any of them.
"use strict";

window.app = {
  byId: (id) => document.getElementById(id),
  setProps: (id, props) => window.dash_clientside.set_props(id, props),
  wide: window.matchMedia("(min-width: 1000px)"),
};
