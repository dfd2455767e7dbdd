// The presenter's second window: it hears from the window that presents, and asks it to go on.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const talk = window.location.hash.slice(1);
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`talk-${talk}`) : undefined;
  const say = (message) => {
    if (channel) channel.postMessage(message);
    else if (window.opener) window.opener.postMessage(message, window.location.origin);
  };
  let began;
  const show = ({ story, place, title, note, next, scheme, began: at }) => {
    byId("place").textContent = [story, place].filter(Boolean).join(", ");
    byId("title").textContent = title;
    byId("note").textContent = note || "This scene has no note.";
    byId("note").classList.toggle("silent", !note);
    byId("next").textContent = next || "This is the last scene.";
    document.documentElement.dataset.scheme = scheme;
    began = at;
    tick();
  };
  const hear = ({ data, origin, source }) => {
    if (source && (origin !== window.location.origin || source !== window.opener)) return;
    if (data && data.kind === "scene") show(data.scene);
  };
  if (channel) channel.onmessage = hear;
  else window.addEventListener("message", hear);

  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const now = new Date();
    byId("now").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    const gone = began ? Math.max(0, Math.floor((now - began) / 1000)) : 0;
    byId("gone").textContent = began ? `${Math.floor(gone / 60)}:${two(gone % 60)}` : "";
  };
  setInterval(tick, 1000);
  tick();

  const keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next",
    ArrowLeft: "before", ArrowUp: "before", PageUp: "before", Home: "first", End: "last", b: "black", ".": "black",
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === " " && event.target.closest("button"))) return;
    const way = keys[event.key];
    if (!way) return;
    event.preventDefault();
    say({ kind: "go", way });
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-way]");
    if (button) say({ kind: "go", way: button.dataset.way });
  });
  say({ kind: "hello" });
})();
