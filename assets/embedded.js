// The page inside a frame: draws the picture as large as the frame, follows the reader, tells its height.
// It keeps nothing, and needs no right but to run: the frame may be of another site, or of none in a sandbox.
(() => {
  "use strict";
  const root = document.getElementById("embed");
  const box = document.getElementById("drawing");
  const byId = (id) => document.getElementById(id);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme === "auto" ? dark.matches : root.dataset.theme === "dark");
  const [ratio, least, most] = root.dataset.shape.split(",").map(Number);
  const config = { displayModeBar: false, showAxisDragHandles: false, doubleClick: false, showTips: false };
  const graph = document.createElement("div");
  const ring = document.createElement("i");
  ring.className = "ring";

  // -- height: what the frame needs is told to its parent; one that does not follow is filled as it is
  let natural = 0; // what the picture needs at this width
  let told = 0; // what the parent was told last
  let fixed = false; // whether the parent leaves the frame as it is
  const list = () => byId("events");
  const listed = () => (list().open ? list().offsetHeight - list().firstElementChild.offsetHeight : 0);
  const around = () => root.offsetHeight - box.offsetHeight;
  const tell = () => {
    const height = Math.ceil(around() + (natural || box.offsetHeight));
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: "divergence:height", id: root.dataset.id, height }, "*");
  };
  const base = () => Math.round(Math.min(Math.max(box.clientWidth * ratio, least), most));
  const room = () => Math.max(window.innerHeight - around() + listed(), least * 0.75);

  // -- the picture
  let library;
  const plotly = () => {
    library ||= new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: root.dataset.plotly, onload: () => done(window.Plotly), onerror: failed });
      document.head.append(script);
    });
    return library;
  };
  const say = (text) => {
    const line = box.querySelector(".wait") || box.appendChild(document.createElement("p"));
    line.className = "wait";
    line.textContent = text;
  };
  let turn = 0;
  let width = 0;
  const draw = async () => {
    if (lazy() || !box.clientWidth) return;
    const now = ++turn;
    width = box.clientWidth;
    const height = Math.round(fixed ? room() : base());
    if (!graph.isConnected) say("Drawing …");
    const size = `width=${width}&height=${height}&theme=${isDark() ? "dark" : "light"}`;
    try {
      const [Plotly, answer] = await Promise.all([plotly(), fetch(`${root.dataset.chart}&${size}`)]);
      const figure = await answer.json();
      if (now !== turn) return;
      figure.layout.dragmode = false; // a finger that starts on the picture scrolls the page
      if (!graph.isConnected) box.replaceChildren(graph);
      await Plotly.react(graph, figure.data, figure.layout, config);
      if (!fixed) natural = graph.offsetHeight;
      box.classList.add("drawn");
      if (!graph.dataset.heard) graph.on("plotly_click", ({ points }) => pointed(points[0]));
      graph.dataset.heard = "yes";
      circle();
    } catch (error) {
      if (now === turn && !graph.isConnected) say("The picture did not come. Its events stand below as text.");
    }
    tell();
    settle();
  };
  // A parent that follows has done so soon after; else the picture takes the room that there is.
  // Out of sight a browser lays frames out late or not at all: what is not seen decides nothing.
  let settling = 0;
  let seen = false;
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (!seen || !graph.isConnected || list().open) return;
      const before = fixed;
      fixed = Math.abs(window.innerHeight - told) > 2;
      const wanted = fixed ? room() : natural;
      if (before !== fixed || Math.abs(graph.offsetHeight - wanted) > 2) if (drawable(wanted)) draw();
    }, 300);
  };
  // Lanes that need more than the room have got it: asking again would give the same.
  let tried = "";
  const drawable = (wanted) => {
    const attempt = `${root.dataset.chart} ${box.clientWidth} ${Math.round(wanted)} ${fixed}`;
    if (attempt === tried) return false;
    tried = attempt;
    return true;
  };
  const resized = () => {
    tell();
    if (box.clientWidth && box.clientWidth !== width) picture();
    else settle();
  };

  // -- the chosen mark: its line below the picture, a ring about it
  let chosen = "";
  const marks = () => {
    const found = new Map();
    for (const trace of graph.data || []) {
      if (trace.name === "doors") continue;
      (trace.ids || []).forEach((id, i) => found.set(id, [trace.x[i], trace.y[i]]));
    }
    return found;
  };
  const circle = () => {
    const at = chosen && marks().get(chosen);
    if (!at) return ring.remove();
    [ring.style.left, ring.style.top] = at.map((px) => `${px}px`);
    graph.append(ring);
  };
  const choose = (event) => {
    const line = list().querySelector(`[data-event="${CSS.escape(event)}"]`);
    if (!line) return;
    chosen = event;
    byId("tip").replaceChildren(...[...line.childNodes].map((node) => node.cloneNode(true)));
    circle();
    tell();
  };
  // A mark that is no event leads to another view: one of this picture is shown here.
  const pointed = ({ id }) => {
    if (!id) return;
    if (id.startsWith("?")) show(id.slice(1));
    else choose(id);
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const walked = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const drawn = marks();
    const order = [...list().querySelectorAll("li")].map((line) => line.dataset.event).filter((id) => drawn.has(id));
    if (event.key === "Enter" && chosen) byId("tip").querySelector("a").click();
    else if (order.length && event.key === "Home") choose(order[0]);
    else if (order.length && event.key === "End") choose(order[order.length - 1]);
    else if (order.length && steps[event.key]) {
      const next = chosen ? order.indexOf(chosen) + steps[event.key] : 0;
      choose(order[Math.min(Math.max(next, 0), order.length - 1)]);
    } else return;
    event.preventDefault();
  };

  // -- another view: the server writes the page anew, and what differs takes its place
  let view = 0;
  let latest;
  const show = async (query) => {
    if (query === latest) return; // the Enter key both changes a field and sends its form
    latest = query;
    const now = ++view;
    const own = new URLSearchParams(root.dataset.own);
    const asked = new URLSearchParams(query);
    for (const [key, value] of own) asked.set(key, value);
    const text = await (await fetch(`${window.location.pathname}?${asked}`)).text();
    if (now !== view) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const focused = document.activeElement && document.activeElement.id;
    const open = list().open;
    for (const id of ["title", "controls", "notices", "tip", "events", "foot"]) {
      if (byId(id) && page.getElementById(id)) byId(id).replaceWith(page.getElementById(id));
    }
    list().open = open;
    Object.assign(root.dataset, page.getElementById("embed").dataset);
    document.title = page.title;
    chosen = "";
    if (focused && byId(focused)) byId(focused).focus({ preventScroll: true });
    root.classList.remove("lazy");
    draw();
  };
  const filled = () => {
    const answers = new Map();
    for (const [name, value] of new FormData(byId("controls"))) {
      if (value) answers.set(name, answers.has(name) ? `${answers.get(name)},${value}` : value);
    }
    show(new URLSearchParams([...answers]).toString());
  };

  // -- a still picture until it is touched
  const still = () => {
    width = box.clientWidth;
    const step = Math.max(Math.floor(box.clientWidth / 40) * 40, 320); // few widths, so that stills are made once
    const image = document.createElement("img");
    image.alt = `${byId("title").textContent}. Touch it to explore.`;
    image.onload = tell;
    image.onerror = wake; // a server that cannot draw files
    const size = `width=${step}&theme=${isDark() ? "dark" : "light"}`;
    image.src = `${root.dataset.still}&${size}`;
    box.replaceChildren(image);
  };
  const lazy = () => root.classList.contains("lazy");
  const picture = () => {
    if (!box.clientWidth) return; // a hidden slide measures zero
    if (lazy()) still();
    else draw();
  };
  const wake = () => {
    if (!lazy()) return;
    root.classList.remove("lazy");
    draw();
  };

  root.addEventListener("change", (event) => event.target.form && filled());
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    filled();
  });
  box.addEventListener("keydown", walked);
  for (const touch of ["pointerdown", "focusin", "click"]) box.addEventListener(touch, wake);
  window.addEventListener("resize", resized);
  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || !data || data.type !== "divergence:ask") return;
    told = 0;
    tell();
  });
  new ResizeObserver(resized).observe(root);
  new IntersectionObserver((entries) => {
    seen = entries[entries.length - 1].isIntersecting;
    if (seen) resized();
  }).observe(box);
  dark.addEventListener("change", picture);
  if (root.dataset.still) root.classList.add("lazy");
  picture();
})();
