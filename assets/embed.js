// For pages that frame pictures: gives each frame the height that it asks for.
// <script src="https://.../embed.js" async></script>, from the same site as the frames; without it they keep theirs.
(() => {
  "use strict";
  const { origin } = new URL(document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${origin}/embed/`));
  window.addEventListener("message", (event) => {
    // A sandboxed frame is of no origin, and says "null": then its window alone tells that it is ours.
    if (event.origin !== origin && event.origin !== "null") return;
    const { type, height } = event.data || {};
    const frame = frames().find((each) => each.contentWindow === event.source);
    if (type !== "divergence:height" || !frame || !(height > 0 && height < 10000)) return;
    frame.style.height = `${height + frame.offsetHeight - frame.clientHeight}px`;
  });
  for (const frame of frames()) frame.contentWindow.postMessage({ type: "divergence:ask" }, "*");
})();
