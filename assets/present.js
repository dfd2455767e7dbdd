// On a stage: keys, clickers, swipes and clicks go from scene to scene; full screen, a black screen, notes in
// a second window. What is shown stands in the address alone; this follows the page's own links.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const stage = () => document.querySelector(".page.presenting");
  const go = (way) => {
    const link = document.querySelector(`.controls .${way}`);
    if (link) link.click();
    return Boolean(link);
  };

  // -- full screen, and a black screen while the audience listens
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  };
  const black = () => document.documentElement.classList.toggle("blank");

  // -- the notes' window: told by a channel of its own, and by message where there is none
  const remembered = (key, value) => {
    try {
      if (!sessionStorage.getItem(key)) sessionStorage.setItem(key, value);
      return sessionStorage.getItem(key);
    } catch {
      return value;
    }
  };
  const talk = remembered("talk", String(Math.random()).slice(2));
  const began = Number(remembered("began", String(Date.now())));
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`talk-${talk}`) : undefined;
  let second;
  const scene = () => {
    const next = document.querySelector(".controls .next");
    return {
      story: document.querySelector("#progress span")?.textContent,
      place: document.querySelector("#progress b")?.textContent,
      title: document.querySelector("#body h1")?.textContent,
      note: byId("spoken")?.textContent,
      next: next ? next.dataset.title : "",
      scheme: document.documentElement.dataset.scheme,
      began,
    };
  };
  const tell = () => {
    if (!stage()) return;
    const message = { kind: "scene", scene: scene() };
    if (channel) channel.postMessage(message);
    else if (second && !second.closed) second.postMessage(message, window.location.origin);
  };
  const hear = ({ data, origin, source }) => {
    if (source && (origin !== window.location.origin || source !== second)) return;
    if (!data || !stage()) return;
    if (data.kind === "hello") tell();
    if (data.kind === "go") act(data.way);
  };
  if (channel) channel.onmessage = hear;
  else window.addEventListener("message", hear);
  const notes = () => {
    if (!document.querySelector("[data-does='notes']")) return;
    second = window.open(`/notes#${talk}`, `notes-${talk}`, "popup,width=720,height=560");
  };

  // -- what keys and clickers ask for
  const scrolls = (by) => {
    const place = byId("stage");
    if (place.scrollHeight <= place.clientHeight + 2) return false;
    place.scrollBy({ top: by * place.clientHeight * 0.8 });
    return true;
  };
  const ways = {
    next: () => go("next"),
    before: () => go("before"),
    first: () => go("first"),
    last: () => go("last"),
    down: () => scrolls(1) || go("next"),
    up: () => scrolls(-1) || go("before"),
    leave: () => go("leave"),
    full,
    black,
    notes,
  };
  const keys = {
    ArrowRight: "next", PageDown: "next", " ": "next", Enter: "next", ArrowDown: "down",
    ArrowLeft: "before", PageUp: "before", Backspace: "before", ArrowUp: "up",
    Home: "first", End: "last", Escape: "leave", f: "full", n: "notes", b: "black", ".": "black",
  };
  const act = (way) => {
    if (way !== "black") document.documentElement.classList.remove("blank");
    ways[way]();
  };
  const allowed = () => {
    try {
      return localStorage.getItem("shortcuts") !== "off";
    } catch {
      return true;
    }
  };
  const key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!stage()) return present(event);
    // Whoever has gone to a button by the Tab key presses that button.
    const chosen = event.target.closest("a, button");
    if (chosen && (event.key === "Enter" || event.key === " ")) return;
    const way = event.key === " " && event.shiftKey ? "before" : keys[event.key.length > 1 ? event.key : event.key.toLowerCase()];
    if (!way) return event.key === "?" || event.key === "/" ? event.stopImmediatePropagation() : undefined;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat || way === "next" || way === "before") act(way);
  };
  // P presents the picture in sight, wherever there is one.
  const present = (event) => {
    const link = document.querySelector("[data-presents]");
    if (event.key === "Escape") shut(true);
    if (event.key.toLowerCase() !== "p" || event.shiftKey || !link || !allowed()) return;
    if (event.target.closest("input:not([type='checkbox'], [type='radio']), select, textarea, dialog")) return;
    event.preventDefault();
    link.click();
  };

  // -- a click leads on, in the left fifth back; a finger swipes, or taps at the sides
  let touched;
  const lands = ({ clientX }) => {
    const at = clientX / window.innerWidth;
    act(at < 0.2 ? "before" : "next");
  };
  const click = (event) => {
    const { target } = event;
    if (!stage() || !byId("stage").contains(target)) return;
    const button = target.closest("[data-does]");
    if (button) return act(button.dataset.does);
    if (target.closest(".controls, .notice")) return;
    if (event.pointerType === "touch" || touched) return;
    lands(event);
  };
  const down = (event) => {
    if (event.pointerType === "touch" && event.isPrimary) touched = { x: event.clientX, y: event.clientY };
    else touched = undefined;
  };
  const up = (event) => {
    if (!touched || !stage() || event.target.closest(".controls, .notice")) return;
    const [x, y] = [event.clientX - touched.x, event.clientY - touched.y];
    const at = event.clientX / window.innerWidth;
    if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) act(x < 0 ? "next" : "before");
    else if (Math.hypot(x, y) < 12 && (at < 0.2 || at > 0.8)) act(at < 0.2 ? "before" : "next");
  };

  // -- the controls are in sight while a pointer moves, or the Tab key is among them
  let resting = 0;
  const moved = () => {
    const page = stage();
    if (!page) return;
    document.documentElement.classList.add("moving");
    clearTimeout(resting);
    resting = setTimeout(() => document.documentElement.classList.remove("moving"), 2500);
  };

  // -- the menu closes when another place is pressed
  const shut = (back) => {
    const menu = byId("presents");
    if (!menu || !menu.open) return;
    menu.open = false;
    if (back) menu.querySelector("summary").focus();
  };
  const elsewhere = ({ target }) => {
    if (!target.closest("#presents") || target.closest("[data-presents]")) shut(false);
  };

  // -- each scene that is painted is told on; leaving ends what only a stage has
  const painted = () => {
    if (stage()) return tell();
    document.documentElement.classList.remove("blank", "moving");
  };
  const start = () => {
    window.addEventListener("keydown", key, true);
    document.addEventListener("click", click);
    document.addEventListener("click", elsewhere);
    document.addEventListener("pointerdown", down, true);
    document.addEventListener("pointerup", up, true);
    document.addEventListener("pointermove", moved, { passive: true });
    new MutationObserver(painted).observe(byId("body"), { childList: true, subtree: true, characterData: true, attributes: true });
    painted();
  };
  const arrival = new MutationObserver(() => {
    if (!byId("body")) return;
    arrival.disconnect();
    start();
  });
  arrival.observe(document.documentElement, { childList: true, subtree: true });
})();
